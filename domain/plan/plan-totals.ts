/**
 * What a plan that is being written comes to: its support line by line, by the week, once and by the year, against the estimate and the
 * charge. Exact pence; answers need not be complete. Care Act 2014 s.26; statutory guidance 11.24.
 */
import type { KeptCharge } from '../../schemas/finance.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { BehindPlan } from './behind-plan.ts';
import { amountToHold, budgetedCost, contributionOf } from './budget.ts';
import { amountOf, rowsOf } from './half-written.ts';
import type { Budget, PlanNeed } from './plan-answers.ts';
import { ratedCost } from './plan-lines.ts';

/** One need of a plan as money: who gives what at which unit cost, and what its weekly cost is beside its times at their rate. */
export type CostedNeed = {
  readonly outcome: string | undefined;
  readonly supportType: string | undefined;
  readonly provider: string | undefined;
  readonly times: number;
  readonly minutes: number;
  readonly rate: number;
  readonly per: 'hour' | 'time';
  readonly weekly: number;
  readonly oneOff: number;
  /** What the times come to at their rate, where that is not the weekly cost that was entered. */
  readonly ratedOtherwise?: number | undefined;
  /** Why it is no part of the weekly budget, where it is none. */
  readonly outside?: 'not-met-by-council' | 'reablement' | undefined;
};

/** What it all comes to, in pence. */
export type PlanTotals = {
  readonly needs: readonly CostedNeed[];
  readonly weekly: number;
  readonly outsideWeekly: number;
  readonly oneOff: number;
  /** 52 weeks, which is how the payments of a year are counted. */
  readonly yearly: number;
  readonly firstYear: number;
  readonly estimated: number | undefined;
  /** What the budget states as its cost, where somebody has entered it. */
  readonly stated: number | undefined;
  /** What the person and the council pay a week by the financial assessment; `unknown` where it ended below this cost. */
  readonly shares: { readonly person: number; readonly council: number } | 'unknown' | undefined;
  /** What is known already to change, and from which day. */
  readonly later: NonNullable<KeptCharge['later']>;
  /** What the ways of holding the budget come to, and what they must come to. */
  readonly held: { readonly now: number; readonly expected: number } | undefined;
  readonly otherMoney: number;
};

const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const costedNeeds = (answers: Readonly<Answers>): CostedNeed[] =>
  rowsOf(answers, 'needs').map((row) => {
    const weekly = amountOf(row['weeklyCost']);
    const rated = ratedCost(row);
    const outside =
      row['councilMeets'] === 'no'
        ? ('not-met-by-council' as const)
        : row['supportType'] === 'reablement'
          ? ('reablement' as const)
          : undefined;
    return {
      outcome: word(row['outcome']),
      supportType: word(row['supportType']),
      provider: word(row['provider']),
      times: amountOf(row['times']),
      minutes: amountOf(row['minutes']),
      rate: amountOf(row['rate']),
      per: row['per'] === 'hour' ? 'hour' : 'time',
      weekly,
      oneOff: amountOf(row['oneOffCost']),
      ...(rated > 0 && rated !== weekly && { ratedOtherwise: rated }),
      ...(outside && { outside }),
    };
  });

const sharesOf = (charge: KeptCharge | undefined, weekly: number): PlanTotals['shares'] => {
  if (charge === undefined) return undefined;
  const worked = contributionOf(charge, weekly);
  return worked ? { person: worked.weekly, council: weekly - worked.weekly } : 'unknown';
};

/** What the ways of holding the budget come to beside what they must, once a way is chosen. */
const heldOf = (answers: Readonly<Answers>, weekly: number, shares: PlanTotals['shares']): PlanTotals['held'] => {
  const routes = answers['paymentRoutes'];
  if (!Array.isArray(routes) || routes.length === 0) return undefined;
  const direct = rowsOf(answers, 'directPayments').reduce((sum, row) => sum + amountOf(row['weekly']), 0);
  const now = direct + amountOf(answers['managedWeekly']) + amountOf(answers['fundWeekly']);
  const contributionPaid = answers['contributionPaid'] as Budget['contributionPaid'];
  const council = typeof shares === 'object' ? shares.council : undefined;
  const budget = { budgetCost: weekly, budgetCouncil: council, contributionPaid } as Budget;
  return { now, expected: amountToHold(budget) };
};

/**
 * What a plan comes to as it stands.
 *
 * @param behind what the case's records say: the estimate and the charge
 */
export const planTotals = (
  answers: Readonly<Answers>,
  { estimated, charge }: Pick<BehindPlan, 'estimated' | 'charge'>,
): PlanTotals => {
  const needs = costedNeeds(answers);
  const weekly = budgetedCost(
    needs.map(({ outside, weekly: cost }) => ({
      councilMeets: outside === 'not-met-by-council' ? 'no' : 'yes',
      supportType: (outside === 'reablement' ? 'reablement' : 'other') satisfies PlanNeed['supportType'],
      weeklyCost: cost,
    })) as Parameters<typeof budgetedCost>[0],
  );
  const oneOff = needs.reduce((sum, need) => sum + need.oneOff, 0);
  const shares = sharesOf(charge, weekly);
  return {
    needs,
    weekly,
    outsideWeekly: needs.reduce((sum, { outside, weekly: cost }) => sum + (outside ? cost : 0), 0),
    oneOff,
    yearly: weekly * 52,
    firstYear: weekly * 52 + oneOff,
    estimated,
    stated: answers['budgetCost'] === undefined ? undefined : amountOf(answers['budgetCost']),
    shares,
    later: charge?.later ?? [],
    held: heldOf(answers, weekly, shares),
    otherMoney: rowsOf(answers, 'otherPublicMoney').reduce((sum, row) => sum + amountOf(row['weekly']), 0),
  };
};
