import type { IsoInstant } from '../../schemas/scalars.ts';
import type { FormMinutes } from '../../schemas/work-figures.ts';
import type { TimeNeeded } from './time-needed.ts';

/** Between two pages that lie further apart somebody did something else: that time is not the form's. */
const pauseSeconds = 15 * 60;

/** Minutes are counted in steps of so many, so that none tells of one person's evening. */
const step = 5;

/** More minutes are counted as that: three hours. */
const most = 180;

/** How many seconds somebody has been at a form until now, where it was saved last at `savedAt`. */
export const spentUntil = (
  now: IsoInstant,
  { savedAt, secondsSpent = 0 }: { readonly savedAt?: IsoInstant; readonly secondsSpent?: number | undefined },
): number => {
  const since = savedAt === undefined ? 0 : Math.floor((Date.parse(now) - Date.parse(savedAt)) / 1000);
  return secondsSpent + (since > 0 && since <= pauseSeconds ? since : 0);
};

/** The step of minutes in which some seconds are counted: 25 is more than 20 minutes and up to 25. */
const stepOf = (seconds: number): number => Math.min(most, Math.max(1, Math.ceil(seconds / 60 / step)) * step);

/** A month's minutes with one form more. */
export const withForm = (forms: FormMinutes['forms'], form: string, seconds: number): FormMinutes['forms'] => {
  const [before, minutes] = [forms[form] ?? {}, stepOf(seconds)];
  return { ...forms, [form]: { ...before, [minutes]: (before[minutes] ?? 0) + 1 } };
};

/** How many sent a form, the minutes in which half of them were done, and how many took less, as long as, and longer than is said of it. */
export const minutesTaken = (
  months: readonly FormMinutes['forms'][],
  form: string,
  said: TimeNeeded,
): {
  readonly sent: number;
  readonly middle: number;
  readonly less: number;
  readonly within: number;
  readonly more: number;
} => {
  const all = months
    .flatMap((forms) => Object.entries(forms[form] ?? {}))
    .map(([minutes, count]) => ({ minutes: Number(minutes), count }))
    .toSorted((a, b) => a.minutes - b.minutes);
  const counted = (of: (minutes: number) => boolean) =>
    all.filter(({ minutes }) => of(minutes)).reduce((sum, { count }) => sum + count, 0);
  const sent = counted(() => true);
  // What is said is told in the same steps, so that a step is wholly within it or not.
  const [from, to] = [stepOf(said.least), stepOf(said.most)];
  return {
    sent,
    middle: all.find(({ minutes }) => counted((one) => one <= minutes) * 2 >= sent)?.minutes ?? 0,
    less: counted((minutes) => minutes < from),
    within: counted((minutes) => minutes >= from && minutes <= to),
    more: counted((minutes) => minutes > to),
  };
};
