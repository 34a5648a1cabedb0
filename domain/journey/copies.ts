import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { sendCopy as sendCopyList } from '../../schemas/forms/send-copy.ts';
import type { MailTemplate } from '../../schemas/mail.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { Task } from '../../schemas/task.ts';
import type { BrokenRule } from '../ruling.ts';
import { isThePerson, isTheSame, mayActFor, mayShare } from './consent.ts';
import { again, openedBy } from './follow-up.ts';
import { helperOf } from './persons.ts';
import { hasSafeWay } from './safe-ways.ts';
import {
  broken,
  done,
  type FollowUp,
  type Rule,
  recordId,
  type TaskOutcome,
  type TaskSituation,
} from './work-outcome.ts';
import { workOf } from './work-records.ts';

/** Formats in which a paper can be had. The others that a person may need are ways to talk. */
const formatsInWords: Readonly<Record<string, string>> = {
  'large-print': 'large print',
  'easy-read': 'Easy Read',
  braille: 'Braille',
  audio: 'audio',
  other: 'another format',
};

/** How a person wants copies, other than to read them after signing in. */
export type CopyWish = {
  /** Formats and languages, in words for staff. */
  readonly formats: readonly string[];
  readonly byPost: boolean;
};

/** What the application said of how the copy is to be sent, if the case has one that asked. */
const copyByIn = (records: readonly CaseRecord[]): unknown => {
  const sent = records
    .filter((record) => record.kind === 'application')
    .toSorted((a, b) => b.at.localeCompare(a.at))[0];
  return sent?.answers['copyBy'];
};

/**
 * How a person wants copies, or undefined where they read them on this website: in formats or a language that they need, by post as they asked,
 * or by post because there is no other way to them. Care Act 2014 s.78 guidance and DAPB1605: what is recorded is met, also for who has email.
 */
export const copyWish = (
  { formats, language, contactBy, email }: Pick<KnownPerson, 'formats' | 'language' | 'contactBy' | 'email'>,
  records: readonly CaseRecord[],
): CopyWish | undefined => {
  const copyBy = copyByIn(records);
  const wanted = [...formats.flatMap((one) => formatsInWords[one] ?? []), ...(language ? [language] : [])];
  const asChosen = copyBy === 'chosen-format' && wanted.length === 0 ? ['the format that was asked for'] : [];
  const byPost = copyBy === 'post' || contactBy === 'post' || email === undefined;
  const all = [...wanted, ...asChosen];
  return all.length > 0 || byPost ? { formats: all, byPost } : undefined;
};

/** The copies that are due when a piece of work is finished, by their names in addresses; none where it has none for the person. */
const copiesOfFinished = (
  { kind, ...task }: Task,
  { outcome }: TaskOutcome,
  { records, plans }: TaskSituation,
): string[] => {
  const own = `work.${recordId({ kind, ...task })}`;
  const [thread = ''] = recordId({ kind, ...task }).split('.');
  switch (kind) {
    case 'decide-eligibility':
    case 'decide-carer-eligibility': {
      const assessed = workOf(records, kind === 'decide-eligibility' ? 'assess-needs' : 'assess-carer', thread);
      return [own, ...(assessed ? [`work.${assessed.id}`] : [])];
    }
    case 'agree-plan': {
      const newest = plans.filter(({ id }) => id.startsWith(`${thread}.`)).toSorted((a, b) => b.number - a.number)[0];
      return outcome === 'agreed' && newest ? [`plan.${newest.id}`] : [];
    }
    case 'triage-request':
      return outcome === 'advice-only' ? [own] : [];
    case 'review-short-term-support':
      // Where it was enough, the person gets what was found as the copy of their assessment: how it went is in it.
      return outcome === 'outcomes-met' ? [`assessment.${recordId({ kind, ...task })}`] : [own];
    case 'give-short-term-support':
    case 'ask-short-term':
    case 'estimate-budget':
    case 'assess-finances':
    case 'set-up-support':
    case 'review-plan':
    case 'answer-query':
    case 'acknowledge-complaint':
    case 'answer-complaint':
    case 'consider-ending':
    case 'give-notice-of-end':
    case 'end-support':
    case 'establish-residence':
    case 'send-plan-to-council':
    case 'keep-until-assessed':
      return [own];
    default:
      return [];
  }
};

/** Of which finished work a mail tells that has a copy, by the names of the copies. */
const copiesOfMail: Partial<Record<MailTemplate, RegExp>> = {
  'short-term-arranged': /give-short-term-support/,
  'decision-made': /decide-(carer-)?eligibility/,
  'advice-given': /triage-request|review-short-term-support|decide-(carer-)?eligibility/,
  'estimate-ready': /estimate-budget/,
  'charge-ready': /assess-finances/,
  'plan-agreed': /^plan\./,
  'plan-revised': /^plan\./,
  'support-set-up': /set-up-support/,
  'review-to-sign': /review-plan/,
  'complaint-acknowledged': /acknowledge-complaint/,
  'complaint-answered': /answer-complaint/,
  'support-ending': /give-notice-of-end/,
};

/** Whether staff send, or have sent, the copies of which a mail would tell: then who is written to by post need not be told once more. */
export const areCopiesSent = (tasks: readonly Task[], template: MailTemplate): boolean =>
  tasks.some(
    ({ kind, copies = [] }) => kind === 'send-copy' && copies.some((one) => copiesOfMail[template]?.test(one)),
  );

/** The work to send copies, where finished work makes some that the person does not read on this website. */
export const copiesToSend = (meaning: TaskOutcome, situation: TaskSituation): readonly FollowUp[] => {
  const { task, person, records } = situation;
  const wish = copyWish(person, records);
  const copies = wish ? copiesOfFinished(task, meaning, situation) : [];
  if (wish === undefined || copies.length === 0) return [];
  const how = [...wish.formats, ...(wish.byPost ? ['by post'] : [])].join(', ');
  const safely = hasSafeWay(person) ? ' The person gave a safe way to be reached: hand them over only so.' : '';
  return [{ ...openedBy(task, 'send-copy', `Asked for: ${how}.${safely}`.slice(0, 300)), copies }];
};

/** Whom the person was asked about, as far as a name says: in the plan, and who helps with the case. */
const askedAbout = ({ case: careCase, person, records }: TaskSituation) => {
  const helper = helperOf(careCase, person);
  return [
    ...(workOf(records, 'draft-plan')?.answers.shareConsents ?? []),
    ...(helper
      ? [
          {
            who: `${helper.firstName} ${helper.lastName}`,
            may: mayActFor(helper).may ? ('yes' as const) : ('no' as const),
          },
        ]
      : []),
  ];
};

/** Why a copy may not have been given to somebody else than the person, or what is to be recorded of it. Care Act 2014 ss.12(3) and 25(9). */
const sharingProblems = (
  { sent, to, basis }: AnswersOf<typeof sendCopyList>,
  situation: TaskSituation,
): BrokenRule[] => {
  if (sent !== 'yes' || to === undefined || isThePerson(to, situation.person)) return [];
  const known = askedAbout(situation).filter(({ who }) => isTheSame(who, to));
  const saidNo = known.some(({ may }) => may === 'no');
  const agreed = known.length > 0 || basis === 'consent';
  const cannot = basis === 'best-interests' ? 'cannot-consent' : 'not-asked';
  const ruling = mayShare({
    recipient: basis === 'professional' ? 'professional-in-care' : basis === 'law' ? 'other' : 'family-or-friend',
    consent: saidNo || basis === 'law' ? 'refused' : agreed ? 'given' : cannot,
    ...((basis === 'law' || basis === 'best-interests') && { justification: basis }),
  });
  if (ruling.may) return [];
  return [{ field: 'to', rule: ruling.source, message: `${ruling.reason} ${ruling.next} Record why they may have it` }];
};

/** Copies were sent and how, or are still to be sent. */
export const sendCopy: Rule<typeof sendCopyList> = (answers: AnswersOf<typeof sendCopyList>, situation) => {
  const { task } = situation;
  const problems = sharingProblems(answers, situation);
  if (problems.length > 0) return broken(problems);
  if (answers.sent === 'yes') return done('sent');
  const next = again(task, answers.tryOn ?? task.dueOn, 'The copies could not be sent before.');
  return done('not-sent', { opens: [{ ...next, copies: task.copies }] });
};
