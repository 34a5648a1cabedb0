import * as z from 'zod';

/**
 * Where a version of a plan stands. Not in the Act: the Act wants agreement sought (s.25(5)), a copy given and reviews (s.27).
 *
 * `superseded` is an earlier version that a later agreed one replaced; `ended` is a plan whose support stopped or that was
 * never agreed.
 */
export const planState = z.enum(['draft', 'submitted', 'changes-requested', 'agreed', 'active', 'superseded', 'ended']);
export type PlanState = z.infer<typeof planState>;
