import { Temporal } from 'temporal-polyfill';
import type { IsoDate, IsoInstant } from '../schemas/scalars.ts';
import { LONDON } from './clock-time.ts';

/** A date as people read it in letters: "Monday 16 February 2026". */
export const readableDate = (date: IsoDate): string =>
  Temporal.PlainDate.from(date)
    .toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .replace(',', '');

/**
 * A time of day in London as people read it: "3:42pm", "noon" as "12:00pm".
 *
 * @param minutesLater how long after the moment, 0 for the moment itself
 */
export const readableTime = (moment: IsoInstant, minutesLater = 0): string =>
  Temporal.Instant.from(moment)
    .add({ minutes: minutesLater })
    .toZonedDateTimeISO(LONDON)
    .toLocaleString('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true })
    .replace(/\s/g, '')
    .toLowerCase();
