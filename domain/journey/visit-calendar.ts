import type { CareCase, Visit } from '../../schemas/case.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import { purposeOf, startOf } from './visits.ts';
import { allWorkOf } from './work-records.ts';

/**
 * A visit as a calendar knows it. One that is moved, or called off and arranged again, is the same entry for as long as what it is for is not done: the
 * same `uid` with a raised `sequence`, so that the calendar changes what stands there and adds nothing. RFC 5545 sections 3.8.4.7 and 3.8.7.4.
 */
export type CalendarVisit = {
  readonly purpose: Visit['purpose'];
  readonly uid: string;
  readonly sequence: number;
  readonly status: 'arranged' | 'cancelled';
  readonly startsAt: IsoInstant;
  readonly on: IsoDate;
  readonly clock: string;
};

/** What each visit is for, by the work that it is done with. */
const doneWith = { assessment: ['assess-needs', 'assess-carer'], review: ['review-plan'] } as const;

/** The visit of a case for a purpose as a calendar knows it now; nothing where none was ever arranged for it since it was last done. */
export const calendarVisit = (
  { council, reference, visits = [], closed }: Pick<CareCase, 'council' | 'reference' | 'visits' | 'closed'>,
  records: readonly CaseRecord[],
  purpose: Visit['purpose'],
): CalendarVisit | undefined => {
  const done = doneWith[purpose]
    .flatMap((kind) => allWorkOf(records, kind))
    .toSorted((a, b) => a.at.localeCompare(b.at));
  const since = done.at(-1)?.at ?? '';
  const changes = allWorkOf(records, 'arrange-visit').filter(
    ({ id, at, answers }) => purposeOf({ id }) === purpose && at > since && answers.what !== 'not-needed',
  );
  const arranged = changes.find(({ answers }) => answers.what === 'arranged');
  const standing = closed ? undefined : visits.find((one) => one.purpose === purpose);
  const recorded = arranged?.answers.visitOn as IsoDate | undefined;
  const on = standing?.on ?? recorded;
  const clock = standing?.startsAt ?? arranged?.answers.startsAt?.trim().replace('.', ':').padStart(5, '0');
  if (changes.length === 0 || on === undefined || clock === undefined) return undefined;
  return {
    purpose,
    uid: `${reference}-${purpose}-${done.length + 1}@${council}.careway`,
    // Closing the case takes away what is to come, too, and is no work on the visit.
    sequence: changes.length - 1 + (closed && standing === undefined && visits.length > 0 ? 1 : 0),
    status: standing ? 'arranged' : 'cancelled',
    startsAt: startOf({ on, startsAt: clock }),
    on,
    clock,
  };
};

/** The visits of a case that were called off and whose day is still to come, so that a calendar may still show them. */
export const visitsCalledOff = (careCase: CareCase, records: readonly CaseRecord[], today: IsoDate): CalendarVisit[] =>
  (['assessment', 'review'] as const).flatMap((purpose) => {
    const found = calendarVisit(careCase, records, purpose);
    return found?.status === 'cancelled' && found.on >= today ? [found] : [];
  });
