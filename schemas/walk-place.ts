import * as z from 'zod';

/** How far a job has come that takes more than one run: of which walk this is the place, after what it goes on, and whether it came to the end. */
export const walkPlace = z.strictObject({
  version: z.int().positive(),
  /** Which walk: a job that goes through everything once a day has another each day. */
  of: z.string().max(100),
  /** The last that was done, in the words of what is walked through; left out where the next run begins anew. */
  after: z.string().max(8000).optional(),
  /** Some of what was done failed: at its end the walk begins anew. */
  again: z.literal(true).optional(),
  done: z.boolean(),
});
export type WalkPlace = z.infer<typeof walkPlace>;
