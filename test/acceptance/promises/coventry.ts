import type { PromisedBy } from '../promised.ts';

/** What Coventry's pages about care and support promise, in their order. */
export const coventry = {} as const satisfies PromisedBy;
