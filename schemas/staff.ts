import * as z from 'zod';
import { isoDate, isoInstant } from './scalars.ts';

/** What a member of staff may do. A sign-in group is `<council>.<role>`, such as `leicestershire.assessor`. */
export const staffRole = z.enum([
  'contact-officer',
  'assessor',
  'key-worker',
  'manager',
  'finance-officer',
  'complaints-manager',
  'safeguarding-lead',
]);
export type StaffRole = z.infer<typeof staffRole>;

const staffId = z.string().min(1).max(128);

/** Days on which somebody does not work, the first and the last among them. Those of one person never overlap, so `from` names one. */
export const absence = z.strictObject({
  from: isoDate,
  to: isoDate,
  /** Who does their work meanwhile, by id; left out, the team. The cover takes over work and never a right to read. */
  cover: staffId.optional(),
  /** Who entered it: themselves or a manager. */
  by: staffId,
});
export type Absence = z.infer<typeof absence>;

/** A member of staff in a council's staff directory: who a task may be given to, and where it is emailed. */
export const staffMember = z.strictObject({
  /** The subject (`sub`) of the person's sign-in. */
  id: staffId,
  /** Raised with each change, so that two who change the same person do not undo each other; left out before the first. */
  version: z.int().positive().optional(),
  name: z.string().min(1).max(200),
  email: z.email(),
  roles: z.array(staffRole).min(1),
  /** The teams in which they work, in the council's words. */
  teams: z.array(z.string().min(1).max(80)).max(10).optional(),
  /** Who is told first of what they are late with, by id. */
  manager: staffId.optional(),
  /** Up to what weekly amount, in pence, they may agree a plan; left out, what the council gives to their role. */
  weeklyLimit: z.int().min(0).max(100_000_00).optional(),
  /** They want one list a day in place of a mail for each task; what is due the same day is mailed still. */
  prefersDigest: z.boolean().optional(),
  absences: z.array(absence).max(100).optional(),
  /** Of somebody who has left: since when. They stand apart from those who are there. */
  left: z.strictObject({ on: isoDate, by: staffId }).optional(),
});
export type StaffMember = z.infer<typeof staffMember>;

/**
 * What the server holds of a person's sign-ins. A session is good for as long as the generation is the one that it was opened in, so a new
 * generation ends all of them at once, and a bearer token that is older than the end with them.
 */
export const signInRecord = z.strictObject({
  generation: z.string(),
  endedAt: isoInstant,
  /** They were taken out of the directory. Whoever comes back stands in it again, which counts for more. */
  left: z.boolean().optional(),
});
export type SignInRecord = z.infer<typeof signInRecord>;

/** That a task went on from who is away or has left, for the list that they find when they are back. */
export const handedOver = z.strictObject({ task: z.string().max(120), at: isoInstant, to: staffId.optional() });
export type HandedOver = z.infer<typeof handedOver>;
