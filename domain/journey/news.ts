import type { CareCase } from '../../schemas/case.ts';
import type { MailTemplate } from '../../schemas/mail.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import type { Task, TaskKind } from '../../schemas/task.ts';
import { openQuestions } from './case-progress.ts';
import { expectedBy } from './lateness.ts';
import { reminderStep, visitsToCome } from './visits.ts';

/** What a person is told when a machine opens a piece of work, since it is their turn. */
const atOpening: Partial<Record<TaskKind, MailTemplate>> = {
  'assess-finances': 'money-wanted',
  'draft-plan': 'plan-to-write',
  'agree-plan': 'plan-to-agree',
};

/** What a person is told when a piece of work is finished, by its outcome; `*` whatever that is. A machine sends what it says itself. */
const atTheEnd: Partial<Record<TaskKind, Readonly<Record<string, MailTemplate>>>> = {
  'give-short-term-support': { '*': 'short-term-arranged' },
  'estimate-budget': { '*': 'estimate-ready' },
  'assess-finances': { '*': 'charge-ready' },
  'agree-plan': { 'changes-asked': 'plan-changes-wanted', 'not-agreed': 'plan-not-agreed' },
  'set-up-support': { '*': 'support-set-up' },
};

/** What is told of work that a machine has just opened, if anything. */
export const newsOfOpened = (kind: TaskKind): MailTemplate | undefined => atOpening[kind];

/** What is told of finished work whose rule names no mail itself. */
export const newsOfFinished = (kind: TaskKind, outcome: string): readonly MailTemplate[] => {
  const news = atTheEnd[kind];
  const found = news?.[outcome] ?? news?.['*'];
  return found ? [found] : [];
};

/** What is still true to say when the case is closed. Nothing is sent about someone who has died. */
const closingWords: readonly MailTemplate[] = [
  'decision-made',
  'advice-given',
  'answer-ready',
  'delay-explained',
  'running-late',
  'case-closed',
  'case-duplicate',
  'complaint-received',
  'complaint-acknowledged',
  'complaint-answered',
];

/** What says that somebody comes, or does not: told late it is told in vain. */
const ofVisits: readonly MailTemplate[] = ['visit-arranged', 'visit-changed', 'visit-cancelled', 'visit-coming'];

/**
 * Hours for which a mail that SES does not take is tried again, before staff are asked to tell the person another way. By design: three days
 * outlast what SES or a lapsed setting of ours was ever out of order for, and a person waits so long for a letter too.
 */
export const hoursTried = (template: MailTemplate): number => (ofVisits.includes(template) ? 4 : 72);

/** A piece of news: which step of which thread tells it. */
export type News = { readonly thread: string; readonly step: string; readonly template: MailTemplate };

/** What a case is judged by, at the moment at which something is to be said of it. */
export type CaseNow = {
  readonly case: CareCase;
  readonly tasks: readonly Task[];
  readonly records: readonly CaseRecord[];
};

/** What waits for the person, by the part of their case's page where they do it. */
const turns: Partial<Record<MailTemplate, RegExp>> = {
  'money-wanted': /^ask\/financial-assessment$/,
  'plan-to-write': /^plan\/(how|write)$/,
  'plan-to-agree': /^plan$/,
};

/** Where the review of a step is signed: another one that waits is other news. */
const signingOf = (step: string): string => `sign/${step.replace(/^(review-\d+)-/, '$1.')}`;

/** Whether a mail is still wanted at the moment of sending: nobody is reminded of work that is over, or asked for what they have given. */
export const isWanted = (now: CaseNow, { thread, step, template }: News, at: IsoInstant): boolean => {
  const { closed, reviewGeneration } = now.case;
  if (closed?.reason === 'died') return false;
  if (closed) return closingWords.includes(template);
  if (template === 'review-to-sign') return openQuestions(now).some(({ part }) => part === signingOf(step));
  const turn = turns[template];
  if (turn) return openQuestions(now).some(({ part }) => turn.test(part));
  // Who is told that their case is open again knows that we have their request.
  if (template === 'application-received' && /^assessment-(?!1$)/.test(thread)) return false;
  // Outside the cycle only staff send it, anew, and they know why.
  if (template === 'review-coming') return ['case', `review-${reviewGeneration}`].includes(thread);
  const coming = visitsToCome(now.case, at);
  // Nobody is reminded of a visit that was moved, called off or is over, nor told anew of a day that has passed.
  if (template === 'visit-coming') return coming.some((visit) => reminderStep(visit) === step);
  return (template !== 'visit-arranged' && template !== 'visit-changed') || coming.length > 0;
};

/**
 * Whether what a mail says comes next is over, or its day past, so that only that it happened is told: a mail may wait for weeks until its
 * address is confirmed.
 */
export const isOvertaken = (now: CaseNow, template: MailTemplate, today: IsoDate): boolean => {
  const { stage, nextReview } = now.case;
  const noDayToCome = expectedBy(now.case, today) === undefined;
  const isOpen = (kind: TaskKind) => now.tasks.some((task) => task.kind === kind && task.status === 'open');
  switch (template) {
    case 'application-received':
      return stage !== 'received';
    case 'wait-looked-at':
      return noDayToCome;
    case 'plan-agreed':
      return stage !== 'setting-up-support';
    case 'estimate-ready':
      return stage !== 'plan' && stage !== 'estimated-budget';
    case 'short-term-arranged':
      return stage !== 'short-term-support';
    case 'reassessment-begun':
      return stage !== 'assessment';
    case 'complaint-received':
      return !isOpen('acknowledge-complaint');
    case 'complaint-acknowledged':
      return !isOpen('answer-complaint');
    case 'plan-changes-wanted':
      return isOpen('agree-plan');
    case 'support-set-up':
      return now.tasks.some(({ kind, status }) => kind === 'check-support' && status !== 'open');
    case 'review-coming':
      return nextReview === undefined || nextReview.dueOn < today;
    default:
      return false;
  }
};
