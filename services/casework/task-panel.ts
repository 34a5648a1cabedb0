import type { Block } from '../../templates/documents/document.ts';

/**
 * What stands beside the questions of a task where a list alone is not enough: worked out by the server from the answers so far and the
 * records of the case. Said in the blocks of a copy, so that `staff/panels.njk` prints it and JSON has the same.
 */
export type TaskPanel = {
  readonly id: string;
  readonly title: string;
  /** The sections of the task's list beside which it stands; beside all of them where none is named. */
  readonly sections?: readonly string[] | undefined;
  readonly blocks: readonly Block[];
};
