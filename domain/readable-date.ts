import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../schemas/scalars.ts';

/** A date as people read it in letters: "Monday 16 February 2026". */
export const readableDate = (date: IsoDate): string =>
  Temporal.PlainDate.from(date)
    .toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .replace(',', '');
