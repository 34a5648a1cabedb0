import type { AdultOutcomeCode } from '../../eligibility.ts';
import type { Condition, Page } from '../../form-language.ts';
import { ask, type Pairs, page, when } from './build.ts';

/** What begins the ids of the questions about an activity. */
export type ActivityKey =
  | 'nutrition'
  | 'hygiene'
  | 'toilet'
  | 'clothed'
  | 'homeSafely'
  | 'habitableHome'
  | 'relationships'
  | 'workEducation'
  | 'community'
  | 'childCare';

/** One of the ten activities as people are asked about it: `key` begins the ids of its questions. */
export type Activity<Key extends string = ActivityKey, Outcome extends string = AdultOutcomeCode> = {
  key: Key;
  outcome: Outcome;
  /** What the activity is called, in nobody's name: "Eating and drinking". */
  name: string;
  prompts: string;
  picture: string;
};

/**
 * The ten outcomes as everyday activities, in the regulation's order.
 *
 * @see Care and Support (Eligibility Criteria) Regulations 2015, reg 2(2)
 */
export const activities: Activity[] = [
  {
    key: 'nutrition',
    outcome: 'nutrition',
    name: 'eating and drinking',
    prompts: 'Shopping for food, making meals, eating and drinking.',
    picture: 'meal',
  },
  {
    key: 'hygiene',
    outcome: 'hygiene',
    name: 'keeping clean',
    prompts: 'Washing, hair, teeth and laundry.',
    picture: 'washing',
  },
  {
    key: 'toilet',
    outcome: 'toilet',
    name: 'using the toilet',
    prompts: 'Getting to the toilet, using it, accidents, and the night.',
    picture: 'toilet',
  },
  {
    key: 'clothed',
    outcome: 'clothed',
    name: 'getting dressed',
    prompts: 'Putting clothes on, buttons and zips, dressing for the weather, buying clothes.',
    picture: 'clothes',
  },
  {
    key: 'homeSafely',
    outcome: 'home-safely',
    name: 'being safe at home',
    prompts: 'Steps, the bathroom, the kitchen, getting in and out.',
    picture: 'home-safe',
  },
  {
    key: 'habitableHome',
    outcome: 'habitable-home',
    name: 'looking after the home',
    prompts: 'Cleaning, repairs, paying bills, heat and water, the tenancy.',
    picture: 'cleaning',
  },
  {
    key: 'relationships',
    outcome: 'relationships',
    name: 'family and friends',
    prompts: 'Keeping in touch, meeting people, feeling lonely.',
    picture: 'friends',
  },
  {
    key: 'workEducation',
    outcome: 'work-education',
    name: 'work, learning and volunteering',
    prompts: 'What is done now, and what would be good to do.',
    picture: 'work',
  },
  {
    key: 'community',
    outcome: 'community',
    name: 'getting out and about',
    prompts: 'Transport, shops, health appointments, free time, worship.',
    picture: 'bus',
  },
  {
    key: 'childCare',
    outcome: 'child-care',
    name: 'looking after a child',
    prompts: 'Feeding, school, keeping the child safe.',
    picture: 'child',
  },
];

/** That an activity was ticked as hard, or that it was left to us to ask about each. */
const isHard = (outcome: string): Condition => when('hardActivities', outcome, 'not-sure');

export const begun = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/**
 * The question that opens the pages of single activities. It must not hide a need: each activity has its prompts, not being sure opens all of
 * them, and whoever ticks none says why they ask. Care Act 2014 s.9(1); reg 2(4): think of a bad day; help that is there never counts.
 */
export const hardActivities = (
  all: readonly Activity<string, string>[],
  label: string,
  easy: string,
  meets: string[],
) => {
  const pairs: Pairs = [
    ...all.map(({ outcome, name, prompts, picture }) => [outcome, begun(name), picture, { hint: prompts }] as const),
    ['not-sure', 'Not sure: ask about each', 'question'],
    ['none', 'None of these', 'none'],
  ];
  return ask.multi('hardActivities', 'What is hard', label, pairs, {
    error: 'Select what is hard, or none of these',
    alone: 'none',
    easyRead: { label: easy, picture: 'unsure' },
    meets,
  });
};

export const hardActivitiesGuidance = [
  'Think of a bad day.',
  'Choose an activity even if someone helps with it, or equipment does. Having help never counts against anyone.',
];

/** What may be true of an activity: the meanings of “unable” in order, and that it goes up and down. Eligibility Regs reg 2(3) and (4). */
const meanings = [
  ['needs-help', 'Cannot do it, or only with help or reminding', 'helping'],
  [
    'pain-or-distress',
    'It causes a lot of pain, distress or worry',
    'worried-person',
    { easy: 'It hurts or upsets a lot' },
  ],
  ['danger', 'It puts someone in danger', 'danger', { easy: 'It is not safe' }],
  ['takes-longer', 'It takes much longer than for most people', 'clock'],
  ['changes', 'It changes from day to day', 'calendar', { easy: 'Some days are better than others' }],
  ['none', 'None of these', 'none'],
] as const;

/** One page for an activity that is hard. Taking longer does not count for carers, reg 3(3). */
export const activityPage = (
  { key, outcome, name, picture }: Activity<string, string>,
  whose: 'adult' | 'carer',
): Page => {
  const begin = begun(name);
  const tagged = (...meets: string[]) => (whose === 'adult' ? { meets } : {});
  return page(
    key.toLowerCase(),
    begin,
    [
      ask.multi(
        `${key}Unable`,
        `${begin}: what is true`,
        `${begin}: which of these are true?`,
        meanings.filter(([value]) => whose === 'adult' || value !== 'takes-longer'),
        {
          error: `Select what is true about ${name}, or none of these`,
          alone: 'none',
          easyRead: { label: `${begin}: what is true?`, picture },
          ...tagged('L29'),
        },
      ),
      ask.long(`${key}More`, `${begin}: more`, `${begin}: what else should we know?`, {
        hint: 'For example, who helps now, and how often.',
        error: `Tell us more about ${name}`,
        optional: true,
        easyRead: { label: `${begin}: what is hard? Who helps?`, picture: 'write-down' },
        ...tagged('L1', 'L2', 'L3', 'L14', 's.9(4)(b)'),
      }),
    ],
    { when: isHard(outcome) },
  );
};

/** Good and bad days, asked once for all activities that go up and down. Regs 2(4) and 3(4): over what period. */
export const changesPage = (all: readonly Activity<string, string>[]): Page =>
  page(
    'changes',
    'Good days and bad days',
    [
      ask.text('changesHowOften', 'How often there are bad days', 'How often are there bad days?', {
        hint: 'For example, two days in most weeks.',
        error: 'Tell us how often there are bad days',
        easyRead: { label: 'How often are there bad days?', picture: 'bad-day' },
        meets: ['reg 2(4)'],
      }),
      ask.text('changesSince', 'Since when', 'Since when is it like this?', {
        hint: 'For example, since May.',
        error: 'Tell us since when it is like this',
        easyRead: { label: 'Since when?', picture: 'calendar' },
      }),
      ask.long('goodAndBadDays', 'Good and bad days', 'What are good days and bad days like?', {
        error: 'Tell us what good days and bad days are like',
        optional: true,
        easyRead: { label: 'What is a good day like? What is a bad day like?', picture: 'good-day' },
      }),
    ],
    { when: { any: all.map(({ key }) => when(`${key}Unable`, 'changes')) } },
  );

/** The pages of daily life for the ten outcomes. */
export const activityPages: Page[] = [
  page(
    'hard-activities',
    'Daily life',
    [
      hardActivities(activities, 'Which of these are hard for {you}?', 'What is hard for {you}?', ['L3', 'L29', 'W4']),
      ask.long('whyAsking', 'Why ask now', 'What is the reason for asking us?', {
        error: 'Tell us the reason for asking',
        when: when('hardActivities', 'none'),
        easyRead: { label: 'Why are we asked to help?', picture: 'question' },
      }),
    ],
    { guidance: hardActivitiesGuidance },
  ),
  ...activities.map((activity) => activityPage(activity, 'adult')),
  changesPage(activities),
];
