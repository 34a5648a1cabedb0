/**
 * The personal budget and how it is held. Care Act 2014 s.26; amounts in whole pence a week.
 *
 * The split of daily living costs in s.26(2) belongs to the cap on care costs, which never started; it is left out on purpose.
 */
import type { PaymentRoute, PersonalBudget, PlanNeed } from '../../schemas/plan.ts';
import { type Pence, pence } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';

/**
 * The cost to the council of meeting the needs that it will meet: the sum of their weekly cost lines. s.26(1)(a).
 *
 * Reablement stays out of the budget: Care and Support (Personal Budget: Exclusion of Costs) Regulations 2014, from memory; to be
 * checked. One-off costs are listed in the plan and are no part of the weekly sum.
 */
export const budgetedCost = (needs: readonly PlanNeed[]): Pence =>
  pence.parse(
    needs
      .filter(({ councilMeets, supportType }) => councilMeets && supportType !== 'reablement')
      .reduce((sum, { weeklyCost }) => sum + weeklyCost, 0),
  );

/** Why the figures of a budget do not hold together; empty when (a) cost = (b) person + (c) council. s.26(1). */
export const budgetProblems = ({ stage, cost, personPays, councilPays }: PersonalBudget): readonly BrokenRule[] => {
  if (personPays === undefined && councilPays === undefined) {
    return [];
  }
  if (personPays === undefined || councilPays === undefined) {
    return [
      {
        field: personPays === undefined ? 'budget.personPays' : 'budget.councilPays',
        rule: 's.26(1)',
        message: `Give both shares of the ${stage} budget, or neither while it is estimated`,
      },
    ];
  }
  return cost === personPays + councilPays
    ? []
    : [
        {
          field: 'budget.cost',
          rule: 's.26(1)',
          message: `The cost (${cost} pence) must be what the person pays (${personPays}) and what the council pays (${councilPays}) together`,
        },
      ];
};

/** The outcome of a financial assessment that a final budget rests on. */
export type Contribution = { readonly weekly: Pence };

/**
 * The final budget from the estimate: the person pays the assessed contribution, never more than the cost; the council the rest.
 *
 * The estimate comes before planning and may go up or down until sign-off (statutory guidance 11.24). Without a financial
 * assessment there is no final budget.
 */
export const finalBudget = (
  estimated: PersonalBudget,
  cost: Pence,
  contribution: Contribution | undefined,
):
  | { readonly ok: true; readonly budget: Extract<PersonalBudget, { stage: 'final' }> }
  | { readonly ok: false; readonly problem: BrokenRule } => {
  if (contribution === undefined) {
    return {
      ok: false,
      problem: {
        field: 'budget.personPays',
        rule: 's.26(1)(b); s.17',
        message: 'Finish the financial assessment before making the budget final',
      },
    };
  }
  const personPays = pence.parse(Math.min(contribution.weekly, cost));
  return {
    ok: true,
    budget: {
      stage: 'final',
      cost,
      personPays,
      councilPays: pence.parse(cost - personPays),
      otherPublicMoney: estimated.otherPublicMoney,
      contributionPaid: estimated.contributionPaid,
    },
  };
};

/**
 * What the ways of holding the budget must add up to: the whole cost when the person pays the contribution to the council, and the
 * council's share when the contribution is taken off the direct payment.
 */
export const amountToHold = ({ contributionPaid, cost, councilPays }: PersonalBudget): Pence =>
  contributionPaid === 'taken-off-direct-payment' ? (councilPays ?? cost) : cost;

const timesAYear = { weekly: 52, 'every-four-weeks': 13, monthly: 12 } as const;

/** A year is counted as 52 weeks, or as 365.25 days; what a direct payment comes to may lie between, to the next penny. */
const paymentAgrees = (route: Extract<PaymentRoute, { route: 'direct-payment' }>): boolean => {
  if (route.frequency === 'once') {
    return route.weekly === 0;
  }
  const payments = timesAYear[route.frequency];
  const inWeeks = route.weekly * 52;
  return route.frequency === 'monthly'
    ? route.amountEachTime >= Math.floor(inWeeks / payments) &&
        route.amountEachTime <= Math.ceil((route.weekly * 365.25) / 7 / payments)
    : route.amountEachTime * payments === inWeeks;
};

/**
 * Why the ways of holding the budget do not hold together: direct payment, council-managed, third party, or several.
 *
 * Their weekly amounts add up; a direct payment names needs that the council meets, its amount and its frequency (s.25(2)).
 */
export const routeProblems = (
  routes: readonly PaymentRoute[],
  budget: PersonalBudget,
  needs: readonly PlanNeed[],
): readonly BrokenRule[] => {
  const total = routes.reduce((sum, { weekly }) => sum + weekly, 0);
  const expected = amountToHold(budget);
  const problems: BrokenRule[] = [];
  if (total !== expected) {
    problems.push({
      field: 'paymentRoutes',
      rule: 's.26; ways to hold the budget',
      message: `The ways of holding the budget come to ${total} pence a week and must come to ${expected}`,
    });
  }
  if (
    budget.contributionPaid === 'taken-off-direct-payment' &&
    !routes.some(({ route }) => route === 'direct-payment')
  ) {
    problems.push({
      field: 'budget.contributionPaid',
      rule: 's.31',
      message: 'The contribution can be taken off a direct payment only where there is one',
    });
  }
  for (const [index, route] of routes.entries()) {
    if (route.route !== 'direct-payment') continue;
    if (!paymentAgrees(route)) {
      problems.push({
        field: `paymentRoutes.${index}.amountEachTime`,
        rule: 's.25(2)',
        message: 'The amount and frequency of the direct payment must come to its weekly amount',
      });
    }
    for (const number of route.needs.filter((one) => needs[one - 1]?.councilMeets !== true)) {
      problems.push({
        field: `paymentRoutes.${index}.needs`,
        rule: 's.25(2)',
        message: `Need ${number} is not one that the council will meet`,
      });
    }
  }
  return problems;
};
