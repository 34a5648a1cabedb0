import * as z from 'zod';
import { isoDate, isoInstant } from './scalars.ts';

/** Most staff to whom one record is restricted. */
const mostNamed = 20;

/** That a person's record is for named staff alone: whom, why, by whom, and when that is looked at again. `by` and `to` are ids of the directory. */
export const restriction = z.strictObject({
  to: z.array(z.string().min(1).max(128)).min(1).max(mostNamed),
  reason: z.string().min(1).max(500),
  by: z.string().max(128),
  at: isoInstant,
  reviewOn: isoDate,
});
export type Restriction = z.infer<typeof restriction>;
