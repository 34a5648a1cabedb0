/**
 * The personal budget and how it is held. Care Act 2014 s.26; amounts in whole pence a week.
 *
 * The split of daily living costs in s.26(2) belongs to the cap on care costs, which never started; it is left out on purpose.
 */
import type { KeptCharge } from '../../schemas/finance.ts';
import { type Pence, pence } from '../../schemas/scalars.ts';
import { inPounds } from '../forms/forms.ts';
import type { BrokenRule, Ruling } from '../ruling.ts';
import { type Budget, type HeldAnswers, needNumbers, type PlanNeed } from './plan-answers.ts';

/**
 * The cost to the council of meeting the needs that it will meet: the sum of their weekly cost lines. s.26(1)(a).
 *
 * Reablement stays out of the budget: Care and Support (Personal Budget: Exclusion of Costs) Regulations 2014, from memory; to be
 * checked. One-off costs are listed in the plan and are no part of the weekly sum.
 */
export const budgetedCost = (needs: readonly Pick<PlanNeed, 'councilMeets' | 'supportType' | 'weeklyCost'>[]): Pence =>
  pence.parse(
    needs
      .filter(({ councilMeets, supportType }) => councilMeets === 'yes' && supportType !== 'reablement')
      .reduce((sum, { weeklyCost }) => sum + weeklyCost, 0),
  );

/** Why the figures of a budget do not hold together; empty when (a) cost = (b) person + (c) council. s.26(1). */
export const budgetProblems = ({
  budgetStage,
  budgetCost,
  budgetPerson,
  budgetCouncil,
}: Budget): readonly BrokenRule[] => {
  if (budgetPerson === undefined && budgetCouncil === undefined && budgetStage === 'estimated') return [];
  if (budgetPerson === undefined || budgetCouncil === undefined) {
    const also = budgetStage === 'estimated' ? ', or neither while it is estimated' : '';
    return [
      {
        field: budgetPerson === undefined ? 'budgetPerson' : 'budgetCouncil',
        rule: 's.26(1)',
        message: `Give both shares of the ${budgetStage} budget${also}`,
      },
    ];
  }
  return budgetCost === budgetPerson + budgetCouncil
    ? []
    : [
        {
          field: 'budgetCost',
          rule: 's.26(1)',
          message: `The cost (${inPounds(budgetCost)}) must be what the person pays (${inPounds(budgetPerson)}) and what the council pays (${inPounds(budgetCouncil)}) together`,
        },
      ];
};

/** The outcome of a financial assessment that a final budget rests on. */
export type Contribution = { readonly weekly: Pence };

/**
 * What a person pays a week towards support of this cost, by a financial assessment: never more than the cost, and all of it where they pay the
 * full cost.
 *
 * Undefined where the assessment ended at the whole cost of cheaper support, so that nobody knows yet what they would pay of more.
 */
export const contributionOf = (
  {
    outcome,
    personPays,
    councilPays,
    deferred,
  }: Pick<KeptCharge, 'outcome' | 'personPays' | 'councilPays' | 'deferred'>,
  cost: number,
): Contribution | undefined => {
  if (outcome === 'full-cost') return { weekly: pence.parse(cost) };
  const isWholeCost = councilPays === 0 && deferred === 0 && personPays > 0 && outcome === 'assessed';
  return isWholeCost && cost > personPays ? undefined : { weekly: pence.parse(Math.min(personPays, cost)) };
};

/** Whether a plan above the estimated budget may be agreed by the key worker, or goes to a manager (Lincolnshire's procedure). */
export const withinEstimate = (cost: number, estimated: number): Ruling<'within' | 'escalate'> =>
  cost <= estimated
    ? {
        may: true,
        code: 'within',
        reason: 'The plan costs no more than the estimated budget.',
        next: 'The plan may be checked and agreed.',
        source: 'statutory guidance 11.24',
      }
    : {
        may: false,
        code: 'escalate',
        reason: 'The plan costs more than the estimated budget.',
        next: 'Ask a manager: an estimate may go up when the needs cannot be met for less.',
        source: 'statutory guidance 11.24',
      };

/**
 * The final budget from the estimate: the person pays the assessed contribution, never more than the cost; the council the rest.
 *
 * The estimate comes before planning and may go up or down until sign-off (statutory guidance 11.24). Without a financial
 * assessment there is no final budget.
 */
export const finalBudget = (
  estimated: Budget,
  cost: Pence,
  contribution: Contribution | undefined,
):
  | { readonly ok: true; readonly budget: Budget & { readonly budgetPerson: number; readonly budgetCouncil: number } }
  | { readonly ok: false; readonly problem: BrokenRule } => {
  if (contribution === undefined) {
    return {
      ok: false,
      problem: {
        field: 'budgetPerson',
        rule: 's.26(1)(b); s.17',
        message: 'Finish the financial assessment before making the budget final',
      },
    };
  }
  const budgetPerson = pence.parse(Math.min(contribution.weekly, cost));
  return {
    ok: true,
    budget: {
      ...estimated,
      budgetStage: 'final',
      budgetCost: cost,
      budgetPerson,
      budgetCouncil: pence.parse(cost - budgetPerson),
    },
  };
};

/**
 * What the ways of holding the budget must add up to: the whole cost when the person pays the contribution to the council, and the
 * council's share when the contribution is taken off the direct payment.
 */
export const amountToHold = ({ contributionPaid, budgetCost, budgetCouncil }: Budget): number =>
  contributionPaid === 'taken-off-direct-payment' ? (budgetCouncil ?? budgetCost) : budgetCost;

type DirectPayment = NonNullable<HeldAnswers['directPayments']>[number];

const timesAYear = { weekly: 52, 'every-four-weeks': 13, monthly: 12 } as const;

/** A year is counted as 52 weeks, or as 365.25 days; what a direct payment comes to may lie between, to the next penny. */
const paymentAgrees = ({ every, weekly, amountEachTime }: DirectPayment): boolean => {
  if (every === 'once') return weekly === 0;
  const payments = timesAYear[every];
  const inWeeks = weekly * 52;
  return every === 'monthly'
    ? amountEachTime >= Math.floor(inWeeks / payments) && amountEachTime <= Math.ceil((weekly * 365.25) / 7 / payments)
    : amountEachTime * payments === inWeeks;
};

const paymentProblems = (payment: DirectPayment, index: number, needs: readonly PlanNeed[]): readonly BrokenRule[] => {
  const problems: BrokenRule[] = [];
  const refuse = (column: keyof DirectPayment, message: string) =>
    problems.push({ field: `directPayments[${index}].${column}`, rule: 's.25(2)', message });
  if (!paymentAgrees(payment)) {
    refuse('amountEachTime', 'The amount and frequency of the direct payment must come to its weekly amount');
  }
  const numbers = needNumbers(payment.needs);
  if (numbers.length === 0) refuse('needs', 'Give the numbers of the needs that it meets, such as 1, 3');
  for (const number of numbers.filter((one) => needs[one - 1]?.councilMeets !== 'yes')) {
    refuse('needs', `Need ${number} is not one that the council will meet`);
  }
  return problems;
};

/**
 * Why the ways of holding the budget do not hold together: direct payment, council-managed, third party, or several.
 *
 * Their weekly amounts add up; a direct payment names needs that the council meets, its amount and its frequency (s.25(2)). A
 * contribution can be taken off a direct payment alone (s.31), which the list asks of no other way.
 */
export const heldProblems = (answers: HeldAnswers & Budget & { needs: readonly PlanNeed[] }): readonly BrokenRule[] => {
  const { directPayments = [], managedWeekly = 0, fundWeekly = 0, needs } = answers;
  const total = directPayments.reduce((sum, { weekly }) => sum + weekly, 0) + managedWeekly + fundWeekly;
  const expected = amountToHold(answers);
  return [
    ...(total === expected
      ? []
      : [
          {
            field: 'paymentRoutes',
            rule: 's.26; ways to hold the budget',
            message: `The ways of holding the budget come to ${inPounds(total)} a week and must come to ${inPounds(expected)}`,
          },
        ]),
    ...directPayments.flatMap((payment, index) => paymentProblems(payment, index, needs)),
  ];
};
