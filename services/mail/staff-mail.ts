import { absenceOn } from '../../domain/staff/absence.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import type { Council } from '../../schemas/council.ts';
import type { StaffMail, StaffMailTemplate, TaskLine } from '../../schemas/mail.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import type { StaffMember, StaffRole } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';

/** The lines of one mail to staff; the rest is counted, and a link leads to it. */
export const mostLines = 20;

/** Who a mail to staff goes to: a member of staff, a team's mailbox, or whoever a council names. */
export type StaffReader = { readonly id: string; readonly name: string; readonly email: string };

/** The templates are most of a bundle, and a step that finds its mail sent already needs none of them. */
const emails = () => import('../../templates/emails/emails.ts');

/** The first name of whom a task is about, as far as a mail may say it: never of somebody whose record is restricted, or who has not given one. */
export const firstNameInMail = ({ restricted, preferredName, firstName }: KnownPerson): string | undefined =>
  restricted ? undefined : (preferredName ?? firstName);

/** Where a task is worked on: behind sign-in, and nothing happens by opening it. */
export const staffLine = async (
  { store, siteUrl }: Pick<Deps, 'store' | 'siteUrl'>,
  task: Task,
  note?: string,
): Promise<TaskLine> => {
  const careCase = await store.case(task.council, task.reference);
  const person = careCase && firstNameInMail((await store.personOf(careCase)).person);
  // Which news somebody is to tell stands in the reason, which is in words without personal data.
  const said = note ?? (task.kind === 'contact-another-way' ? task.reason : undefined);
  return {
    title: kindsOfWork[task.kind].title,
    reference: task.reference,
    ...(person && { person }),
    dueOn: readableDate(task.dueOn),
    ...(said && { note: said }),
    url: `${siteUrl}/${task.council}/staff/tasks/${task.id}`,
  };
};

/** Who reads what is sent to whoever has a task: they themselves, or the team while nobody has it. */
export const readerOf = (
  { teams }: Council,
  { assignee, role }: Pick<Task, 'role'> & Partial<Pick<Task, 'assignee'>>,
): StaffReader => assignee ?? { id: role, ...teams[role] };

/** Who reads in place of a member of staff on a day: themselves, their cover while they are away, or nobody where that one is away too. */
export const presentReader = async (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  council: Council,
  member: StaffMember | undefined,
  role?: StaffRole,
): Promise<StaffMember | undefined> => {
  if (member === undefined) return undefined;
  const today = londonDate(clock.now());
  const away = absenceOn(member, today);
  if (away === undefined) return member;
  const cover = away.cover === undefined ? undefined : await store.staff(council.slug, away.cover);
  const isThere = cover && absenceOn(cover, today) === undefined && (role === undefined || cover.roles.includes(role));
  return isThere ? cover : undefined;
};

/**
 * Sends a mail about several tasks: the first {@link mostLines} of them, and a link to the rest. Answers whether SES took it.
 *
 * @param of how many there are, where not all of them were read
 */
export const sendToStaff = async (
  deps: Pick<Deps, 'store' | 'siteUrl' | 'mailer' | 'clock'>,
  council: Council,
  to: Pick<StaffReader, 'name' | 'email'>,
  template: StaffMailTemplate,
  tasks: readonly { readonly task: Task; readonly note?: string }[],
  more: Partial<Pick<StaffMail, 'about' | 'counts' | 'feedback'>> & {
    readonly of?: number;
    readonly restAt?: string;
  } = {},
): Promise<boolean> => {
  const { of: all = tasks.length, restAt = 'tasks', ...said } = more;
  const lines = await Promise.all(tasks.slice(0, mostLines).map(({ task, note }) => staffLine(deps, task, note)));
  const { ok } = await deps.mailer.send({
    to: to.email,
    from: council.name,
    email: (await emails()).staffEmail(template, {
      to: to.name,
      councilName: council.name,
      tasks: lines,
      more: Math.max(0, all - lines.length),
      restUrl: `${deps.siteUrl}/${council.slug}/staff/${restAt}`,
      ...said,
    }),
    tags: { council: council.slug, reference: 'none', message: `${template}__${londonDate(deps.clock.now())}` },
  });
  return ok;
};
