import { Temporal } from 'temporal-polyfill';
import type { IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import { LONDON } from './clock-time.ts';

// Made once: making one takes longer than a page.
const inLetters = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A date as people read it in letters: "Monday 16 February 2026". */
export const readableDate = (date: IsoDate): string =>
  inLetters.format(Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds).replace(',', '');

// Temporal takes a hundred times as long, and every page of a form says a time.
const time = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
  timeZone: LONDON,
});

/**
 * A time of day in London as people read it: "3:42pm", "noon" as "12:00pm".
 *
 * @param minutesLater how long after the moment, 0 for the moment itself
 */
export const readableTime = (moment: IsoInstant, minutesLater = 0): string =>
  time
    .format(Date.parse(moment) + minutesLater * 60_000)
    .replace(/\s/g, '')
    .toLowerCase();

const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A date as a table has it: "16 Feb 2026". */
export const shortDate = (date: IsoDate): string => short.format(Date.parse(date)).replace('Sept', 'Sep');
