import type { IsoInstant } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Task } from '../../schemas/task.ts';

/** The mail that is owed where the person knows somebody else by name from now on: who, since when, and how to reach them. @param mark of the change */
export const otherNameOwed = (
  { council, reference }: Pick<Task, 'council' | 'reference'>,
  mark: string,
  at: IsoInstant,
): Signal => {
  const step = `key-worker-${mark}`;
  return { council, reference, at, id: `tell-${step}`, kind: 'tell-person', step, template: 'key-worker-changed' };
};
