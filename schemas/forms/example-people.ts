import type { Answers } from '../form-conditions.ts';
import type { Form } from '../form-language.ts';
import { activities } from './fragments/activities.ts';
import { carerActivities } from './fragments/carer-activities.ts';
import { inJointForm } from './fragments/second-person.ts';

type Key = { readonly key: string; readonly outcome: string };
const asItIs = (id: string) => id;

/** That some activities are hard, and the first of them change from day to day. */
const hard = (own: readonly Key[], varying: number, named = asItIs): Answers => ({
  [named('hardActivities')]: own.map(({ outcome }) => outcome),
  ...Object.fromEntries(
    own.map(({ key }, at) => [named(`${key}Unable`), at < varying ? ['needs-help', 'changes'] : ['needs-help']]),
  ),
});

const home: Answers = { filledInBy: 'me', whereNow: 'home', reportAbuse: 'no' };
const carer: Answers = { hasCarer: 'yes' };
const five = hard(activities.slice(0, 5), 2);
const three = carerActivities.slice(2, 5);
const together: Answers = {
  ...home,
  ...five,
  ...hard(three, 1, inJointForm),
  personAgreesToJoint: 'yes',
  carerAgreesToJoint: 'yes',
};

/**
 * The people by whom the length of each form is judged, by the form’s id: what each answers to the questions on which other questions depend.
 * Tests walk the same people through the forms; pages tell from them how long a form takes.
 */
export const examplePeople = {
  'needs-assessment': {
    mild: { ...home, hasCarer: 'no', ...hard(activities.slice(0, 1), 0) },
    varying: { ...home, ...carer, ...five },
    steady: { ...home, ...carer, ...hard(activities.slice(0, 5), 0) },
    most: {
      ...home,
      ...carer,
      looksAfter: ['child'],
      ...hard(activities, 10),
      takingPart: ['understand'],
      someoneToSupport: 'yes',
      treatedBadly: 'yes',
      urgent: ['other'],
      language: 'other',
    },
    daughter: { ...home, filledInBy: 'carer', personAgrees: 'yes', hasCarer: 'no', ...five },
  },
  'carers-assessment': {
    mild: { ...home, ...hard(carerActivities.slice(0, 1), 0) },
    herself: { ...home, ...hard(three, 1) },
    most: { ...home, ...hard(carerActivities, 8), emergencyPlan: 'want' },
  },
  'joint-assessment': {
    mild: { ...together, ...hard(activities.slice(0, 1), 0), ...hard(carerActivities.slice(0, 1), 0, inJointForm) },
    both: together,
    carerTypes: { ...together, filledInBy: 'carer' },
  },
  referral: {
    surgery: { whereNow: 'home', hasCarer: 'no', personAgrees: 'yes', hardActivities: ['nutrition'] },
    nurse: {
      whereNow: 'hospital',
      hasCarer: 'yes',
      livesWith: 'alone',
      personAgrees: 'yes',
      hardActivities: activities.slice(0, 5).map(({ outcome }) => outcome),
    },
  },
  'help-now': { oneself: { filledInBy: 'me' }, relative: { filledInBy: 'helper', personAgrees: 'yes' } },
} satisfies Readonly<Record<string, Readonly<Record<string, Answers>>>>;

const byForm = new Map<string, readonly Answers[]>(
  Object.entries(examplePeople).map(([id, people]) => [id, Object.values(people)]),
);

/** What the example people answer to a form; nobody’s answers where it has none. */
export const exampleAnswersTo = ({ id }: Pick<Form, 'id'>): readonly Answers[] => byForm.get(id) ?? [{}];
