import type { PlanAnswers } from '../../schemas/forms/plan.ts';

/** One need with how it is met, by whom, when and at what cost. Care Act 2014 s.25(1)(a) to (d). */
export type PlanNeed = PlanAnswers['needs'][number];

/** The personal budget, in pence a week. Care Act 2014 s.26(1). */
export type Budget = Pick<
  PlanAnswers,
  'budgetStage' | 'budgetCost' | 'budgetPerson' | 'budgetCouncil' | 'contributionPaid'
>;

/** How the budget is held, as it was answered. */
export type HeldAnswers = Pick<PlanAnswers, 'paymentRoutes' | 'directPayments' | 'managedWeekly' | 'fundWeekly'>;

/** The numbers of needs in words such as "1, 3 and 4", counted from 1 in the order of the plan. */
export const needNumbers = (text: string): number[] => [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
