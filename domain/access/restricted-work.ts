import type { Restriction } from '../../schemas/restriction.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { StaffMember } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';
import { absenceOn, asWorker, worksOn } from '../staff/absence.ts';

/** Those of the directory who matter for work on a restricted record: the named in their order, and after them their managers and whoever restricted it. */
export type AroundRestricted = { readonly named: readonly StaffMember[]; readonly above: readonly StaffMember[] };

/**
 * Open work on a restricted record, as it is to be held: by one of the named who does such work; where none does, by the named ones' manager, or whoever
 * restricted the record. It lies with no team, since a team may not read it.
 */
export const heldByNamed = (
  task: Task,
  { to, by }: Pick<Restriction, 'to' | 'by'>,
  { named, above }: AroundRestricted,
  today: IsoDate,
): Task => {
  const holder = task.assignee?.id;
  const isFallback = holder !== undefined && (holder === by || above.some(({ id }) => id === holder));
  const isNamed = holder !== undefined && to.includes(holder);
  const doers = named.filter((member) => worksOn(member, task.role, today));
  if (task.status !== 'open' || isNamed || (isFallback && doers.length === 0)) return task;
  const next = doers[0] ?? above.find((member) => absenceOn(member, today) === undefined) ?? above[0];
  return next === undefined || next.id === holder ? task : { ...task, assignee: asWorker(next) };
};
