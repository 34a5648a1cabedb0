import { londonDate } from '../../domain/clock-time.ts';
import { readableDate } from '../../domain/readable-date.ts';
import type { CareCase, ContactPerson } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { MailEntry, MailTemplate, PersonMail, StaffMailTemplate, TaskLine } from '../../schemas/mail.ts';
import type { Task } from '../../schemas/task.ts';
import { taskForms } from '../../schemas/task-forms.ts';
import { eventOf, platform } from './audit.ts';
import type { Deps } from './deps.ts';
import { CarewayError } from './errors.ts';
import { tagOfKey } from './mailer.ts';
import { count } from './metrics.ts';
import { newTask } from './tasks.ts';

/** The templates are most of a bundle, and a step that finds its mail sent already needs none of them. */
const emails = () => import('../../templates/emails/emails.ts');

type Reader = 'person' | 'helper';

/** What is still true to say when the case is closed. Nothing is sent about someone who has died. */
const closingWords: readonly MailTemplate[] = ['decision-made', 'advice-given', 'answer-ready', 'case-closed'];

/** Whether a mail is still wanted at the moment of sending: nobody is reminded of work that is over. */
export const isWanted = (careCase: CareCase, thread: string, template: MailTemplate): boolean => {
  if (careCase.closed?.reason === 'died') return false;
  if (careCase.closed) return closingWords.includes(template);
  return template !== 'review-coming' || thread === `review-${careCase.reviewGeneration}`;
};

/** Why a reader is not told by email, if so; and in what format, so that whoever tells them need not look it up. */
const anotherWay = (
  { contactBy = 'email', formats, language }: CareCase,
  who: Reader,
  { email }: ContactPerson,
): string | undefined => {
  const wanted = who === 'person' ? [...formats, ...(language ? [language] : [])] : [];
  const how = wanted.length > 0 ? ` (${wanted.join(', ')})` : '';
  if (who === 'person' && contactBy !== 'email') return `Wants to be told by ${contactBy}${how}`;
  return email === undefined ? `No email address${how}` : undefined;
};

const readersOf = (careCase: CareCase): { who: Reader; contact: ContactPerson }[] =>
  careCase.updatesTo.flatMap((who) => {
    const contact = who === 'person' ? careCase.person : careCase.helper;
    return contact ? [{ who, contact }] : [];
  });

const personMail = (deps: Deps, council: Council, careCase: CareCase, who: Reader, to: ContactPerson): PersonMail => {
  const { contact, terms } = council;
  return {
    firstName: who === 'person' ? (careCase.person.preferredName ?? to.firstName) : to.firstName,
    reference: careCase.reference,
    ...(who === 'helper' && { about: careCase.person.firstName }),
    council: {
      name: council.name,
      worker: terms.worker,
      keyWorker: terms.keyWorker,
      assessment: terms.assessment,
      contactName: contact.name,
      ...(contact.phone && { phone: contact.phone }),
      ...(contact.hours && { hours: contact.hours }),
      ...(contact.textRelay && { textRelay: contact.textRelay }),
      ...(contact.email && { email: contact.email }),
      ...(contact.url && { url: contact.url }),
      complaintsRole: council.complaints.role,
    },
    statusUrl: `${deps.siteUrl}/${council.slug}/requests/${careCase.reference}`,
    caseUrl: `${deps.siteUrl}/${council.slug}/case/sign-in`,
    targetOn: readableDate(careCase.targetOn),
    ...(careCase.nextReview && {
      review: { kind: careCase.nextReview.kind, dueOn: readableDate(careCase.nextReview.dueOn) },
    }),
  };
};

/** Where a task is worked on: behind sign-in, and nothing happens by opening it. */
const taskLine = (deps: Deps, task: Task): TaskLine => ({
  title: taskForms[task.kind].title,
  reference: task.reference,
  dueOn: readableDate(task.dueOn),
  url: `${deps.siteUrl}/${task.council}/staff/tasks/${task.id}`,
});

/** Everyone a notice about a case goes to, told once each; a person whom mail cannot reach becomes a task for staff. */
export const createNotices = (deps: Deps) => {
  const entry = (
    careCase: CareCase,
    key: string,
    template: MailEntry['template'],
    rest: Partial<MailEntry>,
  ): MailEntry => ({
    council: careCase.council,
    reference: careCase.reference,
    key,
    version: 1,
    template,
    status: 'sent',
    at: deps.clock.now(),
    ...rest,
  });

  /** Writes the ledger line. Where it stands already, someone else wrote the same, and that is as good. */
  const recordSent = async (careCase: CareCase, key: string, template: MailEntry['template'], messageId: string) => {
    await deps.store.commit({
      mail: [entry(careCase, key, template, { messageId })],
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

  const tellStaff = async (careCase: CareCase, task: Task, reader = 'staff'): Promise<void> => {
    const template: StaffMailTemplate = 'task-opened';
    const council = deps.councils.known(task.council);
    const key = `${task.id.slice(task.id.indexOf('.') + 1)}.${template}.${reader}`;
    if (await deps.store.mail(task.council, task.reference, key)) return;
    const team = council.teams[task.role];
    const sent = await deps.mailer.send({
      to: task.assignee?.email ?? team.email,
      email: (await emails()).staffEmail(template, {
        greeting: task.assignee?.name ?? team.name,
        councilName: council.name,
        tasks: [taskLine(deps, task)],
      }),
      tags: { council: council.slug, reference: task.reference, message: tagOfKey(key) },
    });
    // A refused staff mail needs no second task: the work is on the worklist, and the digest brings it to the manager.
    if (sent.ok) await recordSent(careCase, key, template, sent.messageId);
  };

  const contactTask = (careCase: CareCase, key: string, reason: string): Task => {
    const step = `contact-${key.replaceAll('.', '-')}`;
    return newTask(careCase, { thread: 'case', step, kind: 'contact-another-way', reason }, deps.clock.now());
  };

  /** Whether a step has written to this reader, or given up on it; then staff were asked, and are told of it if they were not. */
  const isSettled = async (careCase: CareCase, key: string): Promise<boolean> => {
    const line = await deps.store.mail(careCase.council, careCase.reference, key);
    if (line?.status === 'undelivered') {
      const task = await deps.store.task(careCase.council, contactTask(careCase, key, '').id);
      if (task?.status === 'open') await tellStaff(careCase, task);
    }
    return line !== undefined;
  };

  const tellAnotherWay = async (
    careCase: CareCase,
    key: string,
    template: MailTemplate,
    reason: string,
    status: 'undelivered' | 'bounced' | 'complained' = 'undelivered',
    before?: MailEntry,
  ): Promise<void> => {
    const task = contactTask(careCase, key, reason);
    const written = await deps.store.commit({
      tasks: [task],
      mail: [before ? { ...before, version: before.version + 1, status } : entry(careCase, key, template, { status })],
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

  return {
    tellStaff,
    tellAnotherWay,

    /** Writes to each reader of the case, unless this step has written to them before. */
    async tellPerson(careCase: CareCase, thread: string, step: string, template: MailTemplate): Promise<void> {
      const council = deps.councils.known(careCase.council);
      for (const { who, contact } of readersOf(careCase)) {
        const key = `${thread}.${step}.${who}`;
        if (await isSettled(careCase, key)) continue;
        const otherWay = anotherWay(careCase, who, contact);
        if (otherWay !== undefined || contact.email === undefined) {
          await tellAnotherWay(careCase, key, template, `${otherWay}: ${template}`);
          continue;
        }
        const sent = await deps.mailer.send({
          to: contact.email,
          ...(council.contact.email && { replyTo: council.contact.email }),
          email: (await emails()).personEmail(template, personMail(deps, council, careCase, who, contact)),
          tags: { council: council.slug, reference: careCase.reference, message: tagOfKey(key) },
        });
        if (sent.ok) await recordSent(careCase, key, template, sent.messageId);
        else await tellAnotherWay(careCase, key, template, `The email was refused: ${template}`);
      }
    },

    /** After every attempt has failed: each reader who has not been told is told another way. */
    async giveUpOn(careCase: CareCase, thread: string, step: string, template: MailTemplate): Promise<void> {
      for (const { who } of readersOf(careCase)) {
        const key = `${thread}.${step}.${who}`;
        if (await isSettled(careCase, key)) continue;
        await tellAnotherWay(careCase, key, template, `The email could not be sent: ${template}`);
      }
    },

    /** One mail that lists several overdue tasks. Answers whether SES took it. */
    async tellOfOverdue(
      council: Council,
      to: { name: string; email: string },
      template: 'overdue-digest' | 'task-escalated',
      tasks: readonly Task[],
    ): Promise<boolean> {
      const { ok } = await deps.mailer.send({
        to: to.email,
        email: (await emails()).staffEmail(template, {
          greeting: to.name,
          councilName: council.name,
          tasks: tasks.map((task) => taskLine(deps, task)),
        }),
        tags: { council: council.slug, reference: 'none', message: `${template}__${londonDate(deps.clock.now())}` },
      });
      return ok;
    },
  };
};
