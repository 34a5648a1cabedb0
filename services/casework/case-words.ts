import { daysBetween, londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import type { CaseStage, CloseReason } from '../../schemas/case.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Task } from '../../schemas/task.ts';

/** Where a case stands, in words for staff. */
export const stateWords: Readonly<Record<CaseStage, string>> = {
  received: 'new',
  'short-term-support': 'short-term support',
  assessment: 'assessment',
  decision: 'decision',
  'estimated-budget': 'estimated budget',
  plan: 'plan',
  'setting-up-support': 'setting up support',
  support: 'support',
  closed: 'closed',
};

/** Why a case was closed, in words for staff, as they stand after "closed: ". */
export const closeReasonWords: Readonly<Record<CloseReason, string>> = {
  'advice-given': 'advice was given',
  'short-term-support-met-needs': 'short-term support met the needs',
  'not-eligible': 'no eligible needs',
  'support-not-wanted': 'support was not wanted',
  'support-ended': 'support has ended',
  'assessment-refused': 'an assessment was refused',
  withdrawn: 'the request was withdrawn',
  'moved-away': 'moved to another council’s area',
  died: 'the person has died',
  duplicate: 'the person has another open case',
  'lives-elsewhere': 'another council is the one to meet the needs',
};

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

/** By when something is due, as a worker needs to see it: how late it is, or when. */
export const dueWords = (dueOn: IsoDate, today: IsoDate): string => {
  if (dueOn < today) return `${days(daysBetween(dueOn, today))} late, was due on ${readableDate(dueOn)}`;
  return dueOn === today ? 'today' : `by ${readableDate(dueOn)}`;
};

/** What came of a finished piece of work, from the word that its rule gave: `changes-asked` is "changes asked". */
export const outcomeWords = ({ status, closed }: Pick<Task, 'status' | 'closed'>): string => {
  if (closed === undefined) return '';
  const said = closed.outcome.replaceAll('-', ' ');
  return status === 'cancelled' ? `taken back: ${said}` : said;
};

/** When a finished piece of work was done. */
export const closedOn = ({ closed }: Pick<Task, 'closed'>): string =>
  closed ? readableDate(londonDate(closed.at)) : '';
