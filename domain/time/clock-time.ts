import { Temporal } from 'temporal-polyfill';
import type { IsoDate, IsoInstant } from '../../schemas/scalars.ts';

/** The time zone in which every council's dates, clocks and reminders are reckoned. */
export const LONDON = 'Europe/London';

/** A wall-clock time of day in 24 hours, such as `09:00`. */
export type TimeOfDay = `${number}:${number}`;

/** The branded form of a calendar date that Temporal has already made valid. */
export function toIsoDate(date: Temporal.PlainDate): IsoDate {
  // Safe: Temporal writes `YYYY-MM-DD` for every year from 0 to 9999, and the brand is a mark on the string type only.
  return date.toString() as IsoDate;
}

/** The branded form, in UTC with milliseconds, of a moment that Temporal has already made valid. */
export function toIsoInstant(instant: Temporal.Instant): IsoInstant {
  // Safe for the same reason as above. A `Date` writes the same text several times as fast as Temporal, and every request needs it.
  return new Date(instant.epochMilliseconds).toISOString() as IsoInstant;
}

/**
 * The moment at which London's clocks show a time on a date: 09:00 is 09:00Z in winter and 08:00Z in summer.
 *
 * A time that the spring change skips is read as the one an hour later, and a time that the autumn change repeats as the
 * first of the two (Temporal's `compatible` rule).
 */
export function londonInstant(date: IsoDate, time: TimeOfDay): IsoInstant {
  const wallClock = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: LONDON, plainTime: time });
  return toIsoInstant(wallClock.toInstant());
}

/** The calendar date in London at a moment: half past eleven at night UTC in July is already tomorrow there. */
export function londonDate(instant: IsoInstant): IsoDate {
  return toIsoDate(Temporal.Instant.from(instant).toZonedDateTimeISO(LONDON).toPlainDate());
}

/** The date a number of calendar days later, or earlier when negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return toIsoDate(Temporal.PlainDate.from(date).add({ days }));
}

/** The date a number of weeks of seven calendar days later. */
export function addWeeks(date: IsoDate, weeks: number): IsoDate {
  return addDays(date, weeks * 7);
}

/**
 * The same day of the month a number of months later, or that month's last day when it ends earlier.
 *
 * 31 August and 6 months is 28 February, or 29 February in a leap year; 29 February and 12 months is 28 February.
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return toIsoDate(Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }));
}

/** The whole calendar days from one date to another, negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}
