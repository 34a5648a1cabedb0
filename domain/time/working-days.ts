import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../schemas/scalars.ts';
import { bankHolidayOn } from './bank-holidays.ts';
import { addDays } from './clock-time.ts';

/**
 * Whether a date is a working day: not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in England
 * and Wales.
 *
 * @throws RangeError naming the year if its bank holidays are not known, at a weekend too, so that a gap in the calendar
 *   shows itself on the first day
 */
export function isWorkingDay(date: IsoDate): boolean {
  const isBankHoliday = bankHolidayOn(date) !== undefined;
  return !isBankHoliday && Temporal.PlainDate.from(date).dayOfWeek <= 5;
}

/** The first working day after a date. @throws RangeError naming the missing year */
export function nextWorkingDay(date: IsoDate): IsoDate {
  return workingDayOnOrAfter(addDays(date, 1));
}

/** The last working day before a date. @throws RangeError naming the missing year */
export function previousWorkingDay(date: IsoDate): IsoDate {
  return workingDayOnOrBefore(addDays(date, -1));
}

/** The date itself if it is a working day, otherwise the first one after it. @throws RangeError naming the missing year */
export function workingDayOnOrAfter(date: IsoDate): IsoDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** The date itself if it is a working day, otherwise the last one before it. @throws RangeError naming the missing year */
export function workingDayOnOrBefore(date: IsoDate): IsoDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day;
}

/**
 * The working day on which a clock of so many working days runs out.
 *
 * The day of receipt is day 0, whether or not it is a working day; with 0 days the answer is the day of receipt itself.
 *
 * @param receivedOn calendar date in Europe/London
 * @param days working days allowed, a whole number from 0
 * @throws RangeError if `days` is not that, or naming the year whose bank holidays are missing
 */
export function addWorkingDays(receivedOn: IsoDate, days: number): IsoDate {
  if (!Number.isInteger(days) || days < 0) {
    throw new RangeError(`A clock runs for a whole number of working days from 0, not ${days}`);
  }
  let day = receivedOn;
  for (let counted = 0; counted < days; counted += 1) day = nextWorkingDay(day);
  return day;
}

/** By year: how many working days there are up to and with each day of it, counted from the first of January. */
const counted = new Map<number, readonly number[]>();

const countsOf = (year: number): readonly number[] => {
  const known = counted.get(year);
  if (known) return known;
  const counts: number[] = [];
  for (let day = `${year}-01-01` as IsoDate; day.startsWith(`${year}`); day = addDays(day, 1)) {
    counts.push((counts.at(-1) ?? 0) + Number(isWorkingDay(day)));
  }
  counted.set(year, counts);
  return counts;
};

/**
 * How many working days there are after a date, up to and with another; 0 where that is not later. Each year is counted once, so that what is years
 * late costs no more than what is late since yesterday.
 *
 * @throws RangeError naming the year whose bank holidays are missing
 */
export function workingDaysBetween(after: IsoDate, until: IsoDate): number {
  if (until <= after) return 0;
  const [from, to] = [after, until].map((date) => {
    const { year, dayOfYear } = Temporal.PlainDate.from(date);
    return { year, upTo: countsOf(year)[dayOfYear - 1] ?? 0 };
  });
  if (from === undefined || to === undefined) return 0;
  let days = to.upTo - from.upTo;
  for (let { year } = from; year < to.year; year += 1) days += countsOf(year).at(-1) ?? 0;
  return days;
}
