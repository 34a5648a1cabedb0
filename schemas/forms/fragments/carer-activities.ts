import type { CarerOutcomeCode } from '../../eligibility.ts';
import type { Page } from '../../form-language.ts';
import { type Activity, activityPage, changesPage, hardActivities, hardActivitiesGuidance } from './activities.ts';

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

/** One of the eight things that caring may stop a carer from doing. */
export type CarerActivity = Activity<CarerActivityKey, CarerOutcomeCode>;

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
    prompts: 'Meals, school, keeping the child safe.',
    picture: 'child',
  },
  {
    key: 'others',
    outcome: 'others',
    name: 'caring for other people',
    prompts: 'Anyone else who needs care.',
    picture: 'carer',
  },
  {
    key: 'habitableHome',
    outcome: 'habitable-home',
    name: 'looking after the home',
    prompts: 'Cleaning, repairs and bills.',
    picture: 'cleaning',
  },
  {
    key: 'nutrition',
    outcome: 'nutrition',
    name: 'eating well',
    prompts: 'Time to shop, cook and eat.',
    picture: 'meal',
  },
  {
    key: 'relationships',
    outcome: 'relationships',
    name: 'family and friends',
    prompts: 'Keeping in touch with people who matter.',
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
    prompts: 'Shops, health appointments, sport and other places nearby.',
    picture: 'bus',
  },
  {
    key: 'recreation',
    outcome: 'recreation',
    name: 'free time',
    prompts: 'Hobbies and things done for fun.',
    picture: 'hobby',
  },
];

/** The pages of a carer's own life. Three meanings of "unable", not four: taking longer does not count for carers. Reg 3(3). */
export const carerActivityPages: Page[] = [
  {
    id: 'hard-activities',
    guidance: hardActivitiesGuidance,
    questions: [
      hardActivities(
        carerActivities,
        'Because of caring, which of these are hard for {you}?',
        'Caring makes some things hard. Which ones?',
        ['reg 3(2)(b)'],
      ),
    ],
  },
  ...carerActivities.map((activity) => activityPage(activity, 'carer')),
  changesPage(carerActivities),
];
