import * as z from 'zod';
import { caseReference, councilSlug, isoInstant } from './scalars.ts';
import { taskId } from './task.ts';

/** What one member of a panel says of the plan that it decides on: one for each member and piece of work, which they may change until it ends. */
export const panelView = z.strictObject({
  council: councilSlug,
  reference: caseReference,
  task: taskId,
  /** Goes up each time the member changes their view. */
  version: z.int().positive(),
  by: z.strictObject({ id: z.string(), name: z.string() }),
  at: isoInstant,
  view: z.enum(['agree', 'not-agree', 'more-needed']),
  why: z.string().max(10_000),
  /** The answers of the plan that they want changed. */
  sentBack: z
    .array(z.strictObject({ part: z.string(), row: z.int().positive().optional(), why: z.string() }))
    .optional(),
});
export type PlanView = z.infer<typeof panelView>;
