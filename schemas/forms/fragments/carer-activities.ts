import type { CarerOutcomeCode } from '../../eligibility.ts';
import type { Condition, Page } from '../../form-language.ts';
import { ask } from './build.ts';

/** What begins the ids of the questions about an activity. */
export type CarerActivityKey =
  | 'child'
  | 'others'
  | 'habitableHome'
  | 'nutrition'
  | 'relationships'
  | 'workEducation'
  | 'community'
  | 'recreation';

/** One of the eight things that caring may stop a carer from doing: `key` begins the ids of its questions. */
export type CarerActivity = {
  key: CarerActivityKey;
  outcome: CarerOutcomeCode;
  name: string;
  prompts: string;
  picture: string;
  when?: Condition;
};

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
    picture: 'child',
  },
  {
    key: 'others',
    outcome: 'others',
    name: 'caring for other people',
    prompts: 'Think about anyone else who counts on you.',
    picture: 'carer',
  },
  {
    key: 'habitableHome',
    outcome: 'habitable-home',
    name: 'looking after your home',
    prompts: 'Think about cleaning, repairs and bills.',
    picture: 'cleaning',
  },
  {
    key: 'nutrition',
    outcome: 'nutrition',
    name: 'eating well',
    prompts: 'Think about whether you have time to shop, cook and eat.',
    picture: 'meal',
  },
  {
    key: 'relationships',
    outcome: 'relationships',
    name: 'family and friends',
    prompts: 'Think about keeping in touch with people who matter to you.',
    picture: 'friends',
  },
  {
    key: 'workEducation',
    outcome: 'work-education',
    name: 'work, learning and volunteering',
    prompts: 'Think about what you do now and what you would like to do.',
    picture: 'work',
  },
  {
    key: 'community',
    outcome: 'community',
    name: 'getting out and about',
    prompts: 'Think about shops, health appointments, sport and other places near you.',
    picture: 'bus',
  },
  {
    key: 'recreation',
    outcome: 'recreation',
    name: 'free time',
    prompts: 'Think about hobbies and things you do for fun.',
    picture: 'hobby',
  },
];

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The pages of one activity. Three meanings of "unable", not four: taking longer does not count for carers. Reg 3(3). */
export const carerActivityPages = ({ key, name, prompts, picture }: CarerActivity): Page[] => {
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
            ['fine', 'I manage fine', 'happy'],
            ['difficulty', 'I have some difficulty', 'unsure'],
            ['cannot', 'I cannot do this', 'sad'],
            ['does-not-apply', 'This does not apply to me', 'none'],
          ],
          {
            hint: prompts,
            error: `Select how you manage with ${name}`,
            easyRead: { label: `${begin}: is it easy or hard when you care?`, picture },
          },
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
            ['needs-help', 'I cannot do it without help', 'helping'],
            ['pain-or-distress', 'It causes me a lot of pain, distress or worry', 'worried-person'],
            ['danger', 'It puts me or other people in danger', 'danger'],
            ['none', 'None of these'],
          ],
          {
            alone: 'none',
            error: `Select what is true about ${name}, or none of these`,
            easyRead: { label: `${begin}: what is true for you?`, picture },
          },
        ),
        ask.long(`${key}Hard`, `${begin}: what is hard`, `${begin}: what is hard?`, {
          error: `Tell us what is hard about ${name}`,
          easyRead: { label: `${begin}: what is hard?`, picture: 'thinking' },
        }),
        ask.yesno(
          `${key}Varies`,
          `${begin}: changes from day to day`,
          `${begin}: is it better on some days than on others?`,
          { easyRead: { label: `${begin}: are some days better?`, picture: 'calendar' } },
        ),
        ask.long(`${key}GoodAndBad`, `${begin}: good and bad days`, `${begin}: what are good days and bad days like?`, {
          when: varies,
          error: 'Tell us what good days and bad days are like',
          easyRead: { label: `${begin}: what are good days and bad days like?`, picture: 'good-day' },
        }),
        ask.text(`${key}Period`, `${begin}: over what time`, `${begin}: over what time does it change?`, {
          when: varies,
          error: 'Tell us over what time it changes',
          easyRead: { label: `${begin}: when does it change?`, picture: 'clock' },
        }),
        ask.long(`${key}Goal`, `${begin}: what you would like`, `${begin}: what would you like to be able to do?`, {
          optional: true,
          easyRead: { label: `${begin}: what do you want to do?`, picture: 'happy' },
        }),
      ],
    },
  ];
};
