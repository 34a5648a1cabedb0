import type { Council } from '../../schemas/council.ts';
import type { CarerMeaningCode } from '../../schemas/eligibility.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { carerActivities } from '../../schemas/forms/fragments/carer-activities.ts';
import { inJointForm } from '../../schemas/forms/fragments/second-person.ts';
import type { Urgency } from '../../schemas/targets.ts';
import type { CarerNeeds } from '../eligibility/needs.ts';
import { listOf, textOf } from '../forms/answered.ts';
import { fluctuationFrom, isAskedAbout, significantImpactOf } from './needs-application.ts';

/**
 * A carer's answers as the eligibility rules for carers read them. May be given answers of a form that is not finished yet: what was
 * not answered is left out.
 *
 * Whether the care is necessary is not asked of carers in those words: what they do for somebody counts as it for an
 * indication, and staff decide.
 *
 * @param form whose answers: the joint assessment has the carer's under names that begin with `carer`
 * @see Care and Support (Eligibility Criteria) Regulations 2015, reg 3
 */
export const carerNeedsFrom = (answers: Answers, form: 'carers-assessment' | 'joint-assessment'): CarerNeeds => {
  const named = form === 'joint-assessment' ? inJointForm : (id: string) => id;
  const health = textOf(answers, named('healthChange')) as CarerNeeds['health'];
  const impact = significantImpactOf(answers, named);
  return {
    ...(listOf(answers, named('caringTasks')).length > 0 && { necessaryCare: 'yes' }),
    ...(health && { health }),
    outcomes: carerActivities.flatMap((activity) => outcomeFrom(answers, activity, named)),
    ...(impact && { significantImpact: impact }),
  };
};

const meaningOf: Readonly<Record<string, CarerMeaningCode>> = {
  'needs-help': 'a-assistance',
  'pain-or-distress': 'b-pain',
  danger: 'c-danger',
};

const outcomeFrom = (
  answers: Answers,
  { key, outcome }: (typeof carerActivities)[number],
  named: (id: string) => string,
): CarerNeeds['outcomes'] => {
  const hard = listOf(answers, named('hardActivities'));
  if (hard.length === 0) return [];
  if (!isAskedAbout(hard, outcome)) return [{ outcome, applies: true, meanings: [] }];
  const unable = listOf(answers, named(`${key}Unable`));
  if (unable.length === 0) return [];
  const fluctuation = fluctuationFrom(answers, unable, named);
  const meanings = unable.flatMap((value) => meaningOf[value] ?? []);
  return [{ outcome, applies: true, meanings, ...(fluctuation && { fluctuation }) }];
};

/** How soon a council sees somebody of this urgency: one may say that a carer who cannot go on is urgent. */
export const urgencyIn = ({ carerCannotGoOn }: Pick<Council, 'carerCannotGoOn'>, urgency: Urgency): Urgency =>
  urgency === 'carer-breakdown' ? (carerCannotGoOn ?? urgency) : urgency;

/** Whether caring is about to break down: the carer cannot go on, by either form. Staff decide how soon they are seen. */
export const cannotGoOn = (answers: Answers): boolean =>
  textOf(answers, 'cannotGoOn') === 'yes' ||
  listOf(answers, 'urgent').includes('carer-cannot-continue') ||
  textOf(answers, 'carerAbleToCare') === 'no';
