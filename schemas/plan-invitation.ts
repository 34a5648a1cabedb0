import * as z from 'zod';
import { actor } from './case.ts';
import { caseReference, councilSlug, isoDate, isoInstant } from './scalars.ts';

/** As whom somebody is invited to a plan. Care Act 2014 s.25(3) to (6); Cambridgeshire's and Staffordshire's published ways. */
export const invitedAs = z.enum(['family-or-friend', 'provider', 'planner', 'advocate']);
export type InvitedAs = z.infer<typeof invitedAs>;

/** What somebody may do who is invited: read the plan, put something beside it, or write in it. */
export const invitedMay = z.enum(['read', 'suggest', 'write']);
export type InvitedMay = z.infer<typeof invitedMay>;

/** Somebody whom the person wants to help with their plan while it is being written. They see the plan alone, and of the case nothing. */
export const planInvitation = z.strictObject({
  council: councilSlug,
  reference: caseReference,
  /** Drawn at random; it stands in addresses. */
  id: z.string().regex(/^[A-Za-z0-9-]{10,40}$/),
  version: z.int().positive(),
  name: z.string().min(1).max(100),
  email: z.email().max(254),
  as: invitedAs,
  may: invitedMay,
  /** Whether they see what the plan costs and what there is to spend. */
  seesMoney: z.boolean(),
  /** The last day on which they may. */
  until: isoDate,
  /** What the person tells them, so that a mail which reaches somebody else opens nothing. */
  code: z.string().regex(/^\d{6}$/),
  at: isoInstant,
  by: actor,
  removed: z.strictObject({ at: isoInstant, by: actor }).optional(),
});
export type PlanInvitation = z.infer<typeof planInvitation>;
