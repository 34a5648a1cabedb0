import type { CaseWorker } from '../../schemas/case.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Absence, StaffMember, StaffRole } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';
import { addDays, daysBetween } from '../time/clock-time.ts';
import { readableDate } from '../time/readable-date.ts';

/** The longest absence that is entered at once, in days; a slip in the year is longer. */
const longestDays = 730;

/** The absence of somebody on a day, if they are away. */
export const absenceOn = ({ absences = [] }: Pick<StaffMember, 'absences'>, day: IsoDate): Absence | undefined =>
  absences.find(({ from, to }) => from <= day && day <= to);

/** Whether somebody does a role's work on a day: they are in the directory, have the role, and are not away. */
export const worksOn = (member: StaffMember | undefined, role: StaffRole, day: IsoDate): member is StaffMember =>
  member?.roles.includes(role) === true && absenceOn(member, day) === undefined;

/** A member of staff as a task names who has it. */
export const asWorker = ({ id, name, email }: StaffMember): CaseWorker => ({ id, name, email });

/** Why a task does not stay with who has it. */
export type WhyHandedOn = 'away' | 'left' | 'role';

/** Why somebody may not keep a role's work on a day, if so. */
export const whyHandedOn = (
  holder: StaffMember | undefined,
  role: StaffRole,
  day: IsoDate,
): WhyHandedOn | undefined => {
  if (holder === undefined) return 'left';
  // A manager may hold what nobody else may: work on a restricted record.
  if (!holder.roles.includes(role) && !holder.roles.includes('manager')) return 'role';
  return absenceOn(holder, day) && 'away';
};

/** A task that goes on from who has it to who does it now, or to the team where that is nobody. */
export const handedTo = (task: Task, cover: StaffMember | undefined, at: Task['openedAt']): Task => {
  const { assignee, ...rest } = task;
  if (assignee === undefined) return task;
  return {
    ...rest,
    ...(cover && { assignee: asWorker(cover) }),
    assignedAt: at,
    handedOn: { from: assignee.id, ...(cover && { to: cover.id }), at },
  };
};

/** From whom a task came to who has it, while they still have it. */
export const cameFrom = ({ handedOn, assignee }: Pick<Task, 'handedOn' | 'assignee'>): string | undefined =>
  handedOn && handedOn.to === assignee?.id ? handedOn.from : undefined;

type Refusal = { readonly field: 'from' | 'to' | 'cover'; readonly message: string };

const overlap = (a: Pick<Absence, 'from' | 'to'>, b: Pick<Absence, 'from' | 'to'>): boolean =>
  a.from <= b.to && b.from <= a.to;

const spell = ({ from, to }: Pick<Absence, 'from' | 'to'>) => `from ${readableDate(from)} to ${readableDate(to)}`;

/**
 * Everything that is wrong with an absence, each with what to do.
 *
 * @param was the first day of the absence that it takes the place of, where one is changed
 * @param coverMember the cover as the directory has them, where one is named
 */
export const problemsOfAbsence = (
  absence: Pick<Absence, 'from' | 'to' | 'cover'>,
  member: StaffMember,
  coverMember: StaffMember | undefined,
  { today, was }: { readonly today: IsoDate; readonly was?: IsoDate | undefined },
): Refusal[] => {
  const { from, to, cover } = absence;
  const found: Refusal[] = [];
  if (to < from) found.push({ field: 'to', message: 'The last day must be the first day or later' });
  else if (daysBetween(from, to) > longestDays)
    found.push({ field: 'to', message: 'Check the year: enter at most two years at once' });
  else if (to < today)
    found.push({ field: 'to', message: 'That time is over, so no work would move. Give a last day from today on' });
  const other = (member.absences ?? []).find((one) => one.from !== was && overlap(one, absence));
  if (other) found.push({ field: 'from', message: `Away ${spell(other)} already. Change that absence instead` });
  if (cover === undefined) return found;
  const refuse = (message: string) => found.push({ field: 'cover', message });
  if (cover === member.id) refuse('Choose somebody else as cover, or leave it to the team');
  else if (coverMember === undefined) refuse('Choose somebody who is in the staff directory');
  else if (!coverMember.roles.some((role) => member.roles.includes(role)))
    refuse(
      `Choose somebody who may do this work: ${coverMember.name} has none of the roles ${member.roles.join(', ')}`,
    );
  else {
    const away = (coverMember.absences ?? []).find((one) => overlap(one, absence));
    if (away) refuse(`Choose somebody who is there: ${coverMember.name} is away ${spell(away)}`);
  }
  return found;
};

/** The absences of somebody with one entered, in place of the one that began on `was`; in their order. */
export const withAbsence = (member: StaffMember, absence: Absence, was?: IsoDate): StaffMember => ({
  ...member,
  absences: [...(member.absences ?? []).filter(({ from }) => from !== was), absence].toSorted((a, b) =>
    a.from.localeCompare(b.from),
  ),
});

/** The absences of somebody who is back today: one that has not begun is taken away, one that has ends yesterday. */
export const endedEarly = (member: StaffMember, from: IsoDate, today: IsoDate): StaffMember => ({
  ...member,
  absences: (member.absences ?? []).flatMap((one) => {
    if (one.from !== from) return [one];
    return one.from >= today ? [] : [{ ...one, to: addDays(today, -1) }];
  }),
});

/** Days after the end of an absence in which who is back is still told what happened. */
const tellBackDays = 14;

/** The absences that are over and of whose end somebody may not have been told yet. */
export const backFrom = ({ absences = [] }: StaffMember, today: IsoDate): Absence[] =>
  absences.filter(({ to }) => to < today && daysBetween(to, today) <= tellBackDays);

/** For whom somebody is named as cover on a day or later, so that who leaves or goes away is told whose work loses its cover. */
export const coveredBy = (id: string, everyone: readonly StaffMember[], today: IsoDate): StaffMember[] =>
  everyone.filter(({ absences = [] }) => absences.some(({ cover, to }) => cover === id && to >= today));

/** Days of absence from which on people are told whom to ask meanwhile, where a council has not said. Our own choice. */
const longDefault = 28;

/** The absence of somebody today where it is so long that people are told: shorter ones their team bridges. */
export const longAbsenceOn = (
  member: Pick<StaffMember, 'absences'>,
  today: IsoDate,
  { longAbsenceDays = longDefault }: { readonly longAbsenceDays?: number | undefined },
): Absence | undefined => {
  const away = absenceOn(member, today);
  return away && daysBetween(away.from, away.to) + 1 >= longAbsenceDays ? away : undefined;
};
