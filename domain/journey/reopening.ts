import type { CareCase } from '../../schemas/case.ts';
import type { CaseRecord, PlanRecord } from '../../schemas/records.ts';
import { workOf } from './work-records.ts';

/** Where a case that is opened again goes on. */
export type ComesBack =
  | { readonly at: 'support'; readonly plan: PlanRecord }
  | { readonly at: 'assessment' }
  | { readonly at: 'triage' };

/**
 * Where a closed case goes on when it is opened again: with the plan that was in force when it closed; else at the assessment, where triage
 * had asked for one; else at triage, so that nobody is left out who was once given advice alone. Care Act 2014 ss.9 and 27.
 */
export const comesBackTo = ({
  case: { planInForce },
  records,
}: {
  readonly case: Pick<CareCase, 'planInForce'>;
  readonly records: readonly CaseRecord[];
}): ComesBack => {
  const plan = records.find(
    (record): record is PlanRecord =>
      record.kind === 'plan' && record.number === planInForce && record.state === 'ended',
  );
  if (plan) return { at: 'support', plan };
  const triage = workOf(records, 'triage-request');
  return triage === undefined || triage.answers.outcome === 'advice-only' ? { at: 'triage' } : { at: 'assessment' };
};
