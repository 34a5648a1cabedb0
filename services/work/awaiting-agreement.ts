import { type Agreement, agreementFor, type SoughtFor } from '../../domain/plan/authority.ts';
import { planLookedAt, soughtFor } from '../../domain/plan/plan-looked-at.ts';
import type { PlanView } from '../../schemas/panel-view.ts';
import type { PlanRecord } from '../../schemas/records.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import type { WholeCase } from '../store/case-store.ts';
import { colleaguesToday } from './colleagues.ts';

/** A plan that waits for the council's agreement, whose agreement it takes, and what a panel has said of it so far. */
export type Awaiting = {
  readonly plan: PlanRecord;
  readonly sought: SoughtFor;
  readonly agreement: Agreement;
  readonly views: readonly PlanView[];
  /** How many can be on the panel, with those who have spoken already. */
  readonly members: number;
};

/** Whose agreement the plan of a task takes today. Undefined where the task waits for none. */
export const awaitingAgreement = async (
  deps: Pick<Deps, 'store' | 'clock' | 'councils'>,
  task: Task,
  { records }: Pick<WholeCase, 'records'>,
): Promise<Awaiting | undefined> => {
  const plans = records.flatMap((record) => (record.kind === 'plan' ? [record] : []));
  const plan = planLookedAt(task, plans);
  if (task.kind !== 'agree-plan-for-council' || plan === undefined) return undefined;
  const [staff, views] = await Promise.all([
    colleaguesToday(deps, task.council),
    deps.store.views(task.council, task.reference, task.id),
  ]);
  const sought = soughtFor(plan, records);
  const agreement = agreementFor(deps.councils.known(task.council).plans, sought, staff);
  const members = new Set([...agreement.who.map(({ id }) => id), ...views.map(({ by }) => by.id)]).size;
  return { plan, sought, agreement, views, members };
};
