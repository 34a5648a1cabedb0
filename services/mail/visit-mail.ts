import { calendarVisit } from '../../domain/journey/visit-calendar.ts';
import { purposeOfWork } from '../../domain/journey/visits.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import type { CareCase, Visit } from '../../schemas/case.ts';
import type { MailTemplate } from '../../schemas/mail.ts';
import type { Deps } from '../deps.ts';
import { eventOf, platform } from '../store/audit.ts';
import { tagOfKey } from './mailer.ts';
import { ledgerLine } from './person-mail.ts';
import { createSending } from './sending.ts';
import { firstNameInMail, readerOf } from './staff-mail.ts';

/** The news after which a calendar changes. */
const changesCalendar: readonly MailTemplate[] = ['visit-arranged', 'visit-changed', 'visit-cancelled', 'visit-missed'];

/** Whether a calendar changes with this news. */
export const isVisitNews = (template: MailTemplate): boolean => changesCalendar.includes(template);

/**
 * Tells whoever does what a visit is for of its day, with a link to the calendar file: once for each state of the visit. While somebody is away it
 * is their cover.
 */
export const tellWorkerOfVisits = async (deps: Deps, careCase: CareCase): Promise<void> => {
  const { store, clock, mailer, councils, siteUrl } = deps;
  const { council: slug, reference } = careCase;
  const council = councils.known(slug);
  const [records, tasks] = await Promise.all([store.records(slug, reference, 'work'), store.tasks(slug, reference)]);
  for (const purpose of ['assessment', 'review'] satisfies Visit['purpose'][]) {
    const visit = calendarVisit(careCase, records, purpose);
    const work = tasks.find(({ kind, status }) => status === 'open' && purposeOfWork[kind] === purpose);
    if (visit === undefined || work === undefined) continue;
    const holder = readerOf(council, await store.heldNow(work, clock.now()));
    const key = `case.visit-${purpose}-${visit.uid.split('@')[0]?.split('-').at(-1)}-${visit.sequence}.worker`;
    const isTold = async () => (await store.mail(slug, reference, key)) !== undefined;
    if (await isTold()) continue;
    await createSending(deps)(slug, `mail#${reference}#${key}`, async () => {
      if (await isTold()) return;
      const person = firstNameInMail((await store.personOf(careCase)).person);
      const { staffEmail } = await import('../../templates/emails/emails.ts');
      const sent = await mailer.send({
        to: holder.email,
        from: council.name,
        email: staffEmail('visit-in-calendar', {
          to: holder.name,
          councilName: council.name,
          tasks: [
            {
              title: purpose === 'review' ? 'Visit for the review' : 'Visit for the assessment',
              reference,
              ...(person && { person }),
              dueOn: readableDate(visit.on),
              note: visit.status === 'cancelled' ? 'called off' : `at ${visit.clock}`,
              url: `${siteUrl}/${slug}/staff/cases/${reference}/visits/${purpose}`,
            },
          ],
        }),
        tags: { council: slug, reference, message: tagOfKey(key) },
      });
      if (!sent.ok) return;
      await store.commit({
        mail: [ledgerLine(deps, careCase, key, 'visit-in-calendar', { status: 'sent', messageId: sent.messageId })],
        events: [
          eventOf(deps, careCase, {
            actor: platform('notices'),
            action: 'email-sent',
            about: key,
            authority: 'Template visit-in-calendar',
          }),
        ],
      });
    });
  }
};
