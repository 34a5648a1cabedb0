import * as z from 'zod';

/** How soon a person who asked for help should be seen: in crisis, before their carer can go on no longer, or in turn. */
export const urgency = z.enum(['urgent', 'carer-breakdown', 'standard']);
export type Urgency = z.infer<typeof urgency>;

/**
 * A council's own target for each urgency, in calendar days from receipt: `{"urgent":1,"carer-breakdown":7,"standard":28}`.
 *
 * The law sets no limit; the guidance asks for an appropriate and reasonable time, and that the person be told it (care
 * and support statutory guidance, paragraph 6.29). So these are shown as targets, never as rights.
 */
export const assessmentTargets = z.record(urgency, z.int().min(0).max(365));
export type AssessmentTargets = z.infer<typeof assessmentTargets>;
