import * as z from 'zod';
import { caseReference, councilSlug, isoDate } from './scalars.ts';

/**
 * What finds a case when new rates apply: from which day those that its charge was worked out from are out of date. Without a day there is
 * nothing that new rates could change. One beside each case, written anew by each financial assessment.
 */
export const chargeDue = z.strictObject({
  council: councilSlug,
  reference: caseReference,
  /** The financial assessment that wrote it, by the id of its record. */
  of: z.string().max(100),
  lookOn: isoDate.optional(),
});
export type ChargeDue = z.infer<typeof chargeDue>;
