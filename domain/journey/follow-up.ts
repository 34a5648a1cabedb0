import type { IsoDate } from '../../schemas/scalars.ts';
import type { Task, TaskKind } from '../../schemas/task.ts';
import { type FollowUp, recordId } from './work-outcome.ts';

/** A short mark of a text, the same for the same text: FNV-1a, 32 bits. It tells a case's few tasks apart, and is no secret. */
export const markOf = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
};

/**
 * Other work that finishing a task opens, once: its step carries the task's mark, and stays short however long the chain of work that
 * opens work becomes.
 */
export const openedBy = (task: Task, kind: TaskKind, reason?: string): FollowUp => ({
  kind,
  step: `${kind}-from-${markOf(recordId(task))}`,
  reason,
});

/** The step of work that finished work has planned for a day because of what is known to change then: so it can be taken back by whatever replaces it. */
export const plannedStep = (kind: TaskKind, cause: string, finishedRecord: string): string =>
  `${kind}-${cause}-${markOf(finishedRecord)}`;

/**
 * The same work once more, on a later day. Its step has the next number, so that finishing a task opens it once:
 * `look-into-safety-3f0a1c`, then `look-into-safety-3f0a1c-again-2`, then `-again-3`.
 */
export const again = ({ id, kind }: Task, dueOn: IsoDate, reason: string): FollowUp => {
  const step = id.slice(id.lastIndexOf('.') + 1);
  const [, first, round] = /^(.+?)(?:-again-(\d+))?$/.exec(step) ?? [];
  return { kind, step: `${first}-again-${Number(round ?? 1) + 1}`, dueOn, reason };
};
