import type { KeptCharge } from '../../schemas/finance.ts';
import type { CaseRecord, PlanRecord } from '../../schemas/records.ts';
import { type IsoDate, pence } from '../../schemas/scalars.ts';
import type { Kept } from '../journey/work-outcome.ts';
import { wordsOf } from './behind-plan.ts';
import { contributionOf, finalBudget } from './budget.ts';
import type { Budget } from './plan-answers.ts';

/**
 * The budget as a plan and a financial assessment fix it, whichever of the two came first in that council; undefined as long as it is only an
 * estimate. Care Act 2014 s.26(1).
 */
export const fixedBudget = (answers: Budget, charge: KeptCharge | undefined, today: IsoDate): PlanRecord['budget'] => {
  const final = finalBudget(
    answers,
    pence.parse(answers.budgetCost),
    charge && contributionOf(charge, answers.budgetCost),
  );
  if (!final.ok) return undefined;
  const { budgetCost: cost, budgetPerson: person, budgetCouncil: council } = final.budget;
  return { cost, person, council, fixedOn: today };
};

/** The plans of a case that a charge gives their final budget: what the person is asked to agree, has agreed, or lives with. */
export const budgetsFixedBy = (
  charge: KeptCharge,
  records: readonly CaseRecord[],
  today: IsoDate,
): { readonly plans: readonly Kept[]; readonly isFirst: boolean } => {
  const open = records.flatMap((record) =>
    record.kind === 'plan' && ['submitted', 'agreed', 'active'].includes(record.state) ? [record] : [],
  );
  const fixed = open.flatMap((plan) => {
    const words = wordsOf(plan, records);
    const budget = words && fixedBudget(words, charge, today);
    const { person, cost } = plan.budget ?? {};
    return budget === undefined || (budget.person === person && budget.cost === cost) ? [] : [{ plan, budget }];
  });
  return {
    plans: fixed.map(({ plan: { council: _council, reference: _reference, ...plan }, budget }) => ({
      ...plan,
      budget,
      version: plan.version + 1,
    })),
    isFirst: fixed.some(({ plan }) => plan.state !== 'submitted' && plan.budget === undefined),
  };
};
