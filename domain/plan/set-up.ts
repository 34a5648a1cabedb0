import { waysToHold } from '../../schemas/forms/fragments/plan-words.ts';
import type { PlanAnswers } from '../../schemas/forms/plan.ts';
import type { SetUpAnswers } from '../../schemas/forms/set-up.ts';
import type { PlanRecord } from '../../schemas/records.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';
import { readableDate } from '../time/readable-date.ts';
import type { BehindPlan } from './behind-plan.ts';
import { lessMayStartOn, reductions } from './reduction.ts';
import { offerProblems, placeProblems, topUpProblems } from './top-up-answers.ts';

const wayNames: ReadonlyMap<string, string> = new Map(waysToHold);

/**
 * Why a set-up does not agree with the agreed plan: the budget is held as the plan says, less support starts after its notice, and the person
 * knows what they pay before they pay it. Care Act 2014 ss.25 and 26; LGSCO, Hartlepool 19 018 353.
 */
export const setUpProblems = (
  answers: SetUpAnswers,
  { plan, behind, budget }: { plan: PlanAnswers; behind: BehindPlan; budget: PlanRecord['budget'] },
): BrokenRule[] => {
  const { arrangements, startedOn, toldOfCostOn, contributionHow, accountOpensOn, firstPaidOn } = answers;
  const problems: BrokenRule[] = [];
  if (accountOpensOn !== undefined && firstPaidOn !== undefined && firstPaidOn < accountOpensOn) {
    problems.push({
      field: 'firstPaidOn',
      rule: 'separate-account',
      message: `A direct payment goes into an account for it alone. Choose ${readableDate(accountOpensOn as IsoDate)} or later, when there is one`,
    });
  }
  const planned = plan.paymentRoutes;
  if (arrangements.length !== planned.length || arrangements.some((way) => !planned.includes(way))) {
    problems.push({
      field: 'arrangements',
      rule: 's.25(1)(e) to (g)',
      message: `The agreed plan says: ${planned.map((way) => wayNames.get(way)).join(', ')}. Hold the budget so, or have the plan changed first`,
    });
  }
  const earliest = lessMayStartOn(plan, behind.noticeDays);
  if (reductions(behind.before, plan).length > 0 && earliest !== undefined && startedOn < earliest) {
    problems.push({
      field: 'startedOn',
      rule: 'notice',
      message: `There is less than before, and the person was given notice: it starts on ${readableDate(earliest)} at the earliest`,
    });
  }
  if (budget !== undefined && budget.person > 0 && toldOfCostOn === undefined) {
    problems.push({
      field: 'toldOfCostOn',
      rule: 'LGSCO, Hartlepool 19 018 353',
      message: 'Tell the person what they will pay before support starts, and enter the day',
    });
  } else if (toldOfCostOn !== undefined && toldOfCostOn > startedOn) {
    problems.push({
      field: 'toldOfCostOn',
      rule: 'LGSCO, Hartlepool 19 018 353',
      message: 'The person has to know what they will pay before support starts',
    });
  }
  const paysCouncil = (budget?.person ?? 0) > 0 && plan.contributionPaid !== 'taken-off-direct-payment';
  if (paysCouncil && !planned.includes('none') && contributionHow === undefined) {
    problems.push({
      field: 'contributionHow',
      rule: 'Coventry, personal budgets',
      message: 'The person pays a part to the council: enter how they pay it, and from when',
    });
  }
  return [...problems, ...offerProblems(answers, plan), ...topUpProblems(answers), ...placeProblems(answers)];
};
