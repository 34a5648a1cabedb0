import type { IsoInstant } from '../../schemas/scalars.ts';
import { londonDate } from './clock-time.ts';
import { readableDate, readableTime } from './readable-date.ts';

/** A moment as people read it: "10:31am on Monday 5 January 2026". */
export const momentInWords = (at: IsoInstant): string => `${readableTime(at)} on ${readableDate(londonDate(at))}`;
