import type { PromisedBy } from '../promised.ts';

/** What Staffordshire's pages about care and support promise, in their order. */
export const staffordshire = {} as const satisfies PromisedBy;
