import type { CarerMeaningCode } from '../../schemas/eligibility.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { type CarerActivity, carerActivities } from '../../schemas/forms/fragments/carer-activities.ts';
import { wellbeingQuestions } from '../../schemas/forms/fragments/wellbeing.ts';
import type { CarerNeeds, Fluctuation } from '../eligibility/needs.ts';
import { significantImpactOf } from './needs-application.ts';

/**
 * A carer's answers as the eligibility rules for carers read them. May be given answers of a form that is not finished yet: what was
 * not answered is left out.
 *
 * Whether the care is necessary is not asked of carers in those words: what they do for somebody counts as it for an
 * indication, and staff decide. A carer who says that they cannot do an activity is unable to do it without assistance.
 *
 * @param form whose answers: the joint assessment has the carer's under names that begin with `carer`
 * @see Care and Support (Eligibility Criteria) Regulations 2015, reg 3
 */
export const carerNeedsFrom = (answers: Answers, form: 'carers-assessment' | 'joint-assessment'): CarerNeeds => {
  const named = form === 'joint-assessment' ? inJointForm : (id: string) => id;
  const health = text(answers, named('healthChange'));
  const tasks = answers[named('caringTasks')];
  const impact = significantImpactOf(wellbeingQuestions.map(({ id }) => text(answers, named(id))));
  return {
    ...(tasks !== undefined && { necessaryCare: 'yes' }),
    ...(health && { health: healthCodes[health] ?? 'no' }),
    outcomes: carerActivities.flatMap((activity) => outcomeFrom(answers, activity, named)),
    ...(impact && { significantImpact: impact }),
  };
};

/** What a question of the carer's assessment is called in a joint form: `firstName` is `carerFirstName`. */
export const inJointForm = (id: string): string => `carer${id.charAt(0).toUpperCase()}${id.slice(1)}`;

const healthCodes: Readonly<Record<string, CarerNeeds['health'] & string>> = {
  deteriorating: 'deteriorating',
  'at-risk': 'at-risk',
  no: 'no',
};

const meaningOf: Readonly<Record<string, CarerMeaningCode>> = {
  'needs-help': 'a-assistance',
  'pain-or-distress': 'b-pain',
  danger: 'c-danger',
};

const outcomeFrom = (
  answers: Answers,
  { key, outcome }: CarerActivity,
  named: (id: string) => string,
): CarerNeeds['outcomes'] => {
  const manage = text(answers, named(`${key}Manage`));
  if (manage === undefined) return [];
  if (manage === 'does-not-apply') return [{ outcome, applies: false, meanings: [] }];
  const given = answers[named(`${key}Unable`)];
  const ticked = Array.isArray(given) ? given.flatMap((value) => meaningOf[String(value)] ?? []) : [];
  const meanings = new Set<CarerMeaningCode>(manage === 'cannot' ? ['a-assistance', ...ticked] : ticked);
  const fluctuation = fluctuationFrom(answers, key, named);
  return [{ outcome, applies: true, meanings: [...meanings], ...(fluctuation && { fluctuation }) }];
};

const fluctuationFrom = (answers: Answers, key: string, named: (id: string) => string): Fluctuation | undefined => {
  if (text(answers, named(`${key}Varies`)) !== 'yes') return undefined;
  const pattern = text(answers, named(`${key}GoodAndBad`));
  const periodConsidered = text(answers, named(`${key}Period`));
  return { ...(pattern && { pattern }), ...(periodConsidered && { periodConsidered }) };
};

const text = (answers: Answers, id: string): string | undefined => {
  const answer = answers[id];
  return typeof answer === 'string' ? answer : undefined;
};
