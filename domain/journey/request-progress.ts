import type { CaseRecord } from '../../schemas/records.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { londonDate } from '../time/clock-time.ts';
import { isFromAnother } from './case-following.ts';
import type { CaseHistory } from './case-progress.ts';
import { nameOfRequest } from './record-names.ts';
import { requestMark } from './request-outcomes.ts';
import { allWorkOf, asWorkOf } from './work-records.ts';

/** Something that the person asked for or told us, and what has become of it. `on` is the day with which the text ends, if it ends with one. */
export type RequestState = {
  readonly id: string;
  /** What it is, with its day: “Your complaint of 14 December 2026”. */
  readonly title: string;
  readonly state: 'open' | 'agreed' | 'answered' | 'done';
  readonly text: string;
  readonly on?: IsoDate | undefined;
};

type Sent = Extract<CaseRecord, { kind: 'request' }>;
type Became = Pick<RequestState, 'state' | 'text' | 'on'>;

/** What changes nothing for the person, and is not followed. */
const notFollowed: readonly string[] = ['equality'];

/** The answer that brought a review forward for this request, if one did. */
const reviewAllowed = (answers: readonly CaseRecord[]): CaseRecord | undefined =>
  answers.find((record) => {
    const decided = asWorkOf(record, 'decide-review-request')?.answers.decision === 'review';
    const looked = asWorkOf(record, 'look-at-change')?.answers.leadsTo === 'review';
    const again = asWorkOf(record, 'answer-query')?.answers.decideAgain === 'review';
    return decided || looked || again;
  });

/** A review that was agreed to is done on the day on which it was held. Care Act 2014 s.27(1)(b). */
const ofReview = ({ case: careCase, records }: CaseHistory, allowedAt: string, today: IsoDate): Became => {
  const held = allWorkOf(records, 'review-plan').findLast(({ at }) => at >= allowedAt);
  if (held) return { state: 'done', text: 'Done. We held the review on', on: held.answers.heldOn };
  if (careCase.closed) return { state: 'answered', text: 'Your case was closed before the review.' };
  const { dueOn } = careCase.nextReview ?? {};
  // A day that has passed is not told as one to come.
  if (dueOn === undefined || dueOn < today) return { state: 'agreed', text: 'We said yes. The review is late.' };
  return { state: 'agreed', text: 'We said yes. We aim to hold the review by', on: dueOn };
};

const becameOf = (history: CaseHistory, request: Sent, today: IsoDate): Became => {
  const mark = requestMark(request);
  const open = history.tasks
    .filter(({ id, status }) => status === 'open' && id.includes('.case.') && id.endsWith(`-${mark}`))
    .toSorted((a, b) => b.dueOn.localeCompare(a.dueOn));
  const answers = history.records
    .filter((record) => record.kind === 'work' && record.to === request.id)
    .toSorted((a, b) => b.at.localeCompare(a.at));
  const [last] = open;
  if (last !== undefined) {
    const text = answers.length > 0 ? 'We answered, and there is more to do.' : 'We are looking at it.';
    // A day that has passed is not told as one to come.
    if (last.dueOn < today) return { state: 'open', text: `${text} It is late.` };
    return { state: 'open', text: `${text} We aim to be done by`, on: last.dueOn };
  }
  const allowed = reviewAllowed(answers);
  if (allowed) return ofReview(history, allowed.at, today);
  const [answer] = answers;
  if (answer === undefined) return { state: 'done', text: 'We have it.' };
  const changed = asWorkOf(answer, 'change-plan') !== undefined;
  return changed
    ? { state: 'done', text: 'Done. We made the change on', on: londonDate(answer.at) }
    : { state: 'answered', text: 'We answered you on', on: londonDate(answer.at) };
};

/**
 * What the person has asked for or told us, the newest first: each says where it stands until it is done, and that it was done from then on.
 * What somebody else asked is none of the person's page.
 */
export const requestStates = (history: CaseHistory, today: IsoDate): RequestState[] =>
  history.records
    .filter((record): record is Sent => record.kind === 'request' && !isFromAnother(record))
    .filter(({ list }) => !notFollowed.includes(list))
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map((request) => ({ id: request.id, title: nameOfRequest(request), ...becameOf(history, request, today) }));
