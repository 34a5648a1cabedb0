import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate, readableTime } from '../../domain/time/readable-date.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Deps } from '../deps.ts';
import { eventOf, platform } from '../store/audit.ts';
import { ledgerLine } from './person-mail.ts';
import { createSending } from './sending.ts';
import { sendToStaff } from './staff-mail.ts';

/**
 * Tells the named of a restricted record, and whoever restricted it, that somebody else has opened it: each of them once. The mail says the reference,
 * who and when; whom the record is about, and the reason, stand behind sign-in.
 *
 * @throws MailNotAccepted where SES may take it later
 */
export const createTellNamed =
  (deps: Deps) =>
  async ({ council: slug, reference, id, at, staff }: Extract<Signal, { kind: 'tell-named' }>): Promise<void> => {
    const { store } = deps;
    const council = deps.councils.known(slug);
    const careCase = await store.knownCase(slug, reference);
    const { restricted } = (await store.personOf(careCase)).person;
    if (restricted === undefined) return;
    const opener = await store.staff(slug, staff);
    for (const one of new Set([...restricted.to, restricted.by])) {
      const member = one === staff ? undefined : await store.staff(slug, one);
      const key = `case.record-opened.${id.slice(-12)}.${one}`.slice(0, 150);
      const isTold = async () => (await store.mail(slug, reference, key)) !== undefined;
      if (member === undefined || (await isTold())) continue;
      await createSending(deps)(slug, `mail#${reference}#${key}`, async () => {
        if (await isTold()) return;
        const ok = await sendToStaff(deps, council, member, 'record-opened', [], {
          about: `${opener?.name ?? 'Someone'} has opened a record that few may see, of case ${reference}, on ${readableDate(londonDate(at))} at ${readableTime(at)}. They had to say why. It is written beside who looked.`,
          restAt: `cases/${reference}/looks`,
        });
        if (!ok) return;
        await store.commit({
          mail: [ledgerLine(deps, careCase, key, 'record-opened', { status: 'sent' })],
          events: [
            eventOf(deps, careCase, {
              actor: platform('notices'),
              action: 'email-sent',
              about: key,
              authority: 'Template record-opened',
            }),
          ],
        });
      });
    }
  };
