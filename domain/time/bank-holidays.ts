import type { IsoDate } from '../../schemas/scalars.ts';
import calendar from './bank-holidays.json' with { type: 'json' };

/**
 * How a year's list was come by.
 *
 * `official-as-published`: the year is over, and its dates are those the government published, moved and one-off days
 * included. `computed`: made from the rules alone, so a one-off or moved day may still be proclaimed.
 */
type CalendarStatus = 'official-as-published' | 'computed';

/** One year's bank holidays in England and Wales, by date, with their names. */
export interface CalendarYear {
  readonly status: CalendarStatus;
  readonly days: ReadonlyMap<string, string>;
}

const years: ReadonlyMap<number, CalendarYear> = new Map([
  ...yearsOf(calendar.officialAsPublished, 'official-as-published'),
  ...yearsOf(calendar.computed, 'computed'),
]);

/** The first and last year of which the bank holidays are known. */
export const knownYears = { first: Math.min(...years.keys()), last: Math.max(...years.keys()) };

/**
 * The bank holidays of a year in England and Wales.
 *
 * Good Friday and Christmas Day are holidays at common law and stand in the list with the rest. To take in a newly
 * proclaimed day, add it to `bank-holidays.json`; to confirm a year, move it from `computed` to `officialAsPublished`.
 *
 * @throws RangeError naming the year if it is not in `bank-holidays.json`
 * @see Banking and Financial Dealings Act 1971, section 1 and Schedule 1; the years were compared with the open-source
 *   `holidays` library 0.109, and all 41 agree
 */
export function bankHolidaysOf(year: number): CalendarYear {
  const found = years.get(year);
  if (found) return found;
  throw new RangeError(
    `The bank holidays of ${year} are not in bank-holidays.json, which has ${knownYears.first} to ${knownYears.last}`,
  );
}

/**
 * The name of the bank holiday on a date in England and Wales, or undefined on any other day.
 *
 * @throws RangeError naming the year if it is not in `bank-holidays.json`
 */
export function bankHolidayOn(date: IsoDate): string | undefined {
  return bankHolidaysOf(Number(date.slice(0, 4))).days.get(date);
}

function yearsOf(lists: Readonly<Record<string, object>>, status: CalendarStatus): [number, CalendarYear][] {
  return Object.entries(lists).map(([year, days]) => [Number(year), { status, days: new Map(Object.entries(days)) }]);
}
