import type { CaseRecord, PlanRecord, WorkRecord } from '../../schemas/records.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { isTurnedDown } from '../plan/plan-passed.ts';
import { londonDate } from '../time/clock-time.ts';

type Sent = Extract<CaseRecord, { kind: 'request' }>;

/** What each list is called once it has been sent, after “Your”: by what it is, and not by the form that it was typed into. */
const sentAs: Readonly<Record<string, string>> = {
  'review-request': 'request for a review',
  query: 'question about a decision',
  complaint: 'complaint',
  change: 'news of a change',
  invitation: 'list of people for the review',
  'review-disagreement': 'message that you do not agree with a review',
  'visit-change': 'request to change a visit',
  'financial-assessment': 'details of your money',
  'end-support': 'request that your support ends',
  equality: 'answers to equality questions',
  'send-documents': 'documents',
};

const calendar = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A date within a name: “14 December 2026”. */
const dated = (day: IsoDate): string => calendar.format(Date.parse(day));

/** What somebody asked or told us, as it is listed everywhere: “Your complaint of 14 December 2026”. */
export const nameOfRequest = ({ list, at }: Pick<Sent, 'list' | 'at'>): string =>
  `Your ${sentAs[list] ?? 'message'} of ${dated(londonDate(at))}`;

/** An answer to something that was asked more than once, named by the day on which that was asked: each has an answer of its own. */
export const nameOfAnswer = (
  title: string,
  { to, at }: Pick<WorkRecord, 'to' | 'at'>,
  records: readonly CaseRecord[],
): string => {
  const sent = records.filter((record): record is Sent => record.kind === 'request' && record.at <= at);
  const asked = sent.find(({ id }) => id === to);
  const isAlone = asked === undefined || sent.every((one) => one === asked || one.list !== asked.list);
  return isAlone ? title : `${title} of ${dated(londonDate(asked.at))}`;
};

/**
 * The answer to a plan, named by the day on which that plan was written: “Your answer to the plan of 3 March 2027”. A later version that the
 * council did not pass was never asked about: where the initial plan stands instead, it is the one that is answered. CB12 to CB15.
 */
export const nameOfPlanAnswer = (answer: Pick<CaseRecord, 'id' | 'at'>, records: readonly CaseRecord[]): string => {
  const [thread] = answer.id.split('.');
  const plan = records
    .filter((record): record is PlanRecord => record.kind === 'plan' && record.id.startsWith(`${thread}.`))
    .filter((one) => one.at <= answer.at && !isTurnedDown(one, records))
    .toSorted((a, b) => b.at.localeCompare(a.at))[0];
  return plan ? `Your answer to the plan of ${dated(londonDate(plan.at))}` : 'Your answer to the plan';
};
