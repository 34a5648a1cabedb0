import type { PromisedBy } from '../promised.ts';

/** What Warwickshire's pages about care and support promise, in their order. */
export const warwickshire = {} as const satisfies PromisedBy;
