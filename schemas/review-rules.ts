import * as z from 'zod';

/** Only what a council's own page says is a setting; a council that says nothing has none. */
const stated = { status: z.enum(['confirmed', 'council-choice']), source: z.string().min(1).max(400) };

/**
 * Whose requests for a review of a plan a council says it takes.
 *
 * @example { "from": ["person", "carer"], "status": "confirmed", "source": "The council's questions about plans: …" }
 */
export const reviewRequests = z.strictObject({
  from: z.array(z.enum(['person', 'carer', 'provider', 'council'])).min(1),
  ...stated,
});

/** Who signs the record of a review. */
export const reviewSignatures = z.strictObject({ by: z.array(z.enum(['person', 'council'])).min(1), ...stated });
