import type { AdultMeaningCode, AdultOutcomeCode } from '../../schemas/eligibility.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { activities } from '../../schemas/forms/fragments/activities.ts';
import { inJointForm } from '../../schemas/forms/fragments/second-person.ts';
import { type IsoDate, isoDate } from '../../schemas/scalars.ts';
import type { Urgency } from '../../schemas/targets.ts';
import type { AdultNeeds, Fluctuation } from '../eligibility/needs.ts';
import { listOf, textOf } from '../forms/answered.ts';

/** The questions, and their answers, by which somebody may disclose or hint at abuse or neglect. Care Act 2014 s.42. */
export const harmDisclosedBy: Readonly<Record<string, readonly string[]>> = {
  reportAbuse: ['danger', 'yes'],
  treatedBadly: ['yes', 'prefer-to-talk'],
};

/** Whether answers to any form that asks about safety disclose, or hint at, abuse or neglect, of either person. Care Act 2014 s.42. */
export const disclosesHarm = (answers: Answers): boolean =>
  Object.entries(harmDisclosedBy).some(([id, telling]) =>
    [id, inJointForm(id)].some((asked) => telling.includes(textOf(answers, asked) ?? '')),
  );

/**
 * How soon a person with needs should be seen, going by what was ticked; staff decide. A carer who can no longer help is care about to break
 * down, wherever it was said. Care Act 2014 s.19(3).
 */
export const urgencyOf = (answers: Answers): Urgency => {
  const because = listOf(answers, 'urgent').filter((reason) => reason !== 'none');
  if (because.some((reason) => reason !== 'carer-cannot-continue')) return 'urgent';
  return because.length > 0 || textOf(answers, 'carerCanContinue') === 'no' ? 'carer-breakdown' : 'standard';
};

/** The day on which the person leaves hospital, where it is said and still to come: by then support has to be in place. Care Act 2014 s.74. */
export const leavesHospitalOn = (answers: Answers, today: IsoDate): IsoDate | undefined => {
  const day = isoDate.safeParse(answers['dischargeExpectedOn']).data;
  return day !== undefined && day >= today ? day : undefined;
};

/**
 * The answers as the eligibility rules for adults read them. May be given answers of a form that is not finished yet: what was
 * not answered is left out.
 *
 * An activity that was not ticked as hard is managed. “Cannot do it, or only with help or reminding” is the first meaning of unable, reg
 * 2(3)(a). Help that there is now is not read at all.
 *
 * @see Care and Support (Eligibility Criteria) Regulations 2015, reg 2
 */
export const adultNeedsFrom = (answers: Answers): AdultNeeds => {
  const conditions = listOf(answers, 'conditions');
  const impact = significantImpactOf(answers);
  return {
    ...(conditions.length > 0 && { impairmentOrIllness: conditions.includes('none') ? 'no' : 'yes' }),
    outcomes: activities.flatMap(({ key, outcome }) => outcomeFrom(answers, key, outcome)),
    ...(impact && { significantImpact: impact }),
  };
};

const meaningOf: Readonly<Record<string, AdultMeaningCode>> = {
  'needs-help': 'a-assistance',
  'pain-or-distress': 'b-pain',
  danger: 'c-danger',
  'takes-longer': 'd-time',
};

const outcomeFrom = (answers: Answers, key: string, outcome: AdultOutcomeCode): AdultNeeds['outcomes'] => {
  const hard = listOf(answers, 'hardActivities');
  if (hard.length === 0) return [];
  const looksAfter = listOf(answers, 'looksAfter');
  const hasChild = hard.includes(outcome) || looksAfter.length === 0 || looksAfter.includes('child');
  if (outcome === 'child-care' && !hasChild) return [{ outcome, applies: false, meanings: [] }];
  if (!isAskedAbout(hard, outcome)) return [{ outcome, applies: true, meanings: [] }];
  const unable = listOf(answers, `${key}Unable`);
  if (unable.length === 0) return [];
  const fluctuation = fluctuationFrom(answers, unable);
  const meanings = unable.flatMap((value) => meaningOf[value] ?? []);
  return [{ outcome, applies: true, meanings, ...(fluctuation && { fluctuation }) }];
};

/** Whether an activity has a page of its own: it was ticked, or left to us to ask about. */
export const isAskedAbout = (hard: readonly string[], outcome: string): boolean =>
  hard.includes(outcome) || hard.includes('not-sure');

/**
 * How an activity goes up and down, where that was ticked of it: asked once for all of them. Regs 2(4) and 3(4).
 *
 * @param named what a question is called, where it asks about the carer in a form about two people
 */
export const fluctuationFrom = (
  answers: Answers,
  unable: readonly string[],
  named: (id: string) => string = (id) => id,
): Fluctuation | undefined => {
  if (!unable.includes('changes')) return undefined;
  const pattern = textOf(answers, named('goodAndBadDays'));
  const period = ['changesHowOften', 'changesSince'].flatMap((id) => textOf(answers, named(id)) ?? []);
  return { ...(pattern && { pattern }), ...(period.length > 0 && { periodConsidered: period.join('; ') }) };
};

/**
 * Whether there is a significant impact on well-being, going by how big the effect is. Some effect in several areas may add up to a significant
 * one: that is for a person to judge, so it is left open instead of answered "no"; and so is some effect in no area that was named. Being
 * treated badly is the area of abuse and neglect, which is asked by itself. Regs 2(1)(c) and 3(1)(c).
 */
export const significantImpactOf = (
  answers: Answers,
  named: (id: string) => string = (id) => id,
): AdultNeeds['significantImpact'] => {
  const size = textOf(answers, named('effectSize'));
  if (size === 'big') return 'yes';
  if (size === 'likely-big') return 'likely';
  if (size === 'none') return 'no';
  const harm = textOf(answers, named('treatedBadly')) ?? 'no';
  const areas = listOf(answers, named('effectAreas')).length + (harm === 'no' ? 0 : 1);
  return size === 'some' && areas === 1 ? 'no' : undefined;
};
