import type { Council } from '../../schemas/council.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';
import { londonDate } from '../time/clock-time.ts';
import { addWorkingDays, workingDaysBetween } from '../time/working-days.ts';

/** Working days between two mails about the same late work to the same level, where a council has not said. Our own choice. */
const everyDefault = 5;

/** Working days before the day on which a task is due, where a council has not said. Our own choice. */
const remindDefault = 2;

/** Who is told of late work, and from how many working days on: the managers first, then whoever the council names above them. */
export type EscalationLevel = {
  readonly level: number;
  readonly afterWorkingDays: number;
  readonly to: { readonly role: StaffRole } | { readonly name: string; readonly email: string };
};

/** The levels of a council, the lowest first. */
export const escalationLevels = ({
  escalateAfterWorkingDays,
  escalation,
}: Pick<Council, 'escalateAfterWorkingDays' | 'escalation'>): readonly EscalationLevel[] => [
  { level: 1, afterWorkingDays: escalateAfterWorkingDays, to: { role: 'manager' } },
  ...(escalation?.above ?? []).map((one, index) => ({ level: index + 2, ...one })),
];

/** How many working days a task is late: 1 on the first after the day on which it was due. */
export const workingDaysLate = ({ dueOn }: Pick<Task, 'dueOn'>, today: IsoDate): number =>
  workingDaysBetween(dueOn, today);

/**
 * Whether a level is told today of late work: on the first working day after its days are over, and every so many from then on, for as long as it
 * lasts. Why something is late is not left to wait: managers hear of it at once. What is the managers' own goes to the levels above them.
 */
export const isEscalatedTo = (
  { level, afterWorkingDays }: EscalationLevel,
  { kind, role }: Pick<Task, 'kind' | 'role'>,
  late: number,
  { escalation }: Pick<Council, 'escalation'>,
): boolean => {
  if (level === 1 && role === 'manager') return false;
  const after = level === 1 && kind === 'explain-delay' ? 0 : afterWorkingDays;
  const since = late - after - 1;
  return since >= 0 && since % (escalation?.everyWorkingDays ?? everyDefault) === 0;
};

/** The last day on which what is due is spoken of in the morning: what is reminded of today. */
export const remindedUntil = (
  today: IsoDate,
  { remindWorkingDays = remindDefault }: Pick<Council, 'remindWorkingDays'>,
) => addWorkingDays(today, remindWorkingDays);

/** Whether a task is reminded of today: it is due in so many working days, and was opened before today. */
export const isRemindedOf = (
  { dueOn, openedAt }: Pick<Task, 'dueOn' | 'openedAt'>,
  today: IsoDate,
  council: Pick<Council, 'remindWorkingDays'>,
): boolean => {
  const until = remindedUntil(today, council);
  // What is due on a weekend is reminded of with what is due on the working day before it.
  return dueOn > today && dueOn >= until && dueOn < addWorkingDays(until, 1) && londonDate(openedAt) < today;
};

/** Whether anybody is chased for a task today: not while it waits for somebody else, until the day on which it is looked at again. */
export const isChased = ({ waiting }: Pick<Task, 'waiting'>, today: IsoDate): boolean =>
  waiting === undefined || waiting.until < today;

/** How a line of a list says when work is or was due. */
export const howDue = ({ dueOn }: Pick<Task, 'dueOn'>, today: IsoDate): string | undefined => {
  if (dueOn > today) return undefined;
  if (dueOn === today) return 'due today';
  const late = Math.max(1, workingDaysLate({ dueOn }, today));
  return `${late} working ${late === 1 ? 'day' : 'days'} late`;
};
