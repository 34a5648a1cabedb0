import type { Mail } from '../mail/accepted-mail.ts';
import { mailboxPath } from '../mail/paths.ts';
import { detailsOf, fieldsOf, fromJson, type Visit } from './visits.ts';

/** A mail to link to. */
export type MailLink = { readonly href: string; readonly subject: string };

/** Where a mail is shown, and what its link says. */
export const linkOf = ({ id, subject }: Pick<Mail, 'id' | 'subject'>): MailLink => ({
  href: `${mailboxPath}/${encodeURIComponent(id)}`,
  subject: subject || 'No subject',
});

/**
 * The mails that a stay in a state sent, the first sent first: those whose message key begins with the thread and step that the
 * state's function was called with, and those that asked staff to reach the person another way instead. A tag may hold no dot,
 * so the key's dots are `__` there.
 */
export const mailOf = (visit: Visit, mails: readonly Mail[]): MailLink[] => {
  const scheduled = visit.events.find(({ type }) => type === 'TaskScheduled');
  if (!scheduled) return [];
  const { reference, thread, step } = fieldsOf(fieldsOf(fromJson(detailsOf(scheduled)['parameters']))['Payload']);
  if (step === undefined) return [];
  const keys = [`${thread}__${step}__`, `case__contact-${thread}-${step}-`];
  return mails
    .filter(({ tags }) => tags['reference'] === reference && keys.some((key) => tags['message']?.startsWith(key)))
    .map(linkOf)
    .reverse();
};
