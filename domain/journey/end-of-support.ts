import type { CareCase, CloseReason } from '../../schemas/case.ts';
import type { MailEntry } from '../../schemas/mail.ts';
import type { CaseRecord, PlanRecord } from '../../schemas/records.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Task } from '../../schemas/task.ts';
import { planInForce } from '../plan/plan-states.ts';
import { addDays, londonDate } from '../time/clock-time.ts';
import { readableDate } from '../time/readable-date.ts';
import { allWorkOf, asWorkOf, type DoneWork } from './work-records.ts';

/** What the end of support is judged by: all that is kept of its case. */
export type EndingCase = {
  readonly case: CareCase;
  readonly records: readonly CaseRecord[];
  readonly tasks: readonly Task[];
  readonly mail: readonly MailEntry[];
};

/** Whether the council gives support that only ends after notice: a plan that is in force or agreed, or short-term support. */
export const supportRuns = ({ case: careCase, records }: Pick<EndingCase, 'case' | 'records'>): boolean => {
  const plans = records.filter((record): record is PlanRecord => record.kind === 'plan');
  const inForce = planInForce(plans.map(({ number, state }) => ({ version: number, state })));
  return careCase.closed === undefined && (inForce !== undefined || careCase.stage === 'short-term-support');
};

/**
 * The first day on which something may be taken away of which notice was given: so many days after the notice, or at once where the person
 * agrees. No length stands in the law; it is council data.
 */
export const earliestAfterNotice = (
  noticeOn: IsoDate,
  { days, personAgrees }: { readonly days: number; readonly personAgrees: boolean },
): IsoDate => (personAgrees ? noticeOn : addDays(noticeOn, days));

/** The day on which staff sent or handed over in writing what no email had brought; undefined where they have not. */
const postedOn = (key: string, { records, tasks, case: careCase }: EndingCase): IsoDate | undefined => {
  const step = `contact-${key.replaceAll('.', '-')}`;
  const done = tasks.find(({ id, status }) => id === `${careCase.reference}.case.${step}` && status === 'completed');
  const record = records.find(({ id, kind }) => kind === 'work' && id === `case.${step}`);
  const contact = record && asWorkOf(record, 'contact-another-way');
  if (done?.closed === undefined || contact?.answers.reached !== 'yes') return undefined;
  // Spoken words are no notice in writing.
  return contact.answers.by === 'post' || contact.answers.by === 'visit' ? contact.answers.on : undefined;
};

/** The days on which staff sent the notice as the person needs it: by post, in a format, in a language. */
const copiesSentOn = (id: string, { records, tasks, case: careCase }: EndingCase): IsoDate[] =>
  tasks
    .filter(
      ({ kind, status, copies = [] }) =>
        kind === 'send-copy' && status === 'completed' && copies.includes(`work.${id}`),
    )
    .flatMap((task) => {
      const record = records.find((one) => one.kind === 'work' && `${careCase.reference}.${one.id}` === task.id);
      const sent = record && asWorkOf(record, 'send-copy');
      return sent?.answers.sent === 'yes' && sent.answers.on ? [sent.answers.on] : [];
    });

/** The day on which a notice was sent, or given in writing another way, to whoever gets it first; undefined where nobody has it. */
const givenOn = ({ id }: Pick<DoneWork<'give-notice-of-end'>, 'id'>, ending: EndingCase): IsoDate | undefined =>
  [
    ...copiesSentOn(id, ending),
    ...ending.mail
      .filter(({ key, template }) => key.startsWith(`${id}.`) && template === 'support-ending')
      .flatMap(({ key, status, at }) => (status === 'sent' ? londonDate(at) : (postedOn(key, ending) ?? []))),
  ].toSorted()[0];

/** The notice that stands: the newest, unless it was found since then that support goes on. */
export const noticeThatStands = (records: readonly CaseRecord[]): DoneWork<'give-notice-of-end'> | undefined => {
  const [newest] = allWorkOf(records, 'give-notice-of-end');
  const goesOn = allWorkOf(records, 'end-support').find(({ answers }) => answers.ended === 'goes-on');
  if (newest === undefined || newest.answers.noticeFor !== 'end') return undefined;
  return goesOn !== undefined && goesOn.at > newest.at ? undefined : newest;
};

/** Whether support may end, or what has to be done first, in a sentence for staff. */
export type MayEnd =
  | { readonly may: true; readonly code: 'notice-over' }
  | { readonly may: false; readonly code: 'no-notice'; readonly message: string }
  | { readonly may: false; readonly code: 'notice-not-given'; readonly message: string }
  | { readonly may: false; readonly code: 'notice-runs'; readonly message: string; readonly on: IsoDate };

/**
 * Whether support may end today: its notice with reasons was sent or posted, and its time is over. Care Act 2014 ss.24(2) and 27(4); that
 * nothing ends before its notice was given is the ombudsman's finding (LGSCO 24 022 635), its length council data.
 */
export const mayEndSupport = (ending: EndingCase, { noticeDays }: { noticeDays: number }, today: IsoDate): MayEnd => {
  const notice = noticeThatStands(ending.records);
  if (notice === undefined) {
    return {
      may: false,
      code: 'no-notice',
      message: 'Give notice with the reasons first: support runs until its day has come',
    };
  }
  const noticeOn = givenOn(notice, ending);
  if (noticeOn === undefined) {
    return {
      may: false,
      code: 'notice-not-given',
      message: 'The notice has not reached anyone in writing. Post it, and record that in the task to tell the person',
    };
  }
  const { endsOn = noticeOn, personAgreesEarlier } = notice.answers;
  const earliest = earliestAfterNotice(noticeOn, { days: noticeDays, personAgrees: personAgreesEarlier === 'yes' });
  const on = endsOn > earliest ? endsOn : earliest;
  return today < on
    ? {
        may: false,
        code: 'notice-runs',
        message: `The notice runs until ${readableDate(on)}. Support runs until then`,
        on,
      }
    : { may: true, code: 'notice-over' };
};

/** Reasons for which a case never closes while it gives support: what has to be done first. */
const needNotice: readonly CloseReason[] = [
  'support-ended',
  'not-eligible',
  'support-not-wanted',
  'advice-given',
  'withdrawn',
  'lives-elsewhere',
];

/** Whether a case may close for this reason, or what has to be done first. */
export type MayClose = { readonly may: true } | Extract<MayEnd, { may: false }>;

/**
 * Whether a case may close now for this reason. Where it gives support, nothing but death, an arrival elsewhere or the end of short-term
 * support ends it without notice.
 */
export const mayClose = (
  ending: EndingCase,
  reason: CloseReason,
  council: { noticeDays: number },
  today: IsoDate,
): MayClose => {
  if (!needNotice.includes(reason) || !supportRuns(ending)) return { may: true };
  const ruling = mayEndSupport(ending, council, today);
  return ruling.may ? { may: true } : ruling;
};
