import type { CaseRecord, PlanRecord } from '../../schemas/records.ts';
import type { Task } from '../../schemas/task.ts';
import { recordId } from '../journey/work-outcome.ts';
import type { SoughtFor } from './authority.ts';
import { wordsOf } from './behind-plan.ts';

/** The plans of the thread that a task belongs to; a review and a reassessment may be under way at the same time. */
export const ofThread = (task: Task, plans: readonly PlanRecord[]): PlanRecord[] => {
  const [thread] = recordId(task).split('.');
  return plans.filter(({ id }) => id.startsWith(`${thread}.`));
};

/** The plan that is being worked on: the newest version. */
export const newest = (plans: readonly PlanRecord[]): PlanRecord | undefined =>
  plans.toSorted((a, b) => b.number - a.number)[0];

/** The plan of the task's thread that is looked at: the newest that waits for an answer. */
export const planLookedAt = (task: Task, plans: readonly PlanRecord[]): PlanRecord | undefined => {
  const own = ofThread(task, plans);
  return newest(own.filter(({ state }) => state === 'submitted')) ?? newest(own);
};

/** What a plan costs a week and who wrote it: what its agreement depends on. */
export const soughtFor = (plan: PlanRecord, records: readonly CaseRecord[]): SoughtFor => ({
  weekly: wordsOf(plan, records)?.budgetCost ?? 0,
  author: plan.by.kind === 'staff' ? plan.by.id : undefined,
});
