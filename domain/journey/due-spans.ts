import { Temporal } from 'temporal-polyfill';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { WhenDue } from '../../schemas/work-filter.ts';
import { addDays } from '../time/clock-time.ts';

/** The first and the last day of a span; open at its end where none is given. */
export type Span = { readonly from?: IsoDate; readonly to?: IsoDate };

/** The days that "late", "today", "this week" and "later" are. A week ends on Sunday, and what is due today is not counted in it again. */
export const spanOf = (due: WhenDue, today: IsoDate): Span => {
  const sunday = addDays(today, 7 - Temporal.PlainDate.from(today).dayOfWeek);
  if (due === 'late') return { to: addDays(today, -1) };
  if (due === 'today') return { from: today, to: today };
  return due === 'week' ? { from: addDays(today, 1), to: sunday } : { from: addDays(sunday, 1) };
};

/** The same as places in a list that is sorted by the due date. */
export const placesOf = (due: WhenDue, today: IsoDate): { readonly from?: string; readonly until?: string } => {
  const { from, to } = spanOf(due, today);
  return { ...(from && { from }), ...(to && { until: `${to}~` }) };
};
