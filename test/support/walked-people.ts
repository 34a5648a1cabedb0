import { type FormSize, sizeOf } from '../../domain/forms/form-size.ts';
import { secondsToFill } from '../../domain/forms/time-needed.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import { carersAssessment } from '../../schemas/forms/carers-assessment.ts';
import { examplePeople } from '../../schemas/forms/example-people.ts';
import { activities } from '../../schemas/forms/fragments/activities.ts';
import { carerActivities } from '../../schemas/forms/fragments/carer-activities.ts';
import { inJointForm } from '../../schemas/forms/fragments/second-person.ts';
import { helpNow } from '../../schemas/forms/help-now.ts';
import { jointAssessment } from '../../schemas/forms/joint-assessment.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { referral } from '../../schemas/forms/referral.ts';
import { longForm } from './long-forms.ts';

/** Somebody who fills in a form, in the long one and in the present one; what it may take of them. */
type Walker = {
  name: string;
  before?: { form: string; answers: Answers };
  form: Form;
  answers: Answers;
  ceiling?: Pick<FormSize, 'pages' | 'fields' | 'mustWrite'>;
};

type Key = { key: string; outcome: string };
const asItIs = (id: string) => id;

/** What the long forms were told of activities that are hard, some of them from day to day. */
const longHard = (all: readonly Key[], hard: number, varying: number, from = 0, named = asItIs): Answers =>
  Object.fromEntries(
    all.flatMap(({ key }, at) => {
      const place = at - from;
      const isHard = place >= 0 && place < hard;
      return [
        [named(`${key}Manage`), isHard ? 'difficulty' : 'fine'],
        [named(`${key}Varies`), isHard && place < varying ? 'yes' : 'no'],
      ];
    }),
  );

const alone: Answers = { livesWith: 'alone', hasCarer: 'no', looksAfter: ['nobody'] };
const withCarer: Answers = { ...alone, hasCarer: 'yes' };
const renting: Answers = { falls: 1, tenure: 'rent-social' };
const bothAgree: Answers = { personAgreesToJoint: 'yes', carerAgreesToJoint: 'yes' };
const needs = 'needs-assessment';

/** The people by whom the length of the forms is judged. */
const walkers: readonly Walker[] = [
  {
    name: 'Needs: mild, one activity, no carer',
    before: { form: needs, answers: { ...alone, ...longHard(activities, 1, 0) } },
    form: needsAssessment,
    answers: examplePeople['needs-assessment'].mild,
    ceiling: { pages: 30, fields: 70, mustWrite: 1 },
  },
  {
    name: 'Needs: five hard, two from day to day, a carer',
    before: { form: needs, answers: { ...withCarer, ...renting, ...longHard(activities, 5, 2) } },
    form: needsAssessment,
    answers: examplePeople['needs-assessment'].varying,
    ceiling: { pages: 30, fields: 70, mustWrite: 1 },
  },
  {
    name: 'Needs: five hard, none from day to day',
    before: { form: needs, answers: { ...withCarer, ...longHard(activities, 5, 0) } },
    form: needsAssessment,
    answers: examplePeople['needs-assessment'].steady,
    ceiling: { pages: 30, fields: 70, mustWrite: 1 },
  },
  {
    name: 'Needs: all ten hard and from day to day, hard to follow, worried about harm',
    before: {
      form: needs,
      answers: {
        ...withCarer,
        livesWith: 'others',
        looksAfter: ['child'],
        ...longHard(activities, 10, 10),
        hardToUnderstand: 'yes',
        treatedBadly: 'yes',
        safeContact: 'In the morning',
        hospitalStays: 1,
        tenure: 'rent-social',
        urgent: ['other'],
        language: 'other',
        formats: ['other'],
        conditions: ['other'],
        shareWith: ['other'],
      },
    },
    form: needsAssessment,
    answers: examplePeople['needs-assessment'].most,
  },
  {
    name: 'Needs: a daughter, who is the carer, for her mother, five hard',
    before: {
      form: needs,
      answers: {
        ...withCarer,
        ...renting,
        livesWith: 'others',
        filledInBy: 'helper',
        ...longHard(activities, 5, 2),
      },
    },
    form: needsAssessment,
    answers: examplePeople['needs-assessment'].daughter,
  },
  {
    name: 'Carer: for herself, three hard',
    before: {
      form: 'carers-assessment',
      answers: { ...longHard(carerActivities, 3, 1, 2), emergencyPlan: 'want' },
    },
    form: carersAssessment,
    answers: examplePeople['carers-assessment'].herself,
    ceiling: { pages: 26, fields: 66, mustWrite: 1 },
  },
  {
    name: 'Joint: five and three hard',
    before: {
      form: 'joint-assessment',
      answers: {
        ...withCarer,
        ...renting,
        ...bothAgree,
        ...longHard(activities, 5, 2),
        ...longHard(carerActivities, 3, 1, 2, inJointForm),
        carerEmergencyPlan: 'want',
      },
    },
    form: jointAssessment,
    answers: examplePeople['joint-assessment'].both,
    // Four of them are put to both of everybody, since that some alone are asked would tell the other what was answered.
    ceiling: { pages: 49, fields: 113, mustWrite: 2 },
  },
  {
    name: 'Joint: the same, filled in by the carer',
    form: jointAssessment,
    answers: examplePeople['joint-assessment'].carerTypes,
  },
  {
    name: 'Referral: a ward nurse, five hard, leaving hospital',
    before: {
      form: needs,
      answers: { ...withCarer, falls: 1, filledInBy: 'professional', inHospital: 'yes', ...longHard(activities, 5, 0) },
    },
    form: referral,
    answers: examplePeople.referral.nurse,
    ceiling: { pages: 19, fields: 47, mustWrite: 1 },
  },
  {
    name: 'Help now: for oneself',
    form: helpNow,
    answers: examplePeople['help-now'].oneself,
    ceiling: { pages: 6, fields: 12, mustWrite: 0 },
  },
  {
    name: 'Help now: for a relative',
    form: helpNow,
    answers: examplePeople['help-now'].relative,
    ceiling: { pages: 7, fields: 16, mustWrite: 0 },
  },
];

/** What each of them meets, before and now, and how many minutes it is reckoned to take. */
export const walks = walkers.map(({ name, before, form, answers, ceiling }) => ({
  name,
  form,
  answers: completeAnswers(form, answers),
  minutes: Math.ceil(secondsToFill(form, completeAnswers(form, answers)) / 60),
  before: before && sizeOf(longForm(before.form), completeAnswers(longForm(before.form), before.answers)),
  now: sizeOf(form, completeAnswers(form, answers)),
  ceiling,
}));

/** What of a walk is above what it may be. */
export const overCeiling = ({ now, ceiling }: (typeof walks)[number]): string[] =>
  Object.entries(ceiling ?? {}).flatMap(([what, most]) => {
    const met = now[what as keyof FormSize];
    return met > most ? [`${what}: ${met}, at most ${most}`] : [];
  });
