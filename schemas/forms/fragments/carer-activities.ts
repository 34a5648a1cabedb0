import type { CarerOutcomeCode } from '../../eligibility.ts';
import type { Condition, Page } from '../../form-language.ts';
import { ask } from './build.ts';

/** One of the eight things that caring may stop a carer from doing: `key` begins the ids of its questions. */
export type CarerActivity = { key: string; outcome: CarerOutcomeCode; name: string; prompts: string; when?: Condition };

/**
 * The eight outcomes for carers as everyday activities, in the regulation's order.
 *
 * @see Care and Support (Eligibility Criteria) Regulations 2015, reg 3(2)(b)
 */
export const carerActivities: CarerActivity[] = [
  {
    key: 'child',
    outcome: 'child',
    name: 'looking after a child',
    prompts: 'Think about meals, school and keeping the child safe.',
  },
  {
    key: 'others',
    outcome: 'others',
    name: 'caring for other people',
    prompts: 'Think about anyone else who counts on you.',
  },
  {
    key: 'habitableHome',
    outcome: 'habitable_home',
    name: 'looking after your home',
    prompts: 'Think about cleaning, repairs and bills.',
  },
  {
    key: 'nutrition',
    outcome: 'nutrition',
    name: 'eating well',
    prompts: 'Think about whether you have time to shop, cook and eat.',
  },
  {
    key: 'relationships',
    outcome: 'relationships',
    name: 'family and friends',
    prompts: 'Think about keeping in touch with people who matter to you.',
  },
  {
    key: 'workEducation',
    outcome: 'work_education',
    name: 'work, learning and volunteering',
    prompts: 'Think about what you do now and what you would like to do.',
  },
  {
    key: 'community',
    outcome: 'community',
    name: 'getting out and about',
    prompts: 'Think about shops, health appointments, sport and other places near you.',
  },
  {
    key: 'recreation',
    outcome: 'recreation',
    name: 'free time',
    prompts: 'Think about hobbies and things you do for fun.',
  },
];

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The pages of one activity. Three meanings of "unable", not four: taking longer does not count for carers. Reg 3(3). */
export const carerActivityPages = ({ key, name, prompts }: CarerActivity): Page[] => {
  const begin = capital(name);
  const hard: Condition = { question: `${key}Manage`, is: ['difficulty', 'cannot'] };
  const varies: Condition = { question: `${key}Varies`, is: ['yes'] };
  return [
    {
      id: key.toLowerCase(),
      questions: [
        ask.choice(
          `${key}Manage`,
          begin,
          `With your caring, how do you manage with ${name}?`,
          [
            ['fine', 'I manage fine'],
            ['difficulty', 'I have some difficulty'],
            ['cannot', 'I cannot do this'],
            ['does-not-apply', 'This does not apply to me'],
          ],
          { hint: prompts, error: `Select how you manage with ${name}` },
        ),
      ],
    },
    {
      id: `${key.toLowerCase()}-difficulty`,
      title: `${begin}: what is hard`,
      when: hard,
      questions: [
        ask.multi(
          `${key}Unable`,
          `${begin}: what is true`,
          `${begin}: which of these are true?`,
          [
            ['needs-help', 'I cannot do it without help'],
            ['pain-or-distress', 'It causes me a lot of pain, distress or worry'],
            ['danger', 'It puts me or other people in danger'],
            ['none', 'None of these'],
          ],
          { alone: 'none', error: `Select what is true about ${name}, or none of these` },
        ),
        ask.long(`${key}Hard`, `${begin}: what is hard`, `${begin}: what is hard?`, {
          error: `Tell us what is hard about ${name}`,
        }),
        ask.yesno(
          `${key}Varies`,
          `${begin}: changes from day to day`,
          `${begin}: is it better on some days than on others?`,
        ),
        ask.long(`${key}GoodAndBad`, `${begin}: good and bad days`, `${begin}: what are good days and bad days like?`, {
          when: varies,
          error: 'Tell us what good days and bad days are like',
        }),
        ask.text(`${key}Period`, `${begin}: over what time`, `${begin}: over what time does it change?`, {
          when: varies,
          error: 'Tell us over what time it changes',
        }),
        ask.long(`${key}Goal`, `${begin}: what you would like`, `${begin}: what would you like to be able to do?`, {
          optional: true,
        }),
      ],
    },
  ];
};
