/**
 * Less support: whatever is ticked, a plan that costs less, meets fewer needs or gives fewer hours than the plan in force is a reduction.
 * A cut is not barred. It needs a review or a reassessment behind it, a reason for each need, how the need is met now, what the person says,
 * and notice. Care Act 2014 s.27(4) and (5); LGSCO, Dudley 25 000 854, Nottingham 25 002 952.
 */
import { planOutcomes } from '../../schemas/forms/fragments/plan-words.ts';
import type { PlanAnswers } from '../../schemas/forms/plan.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';
import { addDays } from '../time/clock-time.ts';
import { readableDate } from '../time/readable-date.ts';
import type { BehindPlan } from './behind-plan.ts';
import { namesOnlyAMaximum } from './only-a-maximum.ts';

/** What a plan gives for one outcome, each week. */
export type Given = { readonly outcome: string; readonly cost: number; readonly minutes: number };

/** An outcome for which there is less than before; `now` has no support where the council does not meet it any more. */
export type Less = { readonly outcome: string; readonly was: Given; readonly now: Given };

const outcomeNames: ReadonlyMap<string, string> = new Map(planOutcomes);

/** What an outcome is called to staff. */
export const outcomeName = (outcome: string): string => outcomeNames.get(outcome) ?? outcome;

const givenFor = (outcome: string, { needs }: Pick<PlanAnswers, 'needs'>): Given => {
  const met = needs.filter((need) => need.outcome === outcome && need.councilMeets === 'yes');
  const sum = (of: (need: (typeof met)[number]) => number) => met.reduce((all, need) => all + of(need), 0);
  return {
    outcome,
    cost: sum(({ weeklyCost }) => weeklyCost),
    minutes: sum(({ times = 0, minutes = 0 }) => times * minutes),
  };
};

const isMet = (outcome: string, { needs }: Pick<PlanAnswers, 'needs'>): boolean =>
  needs.some((need) => need.outcome === outcome && need.councilMeets === 'yes');

/** The outcomes for which a plan gives less than the one in force: not met any more, for less money, or in less time. */
export const reductions = (before: PlanAnswers | undefined, plan: PlanAnswers): Less[] => {
  if (before === undefined) return [];
  return [...new Set(before.needs.map(({ outcome }) => outcome))].flatMap((outcome) => {
    if (!isMet(outcome, before)) return [];
    const [was, now] = [givenFor(outcome, before), givenFor(outcome, plan)];
    const hoursKnown = was.minutes > 0 && (now.minutes > 0 || now.cost === 0);
    const isLess = !isMet(outcome, plan) || now.cost < was.cost || (hoursKnown && now.minutes < was.minutes);
    return isLess ? [{ outcome, was, now }] : [];
  });
};

/** The first day on which less support may start: after the days of notice, or on the day of the notice where the person agrees to it. */
export const lessMayStartOn = (
  { lessToldOn, lessSooner }: Pick<PlanAnswers, 'lessToldOn' | 'lessSooner'>,
  noticeDays: number,
): IsoDate | undefined =>
  lessToldOn === undefined
    ? undefined
    : lessSooner === 'yes'
      ? (lessToldOn as IsoDate)
      : addDays(lessToldOn as IsoDate, noticeDays);

/** What a reduction still lacks, each at the question that puts it right. */
export const reductionProblems = (
  plan: PlanAnswers,
  { before, lookedAtAgain, noticeDays }: BehindPlan,
): BrokenRule[] => {
  const less = reductions(before, plan);
  if (less.length === 0) return [];
  const problems: BrokenRule[] = [];
  const refuse = (field: string, rule: string, message: string) => problems.push({ field, rule, message });
  const { lessReasons = [], lessView, lessToldOn, supportStartsOn } = plan;
  if (!lookedAtAgain) {
    refuse('needs', 's.27(4)', 'This is less than the plan in force. Finish a review or a new assessment first');
  }
  for (const { outcome } of less) {
    const row = lessReasons.findIndex((one) => one.outcome === outcome);
    const reason = lessReasons[row];
    if (reason === undefined) {
      refuse(
        'lessReasons',
        's.27(4); LGSCO, Dudley 25 000 854',
        `There is less for “${outcomeName(outcome)}” than in the plan in force. Give the reason, and say how the need is met now`,
      );
    } else if (namesOnlyAMaximum(reason.why)) {
      refuse(
        `lessReasons[${row}].why`,
        'LGSCO, Rutland 22 000 033',
        'A highest amount alone is no reason. Say what has changed and what meets the need',
      );
    }
  }
  if (lessView === undefined) refuse('lessView', 's.27(3) and (5)', 'Enter what the person says to having less');
  const earliest = lessMayStartOn(plan, noticeDays);
  if (lessToldOn === undefined || earliest === undefined) {
    refuse('lessToldOn', 'notice', 'Enter the day on which the person was told that there will be less');
  } else if (supportStartsOn < earliest) {
    refuse(
      'supportStartsOn',
      'notice',
      `Less support starts ${noticeDays} days after the person was told, on ${readableDate(earliest)}, or sooner if they agree`,
    );
  }
  return problems;
};
