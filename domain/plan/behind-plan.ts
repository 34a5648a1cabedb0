import { adultOutcomeKeys, carerOutcomeKeys } from '../../schemas/eligibility.ts';
import type { KeptCharge } from '../../schemas/finance.ts';
import { meaningsForAdults, meaningsForCarers, outcomesFound } from '../../schemas/forms/fragments/outcomes-found.ts';
import type { PlanAnswers } from '../../schemas/forms/plan.ts';
import type { CaseRecord, PlanRecord } from '../../schemas/records.ts';
import { allWorkOf, workOf } from '../journey/work-records.ts';
import { planInForce } from './plan-states.ts';

/** What one case's records say that a plan has to agree with. */
export type BehindPlan = {
  /** The outcomes that the newest decision about each found to be eligible needs; absent where nothing was decided. */
  readonly eligible?: {
    readonly adult?: ReadonlySet<string> | undefined;
    readonly carer?: ReadonlySet<string> | undefined;
  };
  /** What the newest financial assessment worked out. */
  readonly charge?: KeptCharge | undefined;
  /** The estimate a week of the journey in which the plan is written; a review makes none. */
  readonly estimated?: number | undefined;
  /** What the plan in force says. */
  readonly before?: PlanAnswers | undefined;
  /** Whether a review or a new decision of this thread is finished, on which less support may rest. Care Act 2014 s.27(4). */
  readonly lookedAtAgain: boolean;
  /** The days between telling a person of less and its start. */
  readonly noticeDays: number;
};

/** The days of notice where a council has not set its own: no length is in the law, so this is our choice. */
export const usualNoticeDays = 28;

const eligibleAdult = (records: readonly CaseRecord[]): ReadonlySet<string> | undefined => {
  const answers = workOf(records, 'decide-eligibility')?.answers;
  if (answers === undefined) return undefined;
  const found = outcomesFound(answers, adultOutcomeKeys, meaningsForAdults);
  const unable = found.filter(({ applies, meanings }) => applies && meanings.length > 0);
  return new Set(answers.result === 'eligible' ? unable.map(({ outcome }) => outcome) : []);
};

const eligibleCarer = (records: readonly CaseRecord[]): ReadonlySet<string> | undefined => {
  const answers = workOf(records, 'decide-carer-eligibility')?.answers;
  if (answers === undefined) return undefined;
  const found = outcomesFound(answers, carerOutcomeKeys, meaningsForCarers);
  const unable = found.filter(({ applies, meanings }) => applies && meanings.length > 0);
  const health = answers.carerHealth === 'no' ? [] : ['carer-health'];
  return new Set(answers.result === 'eligible' ? [...unable.map(({ outcome }) => outcome), ...health] : []);
};

/** What a version of the plan says: its words are in the record of the work that wrote it, which has the same id. */
export const wordsOf = (plan: Pick<PlanRecord, 'id'> | undefined, records: readonly CaseRecord[]) =>
  plan && allWorkOf(records, 'draft-plan').find(({ id }) => id === plan.id)?.answers;

/** The plans among the records of a case. */
const plansAmong = (records: readonly CaseRecord[]): PlanRecord[] =>
  records.flatMap((record) => (record.kind === 'plan' ? [record] : []));

/** The record of the plan in force, which a plan of the thread may come to replace; the thread's own agreed plan is none before itself. */
export const recordInForce = (records: readonly CaseRecord[], thread?: string): PlanRecord | undefined => {
  const others = plansAmong(records).filter(({ id }) => thread === undefined || !id.startsWith(`${thread}.`));
  const { version: inForce } = planInForce(others.map(({ number, state }) => ({ version: number, state }))) ?? {};
  return others.find(({ number }) => number === inForce);
};

/** The newest estimate of a journey: its own, or that made again when somebody questioned it; a review makes none. */
const estimateOf = (records: readonly CaseRecord[], thread: string) => {
  const own = workOf(records, 'estimate-budget', thread);
  const again = workOf(records, 'estimate-budget', 'case');
  return own && again && again.at > own.at ? again : own;
};

/** The newest charge that a financial assessment of the case worked out. */
export const chargeOf = (records: readonly CaseRecord[]): KeptCharge | undefined => {
  const result = workOf(records, 'assess-finances')?.result;
  return result?.kind === 'charge' ? result.charge : undefined;
};

/** What a person pays in a whole week by a charge, in pence. */
export const personPaysBy = (charge: KeptCharge | undefined): number => (charge?.wholeWeek ?? charge)?.personPays ?? 0;

/**
 * What the records of a case say that a plan written in a thread has to agree with, read at the moment of asking: a decision that was
 * corrected and finances that were done again since the plan was written count.
 *
 * @param thread the journey or review in which the plan is written, such as `review-2`
 */
export const behindPlan = (
  records: readonly CaseRecord[],
  thread: string,
  noticeDays: number = usualNoticeDays,
): BehindPlan => {
  const estimate = estimateOf(records, thread)?.result;
  const before = wordsOf(recordInForce(records, thread), records);
  return {
    eligible: { adult: eligibleAdult(records), carer: eligibleCarer(records) },
    charge: chargeOf(records),
    estimated: estimate?.kind === 'estimate' ? estimate.weeklyTotal : undefined,
    before,
    lookedAtAgain: (['review-plan', 'decide-eligibility', 'decide-carer-eligibility'] as const).some((kind) =>
      workOf(records, kind, thread),
    ),
    noticeDays,
  };
};
