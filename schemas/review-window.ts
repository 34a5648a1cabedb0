import * as z from 'zod';

const weeks = z.int().min(1).max(52);

/** Weeks of seven calendar days from the start: the window's two ends, and the day aimed at. */
const first = z.strictObject({ fromWeeks: weeks, toWeeks: weeks, targetWeeks: weeks });
/** Months from the review that was held to the latest day of the next, and how long before it the window opens. */
const later = z.strictObject({ months: z.int().min(1).max(12), opensWeeksBefore: z.int().min(1).max(26).default(8) });

/** What holds between parts is said as soon as these are right, whatever is wrong elsewhere. */
const onceRight = (parts: z.ZodObject) => ({
  when: ({ value }: { value: unknown }) => parts.safeParse(value).success,
});

/**
 * When a council reviews a plan: the first, light-touch review some weeks after the start, then one at least every so
 * many months.
 *
 * ```json
 * {
 *   "first": { "fromWeeks": 6, "toWeeks": 12, "targetWeeks": 6 },
 *   "later": { "months": 12, "opensWeeksBefore": 8 },
 *   "reminderLeadDays": { "first": 14, "later": 28 },
 *   "startsFrom": "support-start",
 *   "status": "confirmed",
 *   "source": "The council's care and support page: a review appointment after 6 to 12 weeks, then yearly"
 * }
 * ```
 *
 * The Act gives no interval: the guidance expects the first at 6 to 8 weeks and the rest at least every 12 months (Care
 * Act 2014 section 27; care and support statutory guidance, chapter 13). The first window is at least a week wide, so
 * that it always holds a working day for the appointment.
 */
export const reviewWindow = z
  .strictObject({
    first,
    later,
    /** Calendar days from the reminder to the due date. */
    reminderLeadDays: z.strictObject({ first: z.int().min(1).max(90), later: z.int().min(1).max(90) }),
    /** What the first clock runs from; where support has no start date, the plan's sign-off. */
    startsFrom: z.enum(['support-start', 'sign-off']),
    /** `confirmed`: the council says so itself; `guidance`: its page is silent; `council-choice`: set here by the council. */
    status: z.enum(['confirmed', 'guidance', 'council-choice']),
    source: z.string().min(1).max(400),
  })
  .refine(({ first }) => first.fromWeeks < first.toWeeks, {
    path: ['first', 'toWeeks'],
    ...onceRight(z.object({ first })),
    error: 'The first review window must end at least a week after it opens, so that a working day falls in it',
  })
  .refine(({ first }) => first.fromWeeks <= first.targetWeeks && first.targetWeeks <= first.toWeeks, {
    path: ['first', 'targetWeeks'],
    ...onceRight(z.object({ first })),
    error: 'The target must lie in the first review window',
  })
  .refine(({ later }) => later.opensWeeksBefore <= later.months * 4, {
    path: ['later', 'opensWeeksBefore'],
    ...onceRight(z.object({ later })),
    error: 'The window of a later review must open after the review before it',
  });
export type ReviewWindow = z.infer<typeof reviewWindow>;
