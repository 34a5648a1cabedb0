import * as z from 'zod';
import { isoInstant } from './scalars.ts';

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

/** A member of staff in a council's staff directory: who a task may be given to, and where it is emailed. */
export const staffMember = z.strictObject({
  /** The subject (`sub`) of the person's sign-in. */
  id: z.string().min(1).max(128),
  name: z.string().min(1).max(200),
  email: z.email(),
  roles: z.array(staffRole).min(1),
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
