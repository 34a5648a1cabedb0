import * as z from 'zod';

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
