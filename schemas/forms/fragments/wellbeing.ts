import type { WellbeingArea } from '../../eligibility.ts';
import type { Page } from '../../form-language.ts';
import { ask, page } from './build.ts';

/** The nine areas of well-being in everyday words, which speak of nobody. Care Act 2014 s.1(2). */
export const wellbeingQuestions: { area: WellbeingArea; name: string; hint: string; picture: string }[] = [
  {
    area: 'dignity',
    name: 'Dignity and respect',
    hint: 'How people behave, and privacy.',
    picture: 'respect',
  },
  {
    area: 'health',
    name: 'Health and feelings',
    hint: 'Body, mind and mood.',
    picture: 'health',
  },
  {
    area: 'protection',
    name: 'Being safe from abuse and neglect',
    hint: 'Whether anyone could do harm.',
    picture: 'safe',
  },
  {
    area: 'control',
    name: 'Control over daily life',
    hint: 'Choosing what to do and when.',
    picture: 'control',
  },
  {
    area: 'participation',
    name: 'Work, learning and free time',
    hint: 'Taking part in what matters.',
    picture: 'activities',
  },
  {
    area: 'economic',
    name: 'Money and a place in society',
    hint: 'Getting by and joining in.',
    picture: 'money',
  },
  {
    area: 'relationships',
    name: 'Home life, family and friends',
    hint: 'Getting on with the people around.',
    picture: 'family',
  },
  {
    area: 'accommodation',
    name: 'The home',
    hint: 'Whether it is right to live in.',
    picture: 'house',
  },
  {
    area: 'contribution',
    name: 'Being useful to others',
    hint: 'Helping people, having a part to play.',
    picture: 'helping',
  },
];

/** The area that is asked by itself: whether anyone does harm. */
const askedAlone: WellbeingArea = 'protection';

/**
 * How big the effect is and where, once for all. `cause` reads "" for an adult's needs, or " of caring". Care Act 2014 s.1(2); condition 3 of regs
 * 2(1)(c) and 3(1)(c).
 */
export const effectPage = (cause: '' | ' of caring' = ''): Page =>
  page('effect', `The effect${cause} on {your} life`, [
    ask.choice(
      'effectSize',
      'Size of the effect',
      cause === '' ? 'How big is the effect on {your} life?' : 'How big is the effect of caring on {your} life?',
      [
        ['none', 'No effect', 'happy'],
        ['some', 'Some effect', 'unsure'],
        ['big', 'A big effect', 'sad'],
        [
          'likely-big',
          'No big effect yet, but it is likely',
          'clock',
          { easy: 'Not yet, but it may get a lot harder' },
        ],
      ],
      {
        error: 'Select how big the effect is',
        easyRead: { label: 'How much does it change {your} life?', picture: 'control' },
        meets: ['L30', 's.1(2)'],
      },
    ),
    ask.multi(
      'effectAreas',
      'Where the effect is',
      'What does it affect most?',
      wellbeingQuestions
        .filter(({ area }) => area !== askedAlone)
        .map(({ area, name, picture, hint }) => [area, name, picture, { hint }] as const),
      {
        error: 'Select what it affects most',
        optional: true,
        easyRead: { label: 'What does it change?', picture: 'list' },
        meets: ['s.1(2)'],
      },
    ),
  ]);
