import * as z from 'zod';
import { staffRole } from './staff.ts';
import { taskKind } from './task.ts';

/** Whose turn it is: the tabs of the work list. `all` are all open tasks of the caller's teams. */
export const whoseTurn = z.enum(['mine', 'unclaimed', 'waiting', 'others', 'done', 'all']);
export type WhoseTurn = z.infer<typeof whoseTurn>;

/** When it is due: before today, today, in the rest of this week, or after it. */
export const whenDue = z.enum(['late', 'today', 'week', 'later']);
export type WhenDue = z.infer<typeof whenDue>;

/** The place of a task in its list, as it stands in an address. */
const place = z
  .string()
  .regex(/^[\w.:#-]{10,200}$/)
  .optional();

/** What a list of work is asked for, in the address: what filters it, and where the page begins. */
export const workFilter = z.object({
  whose: whoseTurn.optional().describe('Left out: all open work of your teams'),
  mine: z.enum(['true', 'false']).optional().describe('Only what you have taken'),
  reference: z.string().max(40).optional().describe('Only one case'),
  kind: taskKind.optional(),
  priority: z.enum(['1', '2', '3']).optional().describe('1 before everything else, 3 in turn'),
  due: whenDue.optional(),
  team: staffRole.optional().describe('Only one of your teams; a manager may ask for any'),
  holder: z.string().max(128).optional().describe('Only what one member of staff has, by their id'),
  after: place.describe('Where the page begins, from `next` of the page before'),
  before: place.describe('Where the page ends, from `previous` of the page after'),
});
export type WorkFilter = z.infer<typeof workFilter>;
