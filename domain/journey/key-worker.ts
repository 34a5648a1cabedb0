import type { CareCase, CaseWorker } from '../../schemas/case.ts';
import type { Task, TaskKind } from '../../schemas/task.ts';
import { cameFrom } from '../staff/absence.ts';
import { refused, type TaskRefusal } from './work-outcome.ts';

/** Work that cannot go on while nobody holds the case: whoever it is about must know whom to ask. */
const needsOne: readonly TaskKind[] = ['draft-plan', 'set-up-support', 'review-plan'];

/** What finished work says of the key worker, or why it cannot be taken: none is named, or one who is there would be replaced without a reason. */
export const keyWorkerNamed = (
  kind: TaskKind,
  { keyWorker }: Pick<CareCase, 'keyWorker'>,
  answers: unknown,
): TaskRefusal | { readonly ok: true; readonly keyWorkerId?: string } => {
  const given = (answers as { readonly keyWorkerId?: unknown }).keyWorkerId;
  const named = typeof given === 'string' && given.trim() !== '' ? given : undefined;
  if (!needsOne.includes(kind)) return { ok: true };
  if (named === undefined && keyWorker === undefined) {
    return refused('keyWorkerId', 'Name the key worker: the case has none. The person is told who it is');
  }
  if (named !== undefined && keyWorker !== undefined && keyWorker.id !== named) {
    return refused(
      'keyWorkerId',
      'Leave this blank. The case has a key worker, who is changed on the case, with the reason',
    );
  }
  return { ok: true, ...(named !== undefined && keyWorker === undefined && { keyWorkerId: named }) };
};

/** The key worker's open work as it goes to another: what the one before had, and what nobody had taken. */
export const followingTasks = (tasks: readonly Task[], before: CaseWorker | undefined, keyWorker: CaseWorker): Task[] =>
  tasks
    .filter(({ status, role, assignee, handedOn }) => {
      const from = cameFrom({ handedOn, assignee });
      const isTheirs = assignee === undefined || [assignee.id, from].includes(before?.id);
      return status === 'open' && role === 'key-worker' && isTheirs;
    })
    .map((task) => ({ ...task, version: task.version + 1, assignee: keyWorker }));
