import type { Task, TaskKind } from '../../schemas/task.ts';

/** Work of which a case has one at a time: what asks for it again joins the one that is open. */
const oneAtATime: readonly TaskKind[] = ['assess-finances', 'arrange-deferred-payment'];

/** Whether a kind of work is never opened beside another of its kind. */
export const isOneAtATime = (kind: TaskKind): boolean => oneAtATime.includes(kind);

/**
 * The open work that something new joins, saying why it was asked for, so that whoever holds it takes that in; undefined where the new work
 * stands by itself.
 */
export const joinedWork = (tasks: readonly Task[], wanted: Pick<Task, 'id' | 'kind' | 'reason'>): Task | undefined => {
  if (!isOneAtATime(wanted.kind)) return undefined;
  const open = tasks.find(({ id, kind, status }) => kind === wanted.kind && status === 'open' && id !== wanted.id);
  if (open === undefined) return undefined;
  const { reason = '' } = open;
  const both = wanted.reason && !reason.includes(wanted.reason) ? `${reason} ${wanted.reason}`.trim() : reason;
  return { ...open, version: open.version + 1, ...(both && { reason: both.slice(0, 300) }) };
};
