import type { CaseWorker } from '../../schemas/case.ts';
import type { IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Task, WaitsFor } from '../../schemas/task.ts';
import type { BrokenRule } from '../ruling.ts';
import { addDays } from '../time/clock-time.ts';

/** Who asks to do something with a task. */
type Asking = { readonly id: string; readonly roles: readonly StaffRole[] };

/** Whether a task still waits on a day. On the day that was named it is to be done again, whatever has happened since. */
export const isWaiting = ({ waiting }: Pick<Task, 'waiting'>, today: IsoDate): boolean =>
  waiting !== undefined && waiting.until > today;

/**
 * Whether somebody may finish a task, or decide about it: whoever has it, a manager, and while nobody has it everybody of the team. Otherwise it is
 * with somebody else, whose work is not to be overtaken.
 */
export const isTheirsToDo = ({ assignee, role }: Pick<Task, 'assignee' | 'role'>, { id, roles }: Asking): boolean =>
  roles.includes('manager') || (assignee === undefined ? roles.includes(role) : assignee.id === id);

const changed = (task: Task, different: Partial<Task>): Task => ({ ...task, version: task.version + 1, ...different });

/** A task that somebody takes, or is given. What it waits for stays. */
export const givenTo = (task: Task, { id, name, email }: CaseWorker, at: IsoInstant): Task => {
  const { handover: _before, ...rest } = task;
  return changed(rest, { assignee: { id, name, email }, assignedAt: at });
};

/** The same where it is handed over: whoever has it now reads first what was promised, and by whom it was given. */
export const handedOverTo = (
  task: Task,
  to: CaseWorker,
  { at, by }: { readonly at: IsoInstant; readonly by: { readonly id: string; readonly name: string } },
): Task => ({
  ...givenTo(task, to, at),
  handover: { at, by, ...(task.assignee && { from: { id: task.assignee.id, name: task.assignee.name } }) },
});

/** A task that its holder gives back to the team. */
export const putBack = (task: Task, at: IsoInstant): Task => {
  const { assignee: _had, handover: _before, ...rest } = task;
  return changed(rest, { assignedAt: at });
};

/** A task that waits, for what and until when. Its due date and every promise stay as they are. */
export const waitsUntil = (
  task: Task,
  wait: { readonly for: WaitsFor; readonly until: IsoDate; readonly since: IsoInstant; readonly by: string },
): Task => changed(task, { waiting: wait });

/** A task that waits no more. */
export const waitOver = ({ waiting: _over, ...task }: Task): Task => changed(task, {});

/** The most days for which work waits before somebody looks at it again. */
const longestWaitDays = 92;

/** What is wrong with a day until which work is to wait. */
export const waitProblems = (until: IsoDate, today: IsoDate): Omit<BrokenRule, 'rule'>[] => {
  if (until <= today)
    return [{ field: 'until', message: 'Give a day after today. Work that can go on today does not wait' }];
  return until > addDays(today, longestWaitDays)
    ? [{ field: 'until', message: `Give a day within ${longestWaitDays} days, on which you look at it again` }]
    : [];
};
