import type { CaseRecord } from '../../schemas/records.ts';
import { type IsoDate, isoDate } from '../../schemas/scalars.ts';
import type { BrokenRule } from '../ruling.ts';
import { readableDate } from '../time/readable-date.ts';
import { complaintTiming, ombudsmanLastDay } from './complaint-clock.ts';

/** The days that a complaint tells of, where its form was filled in; one that came by phone has none. */
const daysOf = (
  records: readonly CaseRecord[],
  request: string,
): { happenedOn: IsoDate; noticedOn?: IsoDate | undefined } | undefined => {
  const found = records.find(({ kind, id }) => kind === 'request' && id === request);
  const answers: Readonly<Record<string, unknown>> = found?.kind === 'request' ? found.answers : {};
  const day = (id: string) => isoDate.safeParse(answers[id]).data;
  const happenedOn = day('eventOn');
  return happenedOn && { happenedOn, noticedOn: day('noticedOn') };
};

/**
 * Whether what staff record of a complaint's time fits the days that it tells of: 12 months from the event or from noticing it.
 *
 * @param request the id of its record
 * @see SI 2009/309, regulation 12
 */
export const complaintTimeProblems = (
  { late, receivedOn }: { readonly late: 'yes' | 'no'; readonly receivedOn: IsoDate },
  records: readonly CaseRecord[],
  request: string,
): BrokenRule[] => {
  const days = daysOf(records, request);
  if (days === undefined) return [];
  const { inTime, lastDay } = complaintTiming({ ...days, receivedOn });
  if (inTime === (late === 'no')) return [];
  const message = inTime
    ? `Select no: it came in time, which it was until ${readableDate(lastDay)}`
    : `Select yes: it came after ${readableDate(lastDay)}. Decide if it is looked at all the same`;
  return [{ field: 'late', rule: 'SI 2009/309 reg 12', message }];
};

/** The sentence about the last day for the ombudsman that stands under the answer to a complaint; nothing where it tells of no day. */
export const ombudsmanSentence = (records: readonly CaseRecord[], request: string | undefined): string[] => {
  const days = request === undefined ? undefined : daysOf(records, request);
  if (days === undefined) return [];
  const { happenedOn, noticedOn = happenedOn } = days;
  const knewOn = noticedOn > happenedOn ? noticedOn : happenedOn;
  return [`For what you told us of, that is until ${readableDate(ombudsmanLastDay(knewOn))}.`];
};
