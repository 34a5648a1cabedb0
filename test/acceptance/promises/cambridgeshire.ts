import type { PromisedBy } from '../promised.ts';

/** What Cambridgeshire's pages about care and support promise, in their order. */
export const cambridgeshire = {} as const satisfies PromisedBy;
