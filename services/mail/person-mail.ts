import { sameAddress } from '../../domain/journey/address-proof.ts';
import { areCopiesSent, copyWish } from '../../domain/journey/copies.ts';
import { namedWorker } from '../../domain/journey/key-worker.ts';
import { expectedBy, hearAgainDays } from '../../domain/journey/lateness.ts';
import { isOvertaken, isWanted, type News } from '../../domain/journey/news.ts';
import { contactOf, type Follower, type PersonsCase } from '../../domain/journey/persons.ts';
import { hasSafeWay } from '../../domain/journey/safe-ways.ts';
import { newTask } from '../../domain/journey/tasks.ts';
import { visitsToCome } from '../../domain/journey/visits.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { addWorkingDays } from '../../domain/time/working-days.ts';
import type { CareCase } from '../../schemas/case.ts';
import { type Council, estimateName } from '../../schemas/council.ts';
import type { MailEntry, MailTemplate, PersonMail, SentForm } from '../../schemas/mail.ts';
import type { ContactPerson, KnownPerson } from '../../schemas/person.ts';
import { msg, said, say } from '../../schemas/say.ts';
import type { Task } from '../../schemas/task.ts';
import { inTheirWords } from '../../templates/pages/council-words.ts';
import type { Deps } from '../deps.ts';
import type { WholeCase } from '../store/case-store.ts';
import { printable } from './links.ts';

/**
 * Whether a reader is reached in a safe way alone: the person of the case said so, or whoever helps did in a case of their own. No mail goes
 * to such a mailbox that nobody asked for.
 */
export const isReachedSafely = async (
  { store }: Pick<Deps, 'store'>,
  of: PersonsCase,
  who: Follower,
): Promise<boolean> => {
  if (hasSafeWay(of.person)) return true;
  const email = who === 'helper' ? contactOf(of, who)?.email : undefined;
  if (email === undefined) return false;
  const theirs = await store.casesOfAddress(of.careCase.council, email);
  return theirs.some(({ person }) => sameAddress(person.email, email) && hasSafeWay(person));
};

/** The form with which a case was opened, as a mail names it. The lists are loaded when one is asked for. */
export const formOf = async (
  { store }: Pick<Deps, 'store'>,
  { council, reference }: Pick<CareCase, 'council' | 'reference'>,
): Promise<SentForm | undefined> => {
  const sent = await store.record(council, reference, 'application', 'application');
  if (sent?.kind !== 'application') return undefined;
  const { applicationForms } = await import('../../schemas/forms/application-forms.ts');
  const title = applicationForms.get(sent.list)?.title;
  return title ? { list: sent.list, title, sentOn: readableDate(londonDate(sent.at)) } : undefined;
};

/** How a person gets copies, as a mail says it. */
const howCopyComes = ({ person, records }: Pick<WholeCase, 'person' | 'records'>): PersonMail['copyComes'] => {
  const wish = copyWish(person, records);
  return wish && (wish.formats.length > 0 ? 'in-format' : 'by-post');
};

/** What is to be said of a case at this moment: whether it is still wanted, and what of it has been overtaken by events. */
export const newsNow = async (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { council, reference }: Pick<CareCase, 'council' | 'reference'>,
) => {
  const now = await store.whole(council, reference);
  const today = londonDate(clock.now());
  return {
    isWanted: (news: News): boolean => now !== undefined && isWanted(now, news, clock.now()),
    isOvertaken: (template: MailTemplate): boolean => now !== undefined && isOvertaken(now, template, today),
    mail: now?.mail ?? [],
    /** Whether a letter tells it: who wants to be told by post gets the copies themselves. */
    isTheLetter: (template: MailTemplate): boolean => now !== undefined && areCopiesSent(now.tasks, template),
    copyComes: now && howCopyComes(now),
  };
};

/** In what format a reader wants to be told, so that whoever tells them another way need not look it up. */
export const inWhatFormat = (
  { formats, language }: Pick<KnownPerson, 'formats' | 'language'>,
  who: Follower,
): string => {
  const wanted = who === 'person' ? [...formats, ...(language ? [language] : [])] : [];
  return wanted.length > 0 ? ` (${wanted.join(', ')})` : '';
};

const carersAssessment = msg`carer’s assessment`;

/** The assessment that was asked for, as it stands after “a”; of two who asked to be assessed together the person's mail names both. */
const askedFor = ({ terms }: Council, { kind, jointWith }: CareCase): string => {
  if (kind === 'carer') return said(carersAssessment);
  return jointWith ? say`${terms.assessment} and a carer’s assessment` : terms.assessment;
};

/** What a mail to a reader of a case carries. */
export const personMail = (
  deps: Pick<Deps, 'siteUrl' | 'clock'>,
  of: Council,
  { careCase, person }: PersonsCase,
  who: Follower,
  to: ContactPerson,
): PersonMail => {
  const council = inTheirWords(of);
  const { complaints, terms } = council;
  const today = londonDate(deps.clock.now());
  const expected = expectedBy(careCase, today);
  const { supportStartedOn } = careCase;
  const named = namedWorker(careCase);
  const teamPhone = named && council.teams[named.role].phone;
  return {
    firstName: who === 'person' ? (person.preferredName ?? to.firstName) : to.firstName,
    reference: careCase.reference,
    ...(who === 'helper' && { about: person.firstName }),
    council: {
      ...printable(council),
      worker: terms.worker,
      keyWorker: terms.keyWorker,
      assessment: careCase.kind === 'carer' ? said(carersAssessment) : terms.assessment,
      firstBudget: estimateName(terms),
      complaintsRole: complaints.role,
      ...(council.shortTermContacts && { staysInTouch: true as const }),
    },
    asked: askedFor(council, careCase),
    statusUrl: `${deps.siteUrl}/${council.slug}/requests/${careCase.reference}`,
    caseUrl: `${deps.siteUrl}/${council.slug}/case/sign-in`,
    supportUrl: `${deps.siteUrl}/${council.slug}/support`,
    carerFormUrl: `${deps.siteUrl}/${council.slug}/forms/carers-assessment`,
    reviewRequestUrl: `${deps.siteUrl}/${council.slug}/review-request`,
    ...(expected && { targetOn: readableDate(expected) }),
    hearBy: readableDate(addWorkingDays(today, hearAgainDays)),
    visits: visitsToCome(careCase, deps.clock.now()).map(({ on, startsAt }) => ({ on: readableDate(on), startsAt })),
    ...(careCase.closed?.goesOnWith && { goesOnWith: careCase.closed.goesOnWith }),
    ...(supportStartedOn && {
      support: { startsOn: readableDate(supportStartedOn), hasStarted: supportStartedOn < today },
    }),
    ...(named && {
      keyWorker: {
        name: named.of.name,
        word: named.role === 'assessor' ? terms.worker : terms.keyWorker,
        ...(careCase.namedSince && { since: readableDate(careCase.namedSince) }),
        ...(teamPhone && { phone: teamPhone }),
      },
    }),
    hadPlan: careCase.planInForce !== undefined,
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
