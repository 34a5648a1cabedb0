import { isProved } from '../../domain/journey/address-proof.ts';
import { type Follower, type PersonsCase, readersOf } from '../../domain/journey/persons.ts';
import { hasSafeWay, safeWayOnly } from '../../domain/journey/safe-ways.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { MailEntry, MailTemplate } from '../../schemas/mail.ts';
import { mailWords } from '../../schemas/mail-words.ts';
import type { ContactPerson, KnownPerson } from '../../schemas/person.ts';
import type { IsoInstant } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import { type Task, thread as threadSchema } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { CarewayError } from '../runtime/errors.ts';
import { count } from '../runtime/metrics.ts';
import { eventOf, platform } from '../store/audit.ts';
import { keyWorkerAway } from './away-for-long.ts';
import { createHeldMail, toldByEmail } from './held-mail.ts';
import { tagOfKey } from './mailer.ts';
import { managers, owedId, owedToStaff, type StaffNews, staffKey } from './owed-to-staff.ts';
import { contactTask, formOf, inWhatFormat, isReachedSafely, ledgerLine, newsNow, personMail } from './person-mail.ts';
import { writtenFor } from './reading.ts';
import { createSending } from './sending.ts';
import { MailNotAccepted } from './ses-faults.ts';
import { readerOf, staffLine } from './staff-mail.ts';

/** The templates are most of a bundle, and a step that finds its mail sent already needs none of them. */
const emails = () => import('../../templates/emails/emails.ts');

/** One piece of news for one reader. */
type Telling = {
  readonly of: PersonsCase;
  readonly who: Follower;
  readonly contact: ContactPerson;
  readonly key: string;
  readonly template: MailTemplate;
  readonly news: Awaited<ReturnType<typeof newsNow>>;
};

/** A line of the ledger of which nothing is due any more. */
const withoutAgain = ({ againFrom: _due, ...line }: MailEntry): MailEntry => line;

/** Why a reader is not told by email, if so. */
const anotherWay = (person: KnownPerson, who: Follower, { email }: ContactPerson): string | undefined => {
  const { contactBy = 'email' } = person;
  const how = inWhatFormat(person, who);
  if (who === 'person' && contactBy !== 'email') return `Wants to be told by ${contactBy}${how}`;
  return email === undefined ? `No email address${how}` : undefined;
};

/** Whether a person is told by post: the copies themselves are then the news, and go as they asked. */
const isToldByLetter = ({ contactBy, safeContact }: KnownPerson): boolean =>
  contactBy === 'post' && !hasSafeWay({ safeContact });

/** Everyone a notice about a case goes to, told once each; a person whom mail cannot reach becomes a task for staff. */
export const createNotices = (deps: Deps) => {
  const sending = createSending(deps);
  const heldMail = createHeldMail(deps);

  /** Writes the ledger line. Where it stands already, someone else wrote the same, and that is as good. */
  const recordSent = async (
    careCase: Pick<CareCase, 'council' | 'reference'>,
    key: string,
    template: MailEntry['template'],
    messageId: string,
    before?: MailEntry,
  ) => {
    const line = ledgerLine(deps, careCase, key, template, { status: 'sent', messageId });
    const again = before && { version: before.version + 1, ...(before.cameBack && { cameBack: true }) };
    await deps.store.commit({
      mail: [{ ...line, ...again }],
      events: [
        eventOf(deps, careCase, {
          actor: platform('notices'),
          action: 'email-sent',
          about: key,
          authority: `Template ${template}`,
        }),
      ],
    });
  };

  /** Owes a message in the table, from where the sweeper sends it: nothing else waits for SES. Owing it twice is owing it once. */
  const owe = async (signal: Signal): Promise<void> => {
    const about = signal.id;
    await deps.store.commit({
      signals: [signal],
      events: [
        eventOf(deps, signal, {
          actor: platform('notices'),
          action: 'email-owed',
          about,
          authority: 'Care Act 2014 section 4',
        }),
      ],
    });
  };

  /** Writes to whoever has a task, once. @throws MailNotAccepted where SES may take it later */
  const writeToStaff = async (
    careCase: Pick<CareCase, 'council' | 'reference'>,
    task: Task,
    reader = 'staff',
    template: StaffNews = 'task-opened',
  ): Promise<void> => {
    const council = deps.councils.known(task.council);
    const key = staffKey(task, template, reader);
    const isTold = async () => (await deps.store.mail(task.council, task.reference, key)) !== undefined;
    if (await isTold()) return;
    await sending(task.council, `mail#${task.reference}#${key}`, async () => {
      if (await isTold()) return;
      // As it stands now: what was given to somebody who is away is with their cover.
      const stored = (await deps.store.task(task.council, task.id)) ?? task;
      const now = await deps.store.heldNow(stored, deps.clock.now());
      const holder = now.assignee && (await deps.store.staff(task.council, now.assignee.id));
      const isToday = now.dueOn <= londonDate(deps.clock.now());
      const isForManagers = reader === managers;
      if (template === 'task-opened' && !isForManagers && holder?.prefersDigest && !isToday) return;
      const to = isForManagers ? readerOf(council, { role: 'manager' }) : readerOf(council, now);
      const sent = await deps.mailer.send({
        to: to.email,
        from: council.name,
        email: (await emails()).staffEmail(template, {
          to: to.name,
          councilName: council.name,
          tasks: [await staffLine(deps, now)],
        }),
        tags: { council: council.slug, reference: task.reference, message: tagOfKey(key) },
      });
      // A refused staff mail needs no second task: the work is on the worklist, and the digest brings it to the manager.
      if (sent.ok) await recordSent(careCase, key, template, sent.messageId);
    });
  };

  /** Writes to whoever has a task, at once or as soon as SES takes it: no work waits for the mail that tells of it. */
  const tellStaff = async (
    careCase: Pick<CareCase, 'council' | 'reference'>,
    task: Task,
    reader = 'staff',
    template: StaffNews = 'task-opened',
  ): Promise<void> => {
    try {
      await writeToStaff(careCase, task, reader, template);
    } catch (error) {
      if (!(error instanceof MailNotAccepted)) throw error;
      await owe(owedToStaff(task, deps.clock.now(), reader, template));
    }
  };

  /** What the ledger says of a message that is due once more, since it came back. */
  const dueAgain = async ({ council, reference }: CareCase, key: string): Promise<MailEntry | undefined> => {
    const line = await deps.store.mail(council, reference, key);
    return line?.againFrom !== undefined && line.againFrom <= deps.clock.now() ? line : undefined;
  };

  /** Whether a step has written to this reader, or given up on it; then staff were asked, and are told of it if they were not. */
  const isSettled = async (careCase: CareCase, key: string): Promise<boolean> => {
    if (await dueAgain(careCase, key)) return false;
    const line = await deps.store.mail(careCase.council, careCase.reference, key);
    if (line?.status === 'undelivered' || line?.status === 'held') {
      const task = await deps.store.task(careCase.council, contactTask(deps, careCase, key, '').id);
      if (task?.status === 'open') await tellStaff(careCase, task);
    }
    return line !== undefined;
  };

  /** Holds one message about somebody who has died, as it was recorded; nothing is asked of anybody. */
  const withhold = async (
    careCase: CareCase,
    key: string,
    template: MailTemplate,
    before?: MailEntry,
  ): Promise<void> => {
    const held = { status: 'held', withheld: 'death' } as const;
    await deps.store.commit({
      mail: [
        before
          ? { ...before, ...held, version: before.version + 1 }
          : { ...ledgerLine(deps, careCase, key, template, held), ...held },
      ],
      events: [
        eventOf(deps, careCase, {
          actor: platform('notices'),
          action: 'email-held',
          about: key,
          authority: 'UK GDPR Article 5(1)(d)',
        }),
      ],
    });
  };

  const tellAnotherWay = async (
    careCase: CareCase,
    key: string,
    template: MailTemplate,
    reason: string,
    status: 'undelivered' | 'bounced' | 'complained' = 'undelivered',
    before?: MailEntry,
  ): Promise<void> => {
    const { person } = await deps.store.personOf(careCase);
    if (person.died) return withhold(careCase, key, template, before);
    const asked = contactTask(deps, careCase, key, reason);
    // Ended because the mail told it: which comes back now, so it is to be done after all.
    const ended = await deps.store.task(careCase.council, asked.id);
    const task = ended?.closed?.outcome === toldByEmail ? { ...asked, version: ended.version + 1 } : asked;
    const written = await deps.store.commit({
      tasks: [task],
      mail: [
        before
          ? { ...withoutAgain(before), version: before.version + 1, status }
          : ledgerLine(deps, careCase, key, template, { status }),
      ],
      events: [
        eventOf(deps, careCase, {
          actor: platform('notices'),
          action: `email-${status}`,
          about: key,
          authority: 'Care Act 2014 section 4',
        }),
      ],
    });
    if (!written && !(await deps.store.task(careCase.council, task.id))) {
      throw new CarewayError('StoreConflict', `The failed message ${key} was changed meanwhile`);
    }
    if (written) count('EmailFailed');
    await tellStaff(careCase, task);
  };

  /** Tells one reader, by whichever way reaches them. @throws MailNotAccepted where SES may take it later */
  const tellReader = async ({ of, who, contact, key, template, news }: Telling): Promise<void> => {
    const { careCase, person } = of;
    const council = deps.councils.known(careCase.council);
    const before = await dueAgain(careCase, key);
    const another = (reason: string) => tellAnotherWay(careCase, key, template, reason, 'undelivered', before);
    if (person.died) {
      await withhold(careCase, key, template, before);
      return;
    }
    const otherWay = (await isReachedSafely(deps, of, who)) ? safeWayOnly[who] : anotherWay(person, who, contact);
    if (who === 'person' && isToldByLetter(person) && news.isTheLetter(template)) return;
    if (otherWay !== undefined || contact.email === undefined) {
      await another(`${otherWay}: ${mailWords[template]}`);
      return;
    }
    if (!isProved(contact) && before) {
      await another(`The email address is not confirmed${inWhatFormat(person, who)}: ${mailWords[template]}`);
      return;
    }
    if (!isProved(contact)) {
      const held = await heldMail.hold(of, who, key, template);
      if (held.state === 'refused') await another(`The email was refused: ${mailWords[template]}`);
      else if (held.task) await tellStaff(careCase, held.task);
      return;
    }
    const { personEmail } = await emails();
    const more = {
      ...(await keyWorkerAway(deps, council, of.careCase)),
      ...(news.copyComes && { copyComes: news.copyComes }),
      ...(template === 'application-received' && { form: await formOf(deps, careCase) }),
    };
    const sent = await deps.mailer.send({
      to: contact.email,
      from: council.name,
      ...(council.contact.email && { replyTo: council.contact.email }),
      // What was put off so long that it promises what is over is told without the promise.
      email: writtenFor(deps, of, who, () =>
        personEmail(news.isOvertaken(template) ? 'news-waiting' : template, {
          ...personMail(deps, council, of, who, contact),
          ...more,
          waiting: [template],
        }),
      ),
      tags: { council: council.slug, reference: careCase.reference, message: tagOfKey(key) },
    });
    if (sent.ok) await recordSent(careCase, key, template, sent.messageId, before);
    else await another(`The email was refused: ${mailWords[template]}`);
  };

  /**
   * Writes to each reader of the case, unless this step has written to them before. At an address that nobody has proved the news is
   * held back: a mail that says nothing asks to confirm the address, and staff are asked to tell the person meanwhile.
   *
   * @throws MailNotAccepted where SES may take one of them later
   */
  const tellPerson = async (
    careCase: CareCase,
    thread: string,
    step: string,
    template: MailTemplate,
  ): Promise<void> => {
    const { person } = await deps.store.personOf(careCase);
    const of: PersonsCase = { careCase, person };
    const news = await newsNow(deps, careCase);
    for (const { who, contact } of readersOf(of)) {
      const key = `${thread}.${step}.${who}`;
      if (await isSettled(careCase, key)) continue;
      await sending(careCase.council, `mail#${careCase.reference}#${key}`, async () => {
        if (!(await isSettled(careCase, key))) await tellReader({ of, who, contact, key, template, news });
      });
    }
  };

  /**
   * Has a message that came back sent once more: a day later to the same address, or now to the one that is the reader's by now. Time that is
   * short is not waited for: staff tell them another way.
   */
  const sendAgain = async (careCase: CareCase, entry: MailEntry, template: MailTemplate, from: IsoInstant) => {
    const { council, reference } = careCase;
    const [first = '', step = ''] = entry.key.split('.');
    const thread = threadSchema.safeParse(first);
    const id = owedId(`${first}.${step}.again-${entry.version}`);
    await deps.store.commit({
      mail: [{ ...entry, version: entry.version + 1, againFrom: from, cameBack: true }],
      signals: [
        {
          ...{ council, reference, id, at: from, kind: 'tell-person', step, template },
          ...(thread.success && { thread: thread.data }),
        },
      ],
      events: [
        eventOf(deps, careCase, {
          actor: platform('record-mail-feedback'),
          action: 'email-returned',
          about: entry.key,
          authority: 'Care Act 2014 section 4',
        }),
      ],
    });
  };

  return {
    sendAgain,
    tellStaff,
    writeToStaff,
    tellAnotherWay,
    tellPerson,

    /** The same, at once or as soon as SES takes it: whoever calls goes on either way. */
    async tellPersonSoon(careCase: CareCase, thread: string, step: string, template: MailTemplate): Promise<void> {
      try {
        await tellPerson(careCase, thread, step, template);
      } catch (error) {
        if (!(error instanceof MailNotAccepted)) throw error;
        const { council, reference } = careCase;
        const id = owedId(`${thread}.${step}`);
        await owe({ council, reference, id, at: deps.clock.now(), kind: 'tell-person', thread, step, template });
      }
    },

    /** After every attempt has failed: each reader who has not been told is told another way. */
    async giveUpOn(careCase: CareCase, thread: string, step: string, template: MailTemplate): Promise<void> {
      const { person } = await deps.store.personOf(careCase);
      for (const { who } of readersOf({ careCase, person })) {
        const key = `${thread}.${step}.${who}`;
        if (await isSettled(careCase, key)) continue;
        const before = await dueAgain(careCase, key);
        const reason = `The email could not be sent: ${mailWords[template]}`;
        await tellAnotherWay(careCase, key, template, reason, 'undelivered', before);
      }
    },
  };
};
