import * as z from 'zod';

/** The two parts of a joint assessment that two people fill in by themselves: the person's with needs, and the carer's. Care Act 2014 s.12(5). */
export const half = z.enum(['needs', 'carer']);
export type Half = z.infer<typeof half>;

/** The form of each part, and the part of the other one. */
export const formOfHalf = { needs: 'needs-assessment', carer: 'carers-assessment' } as const satisfies Record<
  Half,
  string
>;
export const otherHalf = { needs: 'carer', carer: 'needs' } as const satisfies Record<Half, Half>;

/** Sixteen of 32 letters and digits that are not mistaken for each other: 80 random bits. Whoever has it may fill in the other part, and sees nothing. */
export const togetherCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/);

/** What makes an unfinished form one of the two parts. */
export const together = z.strictObject({
  code: togetherCode,
  half,
  /** Whoever began, and so has the code to give away. */
  invites: z.literal(true).optional(),
  /** Where the other was last invited, as whoever began typed it; shown to nobody else. */
  invited: z.email().optional(),
});
export type Together = z.infer<typeof together>;
