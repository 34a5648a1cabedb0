import { Temporal } from 'temporal-polyfill';
import { LONDON } from '../../domain/time/clock-time.ts';
import { isWorkingDay } from '../../domain/time/working-days.ts';
import { isoDate } from '../../schemas/scalars.ts';
import type { Health } from '../health.ts';
import type { Mail } from '../mail/accepted-mail.ts';
import type { ExecutionView } from '../stepfunctions/types.ts';
import { howFar, londonDayAndTime, londonTime } from './london.ts';
import { mailOf } from './mail-links.ts';
import { visitsOf } from './visits.ts';
import type { Waiting } from './waiting.ts';

/** An execution as the start page has it in hand. */
type Listed = {
  readonly href: string;
  readonly name: string;
  readonly execution: ExecutionView;
  readonly waits: readonly Waiting[];
};

/** The next timer of the clock, in words. */
export type NextTimer = { at: string; words: string; far: string; what: string; href?: string };

/** What happened since the clock was moved. */
export type SinceMove = {
  at: string;
  words: string;
  mailCount: number;
  happened: { href: string; name: string; states: string[] }[];
  /** How many executions went on besides those told of. */
  more: number;
};

const told = 10;

/**
 * What the clock's next timer is for: an execution whose wait ends then, the digest of 08:30, or else the sweep, which looks
 * a few minutes after anything has happened whether an answer was left unsent.
 */
export const nextTimer = (now: string, next: string, running: readonly Listed[]): NextTimer => {
  const ms = Date.parse(next);
  const base = { at: next, words: londonDayAndTime(next), far: howFar(now, next) };
  for (const { href, waits } of running) {
    const due = waits.find(({ until }) => until !== undefined && Date.parse(until) === ms);
    if (due) return { ...base, what: `the wait of “${due.state}” ends`, href };
  }
  const london = Temporal.Instant.from(next).toZonedDateTimeISO(LONDON);
  const time = london.toPlainTime().toString({ smallestUnit: 'minute' });
  const isWorking = isWorkingDay(isoDate.parse(london.toPlainDate().toString()));
  if (time === '08:30' && isWorking) return { ...base, what: 'staff with overdue work get the daily digest' };
  return { ...base, what: 'the platform checks that no finished work was left unsent' };
};

/** The execution whose wait for a date ends first, where one waits; people may move the others on at any time. */
export const nextDate = (now: string, running: readonly Listed[]): NextTimer | undefined => {
  const dates = running.flatMap(({ href, waits }) =>
    waits.flatMap(({ for: kind, until, state }) => (kind === 'date' && until ? [{ href, until, state }] : [])),
  );
  const [first] = dates.sort((one, other) => Date.parse(one.until) - Date.parse(other.until));
  return (
    first && {
      at: first.until,
      words: londonDayAndTime(first.until),
      far: howFar(now, first.until),
      what: `the wait of “${first.state}” ends`,
      href: first.href,
    }
  );
};

/** What has happened since an instant in the executions that still run, and how much mail was sent. */
export const sinceMove = (since: string, running: readonly Listed[], mail: readonly Mail[]): SinceMove => {
  const from = Date.parse(since);
  const happened = running.flatMap(({ href, name, execution }) => {
    const states = visitsOf(execution.history)
      .filter(({ enteredAt }) => Date.parse(enteredAt) > from)
      .map(({ state }) => state);
    return states.length > 0 ? [{ href, name, states }] : [];
  });
  return {
    at: since,
    words: londonDayAndTime(since),
    mailCount: mail.filter(({ at }) => Date.parse(at) > from).length,
    happened: happened.slice(0, told),
    more: Math.max(0, happened.length - told),
  };
};

/** The health of the platform in a few lines: what is as it should be in one sentence, what is not with what people suffer. */
export const healthWords = ({ owed, jobs, failed }: Health) => {
  const waits = owed.filter(({ minutes }) => minutes > 0);
  const late = jobs.filter(({ isLate }) => isLate);
  const notYet = jobs.filter(({ endedAt }) => endedAt === undefined);
  const ran =
    notYet.length === 0 ? 'Every job has run.' : `${jobs.length - notYet.length} of ${jobs.length} jobs have run.`;
  return {
    lines: [
      ...(waits.length === 0 ? ['Nothing is owed.'] : []),
      ...waits.map(
        ({ what, minutes, isLate, errorImpact }) =>
          `The oldest ${what} has been owed for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}${isLate ? `: ${errorImpact}` : ', and is tried every five minutes.'}`,
      ),
      ...(late.length === 0
        ? [ran]
        : late.map(({ job, errorImpact }) => `${job} has not run for too long: ${errorImpact}`)),
    ],
    failed,
    jobs: jobs.map(({ job, endedAt }) => ({ job, at: endedAt ?? '', words: endedAt ? londonDayAndTime(endedAt) : '' })),
  };
};

/** A wait with its times in London, and the mail that told the person whose work it waits for. */
export const waitWords = (now: string, wait: Waiting, { history }: ExecutionView, mail: readonly Mail[]) => {
  const visit = visitsOf(history).findLast(({ state }) => state === wait.state);
  const { until } = wait;
  return {
    ...wait,
    until,
    sinceWords: londonTime(wait.since),
    untilWords: until === undefined ? '' : londonDayAndTime(until),
    untilFar: until === undefined ? '' : howFar(now, until),
    mail: visit ? mailOf(visit, mail) : [],
  };
};
