import { createHash } from 'node:crypto';
import type { StaffMailTemplate } from '../../schemas/mail.ts';
import type { IsoInstant } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Task } from '../../schemas/task.ts';

export type StaffNews = Extract<StaffMailTemplate, 'task-opened' | 'work-taken-back'>;

/** The end of the key of a mail that tells a team's managers of a task that somebody else has. */
export const managers = 'manager';

/** The key of a mail about a task in the ledger. */
export const staffKey = ({ id }: Pick<Task, 'id'>, template: StaffNews, reader: string): string =>
  `${id.slice(id.indexOf('.') + 1)}.${template}.${reader}`;

/** The id of the signal that owes a message: its key, as far as that is not too long for one. */
export const owedId = (key: string): string =>
  key.length <= 110 ? `mail-${key}` : `mail-${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;

/**
 * The mail that a task owes to whoever has it, for the transaction that writes the task: a crash after it loses no mail. Sent at once after it
 * by `workflows.trySend`, and by the sweep where that did not happen; the ledger's line keeps it to one.
 *
 * @param reader the end of the message's key, where it goes to another reader or is said anew
 */
export const owedToStaff = (
  { council, reference, id: taskId }: Pick<Task, 'council' | 'reference' | 'id'>,
  at: IsoInstant,
  reader = 'staff',
  template: StaffNews = 'task-opened',
): Signal => ({
  ...{ council, reference, at, taskId, template, reader },
  id: owedId(staffKey({ id: taskId }, template, reader)),
  kind: 'tell-staff',
});
