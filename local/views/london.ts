import { Temporal } from 'temporal-polyfill';
import { LONDON } from '../../domain/time/clock-time.ts';

const format = (options: Intl.DateTimeFormatOptions) => {
  const written = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: LONDON });
  return (instant: string) => written.format(new Date(instant));
};

/** An instant as a date and time in London: `21 July 2026 at 09:05`. */
export const londonTime = format({ dateStyle: 'long', timeStyle: 'short' });

/** An instant in London with its day of the week: `Tuesday 21 July 2026 at 09:05`. */
export const londonDayAndTime = (instant: string): string => `${weekday(instant)} ${londonTime(instant)}`;
const weekday = format({ weekday: 'long' });

/** An instant in London to the second, for a table: `21 Jul 2026, 09:05:00`. */
export const londonSecond = format({ dateStyle: 'medium', timeStyle: 'medium' });

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How far off an instant is, in its largest whole unit up to days: `in 3 days`, `5 minutes ago`, `now` within a minute. */
export const howFar = (now: string, instant: string): string => {
  const ms = Temporal.Instant.from(instant).epochMilliseconds - Temporal.Instant.from(now).epochMilliseconds;
  const [unit, size] = units.find(([, length]) => Math.abs(ms) >= length) ?? [];
  if (!unit || !size) return 'now';
  const count = Math.floor(Math.abs(ms) / size);
  const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return ms > 0 ? `in ${words}` : `${words} ago`;
};
