import { views } from '../views/environment.ts';
import { londonTime } from '../views/london.ts';
import type { Mail } from './accepted-mail.ts';
import { mailboxPath } from './paths.ts';

/** The page that lists mail in the order given, each linked to its own page. Times are Europe/London. @param next where the older is */
export const mailPage = (mails: readonly Mail[], next?: string): string =>
  views.render('mailbox.njk', {
    title: 'Mailbox',
    next,
    rows: mails.map((mail) => ({ mail, sent: londonTime(mail.at), href: `${mailboxPath}/${mail.id}` })),
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
    sent: londonTime(mail.at),
    html: linksInWholeTab(mail.html),
  });

/** A `base` element before the doctype would put the mail into quirks mode, so it goes into the head where there is one. */
const linksInWholeTab = (html: string) => {
  const base = '<base target="_top">';
  if (html === '') return '';
  const head = /<head(\s[^>]*)?>/i;
  return head.test(html) ? html.replace(head, (tag) => `${tag}${base}`) : `${base}${html}`;
};
