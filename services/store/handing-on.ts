import { heldByNamed } from '../../domain/access/restricted-work.ts';
import { absenceOn, handedTo, whyHandedOn, worksOn } from '../../domain/staff/absence.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { AuditEvent, CareCase } from '../../schemas/case.ts';
import type { Restriction } from '../../schemas/restriction.ts';
import type { CouncilSlug, IsoInstant } from '../../schemas/scalars.ts';
import type { StaffMember } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';
import { platform } from './audit.ts';
import type { Change } from './changes.ts';

/** What a task is read with. */
export type Reads = {
  readonly staff: (council: CouncilSlug, id: string) => Promise<StaffMember | undefined>;
  /** Whether somebody may read the case of a task: a cover never inherits the right to a restricted record. */
  readonly mayRead: (task: Task, member: StaffMember, careCase?: CareCase) => Promise<boolean>;
  /** To whom the record is restricted that the work of a change is about, if it is. */
  readonly restriction: (change: Change) => Promise<Restriction | undefined>;
};

/**
 * A task as it is to be written at a moment: open work stays with nobody who is away, has left or has lost the role. It goes to their cover,
 * or to the team where they have none who may do it.
 *
 * @param careCase as it is written with the task, where it is
 */
export const heldToday = async (
  { staff, mayRead }: Reads,
  task: Task,
  at: IsoInstant,
  careCase?: CareCase,
): Promise<Task> => {
  if (task.status !== 'open' || task.assignee === undefined) return task;
  const today = londonDate(at);
  const holder = await staff(task.council, task.assignee.id);
  if (whyHandedOn(holder, task.role, today) === undefined) return task;
  const coverId = holder && absenceOn(holder, today)?.cover;
  const cover = coverId === undefined ? undefined : await staff(task.council, coverId);
  const takes = worksOn(cover, task.role, today) && (await mayRead(task, cover, careCase)) ? cover : undefined;
  return handedTo(task, takes, at);
};

/** Open work on a restricted record with one of the named, or their manager. */
const withNamed = async (
  { staff }: Reads,
  council: CouncilSlug,
  tasks: readonly Task[],
  restriction: Restriction,
  at: IsoInstant,
): Promise<Task[]> => {
  const members = async (ids: readonly (string | undefined)[]) => {
    const known = [...new Set(ids.flatMap((id) => id ?? []))];
    return (await Promise.all(known.map((id) => staff(council, id)))).flatMap((member) => member ?? []);
  };
  const named = await members(restriction.to);
  const above = await members([...named.map(({ manager }) => manager), restriction.by]);
  return tasks.map((task) => heldByNamed(task, restriction, { named, above }, londonDate(at)));
};

/**
 * A change in which no open work stays with who is not there, with a line of the history for each task that goes on. This is the one place where
 * that is seen to: whatever writes a task, however it came by its worker, comes through here.
 */
export const withWorkHandedOn = async (reads: Reads, change: Change): Promise<{ change: Change; handedOn: Task[] }> => {
  const { tasks = [], events } = change;
  if (tasks.every(({ status }) => status !== 'open')) return { change, handedOn: [] };
  const [{ at, id, council, reference }] = events;
  const [here, restriction] = await Promise.all([
    Promise.all(tasks.map((task) => heldToday(reads, task, at, change.case))),
    reads.restriction(change),
  ]);
  const held = restriction ? await withNamed(reads, council, here, restriction, at) : here;
  const moved = held.filter((task, index) => task !== tasks[index]);
  const isSaid = ({ id: task }: Task) => events.some((one) => one.action === 'task-handed-on' && one.about === task);
  const lines: AuditEvent[] = moved
    .filter((task) => !isSaid(task))
    .map((task, index) => ({
      ...{ council, reference, at, id: `${id}-${index + 1}`, actor: platform('staff directory') },
      action: 'task-handed-on',
      about: task.id,
      authority: 'The council’s own division of work',
    }));
  const handedOn = moved.filter(
    (task) => task.handedOn !== tasks.find(({ id: before }) => before === task.id)?.handedOn,
  );
  return { change: { ...change, tasks: held, events: [...events, ...lines] }, handedOn };
};
