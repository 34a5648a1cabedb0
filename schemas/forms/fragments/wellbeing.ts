import type { WellbeingArea } from '../../eligibility.ts';
import type { Page, Question } from '../../form-language.ts';

/** The nine areas of well-being as people are asked about them: question id and words. Care Act 2014 s.1(2). */
export const wellbeingQuestions: { area: WellbeingArea; id: string; name: string; hint: string; picture: string }[] = [
  {
    area: 'dignity',
    id: 'effectOnDignity',
    name: 'Dignity and respect',
    hint: 'How people treat you, and your privacy.',
    picture: 'respect',
  },
  {
    area: 'health',
    id: 'effectOnHealth',
    name: 'Your health and feelings',
    hint: 'Your body, your mind and how you feel.',
    picture: 'health',
  },
  {
    area: 'protection',
    id: 'effectOnSafety',
    name: 'Being safe from abuse and neglect',
    hint: 'Whether anyone could hurt you or take advantage of you.',
    picture: 'safe',
  },
  {
    area: 'control',
    id: 'effectOnControl',
    name: 'Control over your daily life',
    hint: 'Whether you choose what you do and when.',
    picture: 'control',
  },
  {
    area: 'participation',
    id: 'effectOnActivities',
    name: 'Work, learning and free time',
    hint: 'Whether you can take part in what you want.',
    picture: 'activities',
  },
  {
    area: 'economic',
    id: 'effectOnMoney',
    name: 'Money and your place in society',
    hint: 'Whether you can get by and join in.',
    picture: 'money',
  },
  {
    area: 'relationships',
    id: 'effectOnRelationships',
    name: 'Home life, family and friends',
    hint: 'How you get on with the people in your life.',
    picture: 'family',
  },
  {
    area: 'accommodation',
    id: 'effectOnHousing',
    name: 'Where you live',
    hint: 'Whether your home is right for you.',
    picture: 'house',
  },
  {
    area: 'contribution',
    id: 'effectOnContribution',
    name: 'What you give to others',
    hint: 'Whether you can help people and be useful.',
    picture: 'helping',
  },
];

const question = ({ id, name, hint, picture }: (typeof wellbeingQuestions)[number], cause: string): Question => ({
  id,
  type: 'choice',
  label: `${name}: how big is the effect?`,
  name,
  hint,
  error: `Select how big the effect is on: ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  options: [
    { value: 'none', label: 'No effect', easyRead: { label: 'No', picture: 'happy' } },
    { value: 'some', label: 'Some effect', easyRead: { label: 'Yes, a bit', picture: 'unsure' } },
    { value: 'big', label: 'A big effect', easyRead: { label: 'Yes, a lot', picture: 'sad' } },
    {
      value: 'likely-big',
      label: 'No big effect yet, but it is likely',
      easyRead: { label: 'Not yet, but it may get a lot harder', picture: 'clock' },
    },
  ],
  easyRead: { label: `${name}: is it hard because of ${cause}?`, picture },
  meets: ['L30', 's.1(2)'],
});

/** The page of the nine areas, of which one is abuse. `cause` reads "your needs", or "caring". */
export const wellbeingPage = (cause: string): Page => ({
  id: 'effect-on-life',
  title: `The effect of ${cause} on your life`,
  sensitive: true,
  questions: wellbeingQuestions.map((area) => question(area, cause)),
});
