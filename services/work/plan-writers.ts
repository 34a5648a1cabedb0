import { whoWrote } from '../../domain/plan/who-wrote.ts';
import type { PlanRecord } from '../../schemas/records.ts';
import type { Task } from '../../schemas/task.ts';
import { savedAnswers, workDraft } from '../../schemas/work-draft.ts';
import type { Deps } from '../deps.ts';
import { workDraftKey } from '../store/changes.ts';
import { listOfTask } from './task-lists.ts';

/** Who of those that are not staff wrote in the plan that a task finishes; nobody where it is other work. */
export const planWriters = async (
  { store, councils }: Pick<Deps, 'store' | 'councils'>,
  task: Task,
): Promise<NonNullable<PlanRecord['writers']>> => {
  if (task.kind !== 'draft-plan') return [];
  const { pk, sk } = workDraftKey(task, task.id);
  const draft = await store.items.get(workDraft, pk, sk);
  const list = listOfTask(councils.known(task.council), task);
  return draft ? whoWrote(list, savedAnswers.parse(JSON.parse(draft.answers))) : [];
};
