import { Temporal } from 'temporal-polyfill';
import { spokenNow } from '../../schemas/say.ts';
import type { IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import { LONDON } from './clock-time.ts';

/** Made once a language: making one takes longer than a page. Its digits are those that people type. */
const perLanguage = (options: Intl.DateTimeFormatOptions) => {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (): Intl.DateTimeFormat => {
    const tag = spokenNow()?.tag ?? 'en-GB';
    const format = made.get(tag) ?? new Intl.DateTimeFormat(`${tag}-u-nu-latn`, options);
    made.set(tag, format);
    return format;
  };
};

const inLetters = perLanguage({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A date as people read it in letters, in their language: "Monday 16 February 2026". */
export const readableDate = (date: IsoDate): string =>
  inLetters().format(Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds).replace(',', '');

// Temporal takes a hundred times as long, and every page of a form says a time.
const time = perLanguage({
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
  time()
    .format(Date.parse(moment) + minutesLater * 60_000)
    .replace(/\s/g, '')
    .toLowerCase();

const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A date as a table has it: "16 Feb 2026". */
export const shortDate = (date: IsoDate): string => short.format(Date.parse(date)).replace('Sept', 'Sep');
