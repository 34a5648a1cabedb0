import { expectedBy, hearAgainDays } from '../../domain/journey/lateness.ts';
import type { Follower, PersonsCase } from '../../domain/journey/persons.ts';
import { newTask } from '../../domain/journey/tasks.ts';
import { reminderStep, visitsToCome } from '../../domain/journey/visits.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { Council } from '../../schemas/council.ts';
import type { MailEntry, MailTemplate, PersonMail } from '../../schemas/mail.ts';
import type { ContactPerson, KnownPerson } from '../../schemas/person.ts';
import type { IsoInstant } from '../../schemas/scalars.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { printable } from './links.ts';

/** What is still true to say when the case is closed. Nothing is sent about someone who has died. */
const closingWords: readonly MailTemplate[] = [
  'decision-made',
  'advice-given',
  'answer-ready',
  'delay-explained',
  'running-late',
  'case-closed',
  'case-duplicate',
];

/** Whether a mail is still wanted at the moment of sending: nobody is reminded of work that is over. */
export const isWanted = (
  careCase: CareCase,
  { thread, step, template }: { readonly thread: string; readonly step: string; readonly template: MailTemplate },
  now: IsoInstant,
): boolean => {
  if (careCase.closed?.reason === 'died') return false;
  if (careCase.closed) return closingWords.includes(template);
  // Who is told that their case is open again knows that we have their request.
  if (template === 'application-received' && /^assessment-(?!1$)/.test(thread)) return false;
  // Outside the cycle only staff send it, anew, and they know why.
  if (template === 'review-coming') return ['case', `review-${careCase.reviewGeneration}`].includes(thread);
  const coming = visitsToCome(careCase, now);
  // Nobody is reminded of a visit that was moved, called off or is over, nor told anew of a day that has passed.
  if (template === 'visit-coming') return coming.some((visit) => reminderStep(visit) === step);
  return (template !== 'visit-arranged' && template !== 'visit-changed') || coming.length > 0;
};

/** In what format a reader wants to be told, so that whoever tells them another way need not look it up. */
export const inWhatFormat = (
  { formats, language }: Pick<KnownPerson, 'formats' | 'language'>,
  who: Follower,
): string => {
  const wanted = who === 'person' ? [...formats, ...(language ? [language] : [])] : [];
  return wanted.length > 0 ? ` (${wanted.join(', ')})` : '';
};

/** What a mail to a reader of a case carries. */
export const personMail = (
  deps: Pick<Deps, 'siteUrl' | 'clock'>,
  council: Council,
  { careCase, person }: PersonsCase,
  who: Follower,
  to: ContactPerson,
): PersonMail => {
  const { complaints, terms } = council;
  const today = londonDate(deps.clock.now());
  const expected = expectedBy(careCase, today);
  return {
    firstName: who === 'person' ? (person.preferredName ?? to.firstName) : to.firstName,
    reference: careCase.reference,
    ...(who === 'helper' && { about: person.firstName }),
    council: {
      ...printable(council),
      worker: terms.worker,
      keyWorker: terms.keyWorker,
      assessment: terms.assessment,
      complaintsRole: complaints.role,
    },
    statusUrl: `${deps.siteUrl}/${council.slug}/requests/${careCase.reference}`,
    caseUrl: `${deps.siteUrl}/${council.slug}/case/sign-in`,
    carerFormUrl: `${deps.siteUrl}/${council.slug}/forms/carers-assessment`,
    reviewRequestUrl: `${deps.siteUrl}/${council.slug}/review-request`,
    ...(expected && { targetOn: readableDate(expected) }),
    hearBy: readableDate(addWorkingDays(today, hearAgainDays)),
    visits: visitsToCome(careCase, deps.clock.now()).map(({ on, startsAt }) => ({ on: readableDate(on), startsAt })),
    ...(careCase.closed?.goesOnWith && { goesOnWith: careCase.closed.goesOnWith }),
    ...(careCase.nextReview && {
      review: { kind: careCase.nextReview.kind, dueOn: readableDate(careCase.nextReview.dueOn) },
    }),
  };
};

/** A new line of the send ledger. */
export const ledgerLine = (
  { clock }: Pick<Deps, 'clock'>,
  { council, reference }: Pick<CareCase, 'council' | 'reference'>,
  key: string,
  template: MailEntry['template'],
  rest: Pick<MailEntry, 'status' | 'messageId'>,
): MailEntry => ({ council, reference, key, version: 1, template, at: clock.now(), ...rest });

/** The task by which staff tell a person what an email did not: one for each message. */
export const contactTask = ({ clock }: Pick<Deps, 'clock'>, careCase: CareCase, key: string, reason: string): Task => {
  const step = `contact-${key.replaceAll('.', '-')}`;
  return newTask(careCase, { thread: 'case', step, kind: 'contact-another-way', reason }, clock.now());
};
