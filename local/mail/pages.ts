import nunjucks from 'nunjucks';
import type { IsoInstant } from '../../schemas/scalars.ts';
import type { Mail } from './mail.ts';

/** Where the platform shows the mailbox; one mail is at this path followed by `/` and its id. */
export const mailboxPath = '/_local/mailbox';

const views = new nunjucks.Environment(new nunjucks.FileSystemLoader(import.meta.dirname), {
  autoescape: true,
  throwOnUndefined: true,
});

const ukTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' });

const sentAt = (at: IsoInstant) => ukTime.format(new Date(at));

/** The page that lists mail in the order given, each linked to its own page. Times are Europe/London. */
export const mailPage = (mails: readonly Mail[]): string =>
  views.render('mailbox.njk', {
    title: 'Mailbox',
    rows: mails.map((mail) => ({ mail, sent: sentAt(mail.at), href: `${mailboxPath}/${mail.id}` })),
  });

/**
 * The page that shows one mail, its HTML in a frame that runs no script and sends no form.
 *
 * Links in the mail open in the whole tab, as a person would follow them from their mailbox.
 */
export const mailMessagePage = (mail: Mail): string =>
  views.render('message.njk', {
    title: mail.subject || 'No subject',
    mail,
    mailboxPath,
    sent: sentAt(mail.at),
    html: linksInWholeTab(mail.html),
  });

/** A `base` element before the doctype would put the mail into quirks mode, so it goes into the head where there is one. */
const linksInWholeTab = (html: string) => {
  const base = '<base target="_top">';
  if (html === '') return '';
  const head = /<head(\s[^>]*)?>/i;
  return head.test(html) ? html.replace(head, (tag) => `${tag}${base}`) : `${base}${html}`;
};
