import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';

/** Whose turn it is with an open task: nobody has taken it, somebody has, or it waits for something. */
export type TaskState = 'unclaimed' | 'held' | 'waiting';

/** An index and a partition of it, in which tasks lie by their due date and priority. */
export type TaskPart = { readonly index: 'work' | 'due' | 'holder'; readonly pk: string };

/**
 * The open tasks of one team in one state. What nobody has taken lies where the first release put all of them, so that nothing of it is out of sight
 * before the night's run has put each in its place.
 */
export const teamPart = (council: CouncilSlug, role: StaffRole, state: TaskState): TaskPart => ({
  index: 'work',
  pk: `WORK#${council}#${role}${state === 'unclaimed' ? '' : `#${state}`}`,
});

/** What one member of staff has to do, what of it waits, and what they have done, by the moment. */
export const holderPart = (council: CouncilSlug, id: string, list: 'todo' | 'waiting' | 'done'): TaskPart => ({
  index: 'holder',
  pk: `HOLDER#${council}#${id}#${list}`,
});

/** Every open task of a council. */
export const councilPart = (council: CouncilSlug): TaskPart => ({ index: 'due', pk: `DUE#${council}` });

/** What a council's staff and people have finished, by the moment: from it is counted how long work takes. */
export const donePart = (council: CouncilSlug): TaskPart => ({ index: 'due', pk: `DONE#${council}` });

/** Where an open task stands among those of its team. */
export const stateOf = ({ waiting, assignee }: Pick<Task, 'waiting' | 'assignee'>): TaskState => {
  if (waiting) return 'waiting';
  return assignee ? 'held' : 'unclaimed';
};

/** The place of a task in every list: first what is due first, then what matters more. Unique, so that it serves as a cursor; no personal data. */
export const placeOf = ({ status, dueOn, priority = 3, closed, id }: Task): string =>
  status === 'open' ? `${dueOn}#${priority}#${id}` : `${closed?.at}#${id}`;

/** The attributes by which the indexes list a task. Sparse: one that is over is only among what its worker has done. */
export const listedIn = (task: Task): Readonly<Record<string, string>> => {
  const { council, role, assignee, status, closed } = task;
  if (status === 'open') {
    const state = stateOf(task);
    return {
      workPk: teamPart(council, role, state).pk,
      duePk: councilPart(council).pk,
      ...(assignee && { holderPk: holderPart(council, assignee.id, state === 'waiting' ? 'waiting' : 'todo').pk }),
      workSk: placeOf(task),
    };
  }
  if (status === 'cancelled' || closed === undefined) return {};
  const { by } = closed;
  return {
    duePk: donePart(council).pk,
    // What a person finished themselves is no member of staff's.
    ...(by && by.id !== 'public' && { holderPk: holderPart(council, by.id, 'done').pk }),
    workSk: placeOf(task),
  };
};
