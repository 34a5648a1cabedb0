import { Temporal } from 'temporal-polyfill';
import { sameAddress } from '../../domain/journey/address-proof.ts';
import { contactOf, emailsOfCase, type Follower, type PersonsCase } from '../../domain/journey/persons.ts';
import { toIsoInstant } from '../../domain/time/clock-time.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { EventAction } from '../../schemas/event-words.ts';
import { type MailEntry, type MailTemplate, mailTemplate } from '../../schemas/mail.ts';
import { mailWords } from '../../schemas/mail-words.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { CarewayError } from '../runtime/errors.ts';
import { eventOf, platform } from '../store/audit.ts';
import type { Change } from '../store/changes.ts';
import { keyWorkerAway } from './away-for-long.ts';
import { createLinks, type LinkSent } from './links.ts';
import { tagOfKey } from './mailer.ts';
import { contactTask, formOf, inWhatFormat, ledgerLine, newsNow, personMail } from './person-mail.ts';
import { writtenFor } from './reading.ts';
import { createSending } from './sending.ts';

/** A ledger line of news for a person. */
type Held = MailEntry & { template: MailTemplate };

/** The key of the mail that asks to confirm an address, sent in place of the news with this key. */
const askKey = (key: string): string => `${key}.ask`;

/** The key of the news in whose place an address was asked to be confirmed, or undefined for any other key. */
export const heldKeyOf = (key: string): string | undefined =>
  key.endsWith('.ask') ? key.slice(0, -'.ask'.length) : undefined;

/** For how long an address is asked that a limit kept from being asked at first. */
const hoursAsked = 14 * 24;

const notAsked: LinkSent = { state: 'not-sent' };

/** How a task to tell somebody another way ends where the mail told them after all. */
export const toldByEmail = 'told-by-email';

/** A task that the person's own confirming has made needless: they have been told. */
const endedByEmail = (task: Task, at: MailEntry['at']): Task => ({
  ...task,
  version: task.version + 1,
  status: 'completed',
  closed: { at, outcome: toldByEmail, answer: { kind: 'output', output: {} } },
});

/**
 * News for an address that nobody has proved yet. It is held back, the address is asked to be confirmed by a mail that says nothing, and
 * staff are asked to tell the person another way; once the address is proved, what was held is told at once.
 */
export const createHeldMail = (deps: Deps) => {
  const { store, clock, councils } = deps;
  const actor = platform('notices');

  /** Two people who applied in one form with one address are asked once: the link proves it for both cases. */
  const isAskedForTheOther = async (of: PersonsCase, who: Follower, template: MailTemplate): Promise<boolean> => {
    const { council, kind, jointWith } = of.careCase;
    if (template !== 'application-received' || kind !== 'carer' || jointWith === undefined) return false;
    const email = contactOf(of, who)?.email;
    return emailsOfCase(await store.personsCase(council, jointWith)).some((one) => sameAddress(one, email));
  };

  /** Asks by a mail that says nothing whether an address is theirs who gave it. @throws MailNotAccepted */
  const ask = async (of: PersonsCase, who: Follower, key: string): Promise<LinkSent> => {
    const { careCase } = of;
    const council = councils.known(careCase.council);
    return createLinks(deps).send(council, {
      address: contactOf(of, who)?.email ?? '',
      purpose: 'contact',
      path: `/${council.slug}/confirm-email`,
      subjects: [careCase.reference],
      tags: { reference: careCase.reference, message: tagOfKey(askKey(key)) },
      form: await formOf(deps, careCase),
      readAs: (write) => writtenFor(deps, of, who, write),
    });
  };

  /** The line of the ledger by which a bounce of such a mail finds its way back. */
  const asked = (careCase: CareCase, key: string, sent: LinkSent): MailEntry[] => {
    if (sent.state !== 'sent') return [];
    const { messageId } = sent;
    return [ledgerLine(deps, careCase, askKey(key), 'confirm-address', { status: 'sent', messageId })];
  };

  /** Whether the address of a reader was asked to be confirmed in this case. */
  const wasAsked = (mail: readonly MailEntry[], who: Follower): boolean =>
    mail.some(({ key }) => heldKeyOf(key)?.endsWith(`.${who}`));

  const hoursSince = (at: MailEntry['at']): number => (Date.parse(clock.now()) - Date.parse(at)) / 3_600_000;

  /** What is owed to a reader whom a limit does not let be asked now: to be looked at again in an hour, and then less and less often. */
  const askLater = ({ council, reference }: CareCase, who: Follower, hoursHeld: number): Signal => {
    const hours = Math.min(12, Math.max(1, hoursHeld / 2));
    const at = toIsoInstant(Temporal.Instant.from(clock.now()).add({ minutes: Math.ceil(hours * 60) }));
    return { council, reference, id: `ask-${who}-${at.slice(0, 16)}`, at, kind: 'tell-held', who };
  };

  const event = (careCase: CareCase, action: EventAction, about: string) =>
    eventOf(deps, careCase, { actor, action, about, authority: 'UK GDPR Article 5(1)(f)' });

  /** What is held for a reader and still worth saying, the first first. */
  const waiting = async (careCase: CareCase, who: Follower): Promise<Held[]> => {
    const news = await newsNow(deps, careCase);
    return news.mail
      .filter(
        (line): line is Held =>
          line.status === 'held' && line.withheld === undefined && mailTemplate.safeParse(line.template).success,
      )
      .filter(({ key }) => key.endsWith(`.${who}`))
      .filter(({ key, template }) => {
        const [thread = '', step = ''] = key.split('.');
        return news.isWanted({ thread, step, template });
      })
      .toSorted((a, b) => a.at.localeCompare(b.at));
  };

  /**
   * Tells a reader in one mail what was held, and takes back the tasks to tell them another way.
   *
   * @throws MailNotAccepted where SES may accept the mail later
   * @returns false where SES refuses it for good
   */
  const tellWaiting = async (of: PersonsCase, who: Follower): Promise<boolean> => {
    const { careCase } = of;
    const contact = contactOf(of, who);
    const held = await waiting(careCase, who);
    const [first, second] = held;
    if (contact?.email === undefined || first === undefined) return true;
    const council = councils.known(careCase.council);
    // Alone, the news is said in its own words, unless these promise what is over.
    const news = await newsNow(deps, careCase);
    const isAlone = second === undefined && !news.isOvertaken(first.template);
    const template = isAlone ? first.template : 'news-waiting';
    const { personEmail } = await import('../../templates/emails/emails.ts');
    const more = {
      ...(await keyWorkerAway(deps, council, of.careCase)),
      ...(news.copyComes && { copyComes: news.copyComes }),
      ...(template === 'application-received' && { form: await formOf(deps, careCase) }),
    };
    const sent = await deps.mailer.send({
      to: contact.email,
      from: council.name,
      ...(council.contact.email && { replyTo: council.contact.email }),
      email: writtenFor(deps, of, who, () =>
        personEmail(template, {
          ...personMail(deps, council, of, who, contact),
          ...more,
          waiting: [...new Set(held.map((line) => line.template))],
          confirmed: true,
        }),
      ),
      tags: { council: council.slug, reference: careCase.reference, message: tagOfKey(first.key) },
    });
    if (!sent.ok) return false;
    const at = clock.now();
    const tasks = await Promise.all(
      held.map(({ key }) => store.task(careCase.council, contactTask(deps, careCase, key, '').id)),
    );
    const open = tasks.filter((task) => task?.status === 'open') as Task[];
    const [event, ...events] = held.map(({ key }) =>
      eventOf(deps, careCase, { actor, action: 'email-sent', about: key, authority: `Template ${template}` }),
    );
    if (event === undefined) return true;
    const { messageId } = sent;
    const change: Change = {
      mail: held.map((line) => ({ ...line, version: line.version + 1, status: 'sent', messageId, at })),
      events: [event, ...events],
    };
    // Where a member of staff closes such a task at this moment, the person is told twice, and the ledger says so.
    if (!(await store.commit({ ...change, tasks: open.map((task) => endedByEmail(task, at)) })))
      await store.commit(change);
    return true;
  };

  return {
    /** The same, by one process at a time: who presses a button twice is told once. @throws MailNotAccepted @returns false where SES refuses it for good */
    tell: (of: PersonsCase, who: Follower): Promise<boolean> =>
      createSending(deps)(of.careCase.council, `mail#${of.careCase.reference}#held.${who}`, () => tellWaiting(of, who)),

    /** Asks to confirm an address for which nothing is due yet. @throws MailNotAccepted */
    async ask(of: PersonsCase, who: Follower, key: string): Promise<void> {
      const { careCase } = of;
      const mail = asked(careCase, key, await ask(of, who, key));
      if (mail.length > 0) await store.commit({ mail, events: [event(careCase, 'email-sent', askKey(key))] });
    },

    /**
     * Asks to confirm an address where the limit on mails to it did not allow that when the news was held: as soon as it does, and for two weeks,
     * in which a mailbox that is somebody's has answered the mails before.
     *
     * @throws MailNotAccepted
     */
    async askIfStillDue(of: PersonsCase, who: Follower): Promise<void> {
      const { careCase } = of;
      const [first] = await waiting(careCase, who);
      const { mail } = await newsNow(deps, careCase);
      if (first === undefined || wasAsked(mail, who)) return;
      const sent = await ask(of, who, first.key);
      const owed = hoursSince(first.at) < hoursAsked ? [askLater(careCase, who, hoursSince(first.at))] : [];
      const key = askKey(first.key);
      if (sent.state === 'sent') {
        const lines = asked(careCase, first.key, sent);
        await store.commit({ mail: lines, events: [event(careCase, 'email-sent', key)] });
      } else if (sent.state === 'not-sent' && owed.length > 0) {
        await store.commit({ signals: owed, events: [event(careCase, 'email-owed', key)] });
      }
    },

    /**
     * Holds back one piece of news. The acknowledgement of an application opens no task of its own: whoever triages the application makes
     * contact, and that task says that the address is not confirmed.
     *
     * @returns the task for staff where there is one; `refused` where SES never takes mail to this address, and nothing is held
     */
    async hold(
      of: PersonsCase,
      who: Follower,
      key: string,
      template: MailTemplate,
    ): Promise<{ state: 'held'; task?: Task } | { state: 'refused' }> {
      const { careCase, person } = of;
      const isForTheOther = await isAskedForTheOther(of, who, template);
      const sent = isForTheOther ? notAsked : await ask(of, who, key);
      if (sent.state === 'refused') return { state: 'refused' };
      const isFirst = !(await newsNow(deps, careCase)).mail.some(
        (line) => line.status === 'held' && line.key.endsWith(`.${who}`),
      );
      const isOwed = sent.state === 'not-sent' && !isForTheOther && isFirst;
      const reason = `The email address is not confirmed${inWhatFormat(person, who)}: ${mailWords[template]}`;
      const task = template === 'application-received' ? undefined : contactTask(deps, careCase, key, reason);
      const written = await store.commit({
        ...(task && { tasks: [task] }),
        ...(isOwed && { signals: [askLater(careCase, who, 0)] }),
        mail: [ledgerLine(deps, careCase, key, template, { status: 'held' }), ...asked(careCase, key, sent)],
        events: [event(careCase, 'email-held', key)],
      });
      if (!written && !(await store.mail(careCase.council, careCase.reference, key))) {
        throw new CarewayError('StoreConflict', `The held message ${key} was changed meanwhile`);
      }
      return { state: 'held', ...(task && { task }) };
    },

    waiting,
  };
};
