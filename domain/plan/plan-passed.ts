import type { CaseRecord, PlanRecord } from '../../schemas/records.ts';
import { allWorkOf } from '../journey/work-records.ts';
import { failedChecks } from './plan.ts';

/** The round of its thread in which a piece of work was done: each version of a plan is written, checked and agreed in one. */
const roundOf = (id: string): string | undefined => /-(\d+)$/.exec(id)?.[1];

/**
 * What the council said to this version, where a manager agrees to plans that somebody else has checked. What it said to a later one is no answer to
 * this: the plan that stands when a revised one is refused has been agreed to before. CB19.
 */
export const agreementOf = ({ id }: Pick<PlanRecord, 'id'>, records: readonly CaseRecord[]) => {
  const [thread] = id.split('.');
  return allWorkOf(records, 'agree-plan-for-council').find(
    (said) => said.id.startsWith(`${thread}.`) && roundOf(said.id) === roundOf(id),
  )?.answers;
};

/** The checks of a version, once they were made. */
export const checksOf = ({ checked }: Pick<PlanRecord, 'checked'>, records: readonly CaseRecord[]) =>
  allWorkOf(records, 'check-plan').find(({ id }) => id === checked)?.answers;

/** Whether the council did not pass a version itself, so that the person was never asked about it. */
export const isTurnedDown = (plan: Pick<PlanRecord, 'id' | 'checked'>, records: readonly CaseRecord[]): boolean => {
  const checks = checksOf(plan, records);
  return agreementOf(plan, records)?.agreed === 'no' || (checks !== undefined && failedChecks(checks).length > 0);
};
