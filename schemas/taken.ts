import * as z from 'zod';
import { isoDate } from './scalars.ts';
import { staffRole } from './staff.ts';

/** How a request came that a member of staff wrote down. */
export const channel = z.enum(['phone', 'letter', 'in-person']);
export type Channel = z.infer<typeof channel>;

/** That a member of staff took a request for who made it: how it came, on which day, and who wrote it down. */
export const taken = z.strictObject({
  channel,
  /** The day on which it reached the council, from which it counts: a letter's is before the day on which it is typed. */
  receivedOn: isoDate,
  by: z.string().max(128),
  role: staffRole,
});
export type Taken = z.infer<typeof taken>;
