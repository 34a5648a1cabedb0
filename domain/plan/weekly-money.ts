import type { CareCase } from '../../schemas/case.ts';
import type { KeptCharge } from '../../schemas/finance.ts';
import type { CaseRecord, PlanRecord } from '../../schemas/records.ts';
import { workOf } from '../journey/work-records.ts';
import { recordInForce, wordsOf } from './behind-plan.ts';

/** What support costs a week now and who pays it, in the pence of the records; what is not worked out is undefined. */
export type WeeklyMoney = {
  /** Whether it is fixed, may still change, or is an estimate of the cost alone. */
  readonly stands: 'fixed' | 'provisional' | 'estimated';
  /** Left out where it is the sum of the parts. */
  readonly cost?: number;
  readonly person: number | undefined;
  readonly council: number | undefined;
  readonly deferred: number;
  readonly topUp: number;
  /** Whether a part that is put off is within what the council pays: the plan costs something else than what was charged for. */
  readonly deferredWithin: boolean;
  /** The record of the financial assessment with its working. */
  readonly workedOutIn?: string;
};

const ofCharge = ({ wholeWeek, ...charge }: KeptCharge) => wholeWeek ?? charge;

/** The plan that the person lives with, or else the one that they are asked to agree to. */
const planNow = (records: readonly CaseRecord[]): PlanRecord | undefined =>
  recordInForce(records) ??
  records
    .flatMap((record) => (record.kind === 'plan' && record.state === 'submitted' ? [record] : []))
    .toSorted((a, b) => b.number - a.number)[0];

/**
 * What a case's support costs each week now: by the budget of its plan, and as long as there is none by the charge, or else by the estimate of the
 * present journey. Undefined before there is any of them, and once the case is closed.
 *
 * @see Care Act 2014 s.26(1): the cost, what the person pays, what the council pays
 */
export const weeklyMoney = (careCase: CareCase, records: readonly CaseRecord[]): WeeklyMoney | undefined => {
  if (careCase.closed) return undefined;
  const plan = planNow(records);
  const thread = `assessment-${careCase.journey}`;
  const assessed = plan ? workOf(records, 'assess-finances') : workOf(records, 'assess-finances', thread);
  const charge = assessed?.result?.kind === 'charge' ? assessed.result.charge : undefined;
  const charged = charge && ofCharge(charge);
  const stands = charge?.status === 'provisional' ? 'provisional' : 'fixed';
  const workedOutIn = assessed && charge ? { workedOutIn: assessed.id } : {};
  const none = { deferred: 0, topUp: 0, deferredWithin: false };
  if (charged && (plan?.budget === undefined ? plan === undefined : isSame(plan.budget, charged))) {
    const { personPays: person, councilPays: council, deferred, topUp } = charged;
    return { stands, person, council, deferred, topUp, deferredWithin: false, ...workedOutIn };
  }
  if (plan?.budget) {
    const { cost, person, council } = plan.budget;
    return { ...none, stands, cost, person, council, deferredWithin: (charged?.deferred ?? 0) > 0, ...workedOutIn };
  }
  const estimate = workOf(records, 'estimate-budget', thread)?.result;
  const cost = wordsOf(plan, records)?.budgetCost ?? (estimate?.kind === 'estimate' ? estimate.weeklyTotal : undefined);
  if (cost === undefined) return undefined;
  return { ...none, stands: 'estimated', cost, person: undefined, council: undefined };
};

const isSame = (
  { cost, person }: NonNullable<PlanRecord['budget']>,
  { personPays, councilPays, deferred }: Pick<KeptCharge, 'personPays' | 'councilPays' | 'deferred'>,
): boolean => person === personPays && cost === personPays + councilPays + deferred;
