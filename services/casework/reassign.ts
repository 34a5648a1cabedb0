import { absenceOn } from '../../domain/staff/absence.ts';
import { addDays, londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import type { CouncilSlug, IsoDate } from '../../schemas/scalars.ts';
import type { StaffMember } from '../../schemas/staff.ts';
import type { Task, TaskId } from '../../schemas/task.ts';
import { createRestricting } from '../access/restricting.ts';
import type { Deps } from '../deps.ts';
import { Problem } from '../runtime/errors.ts';
import { problems } from '../runtime/problems.ts';
import { holderPart } from '../store/task-keys.ts';
import type { StaffIdentity } from '../web/staff-identity.ts';
import { mayTakeCase } from './may-take-case.ts';
import { createTaskHolding } from './task-holding.ts';
import { roleWords } from './who-did-it.ts';
import { mostCounted } from './work-counts.ts';

/** A task as it was chosen from a list: the version that was seen. */
export type Chosen = { readonly id: TaskId; readonly version: number };

/** What became of one task that was to be given to somebody. */
export type Row = { readonly id: TaskId; readonly moved: boolean; readonly why?: string };

/** A worker who may be given work, and how much they have and have done: to spread it, not to compare people. */
export type Offered = {
  readonly member: StaffMember;
  readonly open: number;
  readonly done7: number;
  readonly done30: number;
};

/** The members of staff who may do work of these kinds, with what they have on their hands. */
export const offeredFor = async (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  council: CouncilSlug,
  tasks: readonly Task[],
): Promise<Offered[]> => {
  const roles = new Set(tasks.map(({ role }) => role));
  const today = londonDate(clock.now());
  const able = (await store.everyone(council))
    .filter((member) => member.roles.some((role) => roles.has(role)))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return Promise.all(
    able.map(async (member) => {
      const done = (days: number) =>
        store.taskPages.count([holderPart(council, member.id, 'done')], addDays(today, -days), undefined, mostCounted);
      const [open, done7, done30] = await Promise.all([
        store.taskPages.count(
          [holderPart(council, member.id, 'todo'), holderPart(council, member.id, 'waiting')],
          undefined,
          undefined,
          mostCounted,
        ),
        done(7),
        done(30),
      ]);
      return { member, open, done7, done30 };
    }),
  );
};

/** The tasks that were chosen, as they are now; what is none of the council's is left out. */
export const chosenTasks = async (
  { store }: Pick<Deps, 'store'>,
  council: CouncilSlug,
  chosen: readonly Chosen[],
): Promise<Map<TaskId, Task>> => {
  const found = await Promise.all(chosen.map(({ id }) => store.task(council, id)));
  return new Map(found.flatMap((task) => (task ? [[task.id, task] as const] : [])));
};

/** Why a task did not go to somebody, from what it is now. */
const whyNot = (task: Task | undefined, to: StaffMember, version: number, today: IsoDate): string | undefined => {
  if (task === undefined) return 'It is not there';
  if (task.status !== 'open') return `${task.closed?.by?.name ?? 'Careway'} closed it`;
  if (!to.roles.includes(task.role)) return `${to.name} is no ${roleWords[task.role]}`;
  const away = absenceOn(to, today);
  if (away) return `${to.name} is away until ${readableDate(away.to)}`;
  if (task.version === version) return undefined;
  return task.assignee
    ? `It has changed since you looked: ${task.assignee.name} has it`
    : 'It has changed since you looked';
};

/** Names whoever gets work on a restricted record for it; whoever may not open it lets nobody in, which the row then says. */
const letIn = async (
  deps: Deps,
  slug: CouncilSlug,
  staff: StaffIdentity,
  { reference }: Task,
  { id }: StaffMember,
): Promise<void> => {
  const careCase = await deps.store.case(slug, reference);
  if (careCase === undefined) return;
  const { person } = await deps.store.personOf(careCase);
  const asking = { council: deps.councils.known(slug), staff };
  await createRestricting(deps)
    .letIn(asking, person, id, true)
    .catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
    });
};

/**
 * Gives tasks to one worker, each by itself: one that somebody changed meanwhile stays where it is and keeps no other from moving. The worker is
 * written to once for all that moved.
 */
export const reassign = async (
  deps: Deps,
  council: CouncilSlug,
  by: StaffIdentity,
  {
    to,
    reason,
    tasks: chosen,
    givesAccess = false,
  }: {
    readonly to: string;
    readonly reason: string;
    readonly tasks: readonly Chosen[];
    /** Whether they are named for the restricted records among these in the same step. */
    readonly givesAccess?: boolean | undefined;
  },
): Promise<Row[]> => {
  const { store } = deps;
  if (!by.roles.includes('manager')) throw problems.notYours();
  const [member, giver, found] = await Promise.all([
    store.staff(council, to),
    store.staff(council, by.id),
    chosenTasks(deps, council, chosen),
  ]);
  if (member === undefined) {
    throw problems.invalid([{ field: 'to', message: 'Choose somebody who is in the staff directory' }]);
  }
  const holding = createTaskHolding(deps);
  const today = londonDate(deps.clock.now());
  const rows: Row[] = [];
  for (const { id, version } of chosen) {
    const task = found.get(id);
    if (task?.status === 'open' && task.assignee?.id === to) {
      // Sent twice, or they had it before: as it was wanted.
      rows.push({ id, moved: true });
      continue;
    }
    const isNow = whyNot(task, member, version, today);
    if (givesAccess && task && isNow === undefined) await letIn(deps, council, by, task, member);
    const why = isNow ?? (task && (await mayTakeCase(deps, task, member)));
    if (task === undefined || why !== undefined) {
      rows.push({ id, moved: false, ...(why && { why }) });
      continue;
    }
    try {
      await holding.handOver(task, member, { ...by, name: giver?.name ?? by.id }, reason);
      rows.push({ id, moved: true });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      rows.push({ id, moved: false, why: error.details.title });
    }
  }
  return rows;
};

/** What became of tasks that were to be given to somebody, from what they are now: the page can be loaded again. */
export const rowsNow = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  council: CouncilSlug,
  to: StaffMember,
  chosen: readonly Chosen[],
): Promise<{ readonly task: Task; readonly row: Row }[]> => {
  const found = await chosenTasks(deps, council, chosen);
  const today = londonDate(deps.clock.now());
  const rowOf = async ({ id, version }: Chosen): Promise<{ task: Task; row: Row } | undefined> => {
    const task = found.get(id);
    if (task === undefined) return undefined;
    if (task.assignee?.id === to.id) return { task, row: { id, moved: true } };
    const why = whyNot(task, to, version, today) ?? (await mayTakeCase(deps, task, to));
    return { task, row: { id, moved: false, why: why ?? 'It could not be moved. Try it again' } };
  };
  return (await Promise.all(chosen.map(rowOf))).flatMap((row) => row ?? []);
};
