import type { PromisedBy } from '../promised.ts';

const x = { promise: '', seen: '' };
export const staffordshire = Object.fromEntries(
  Array.from({ length: 54 }, (_, index) => [`S${index + 1}`, x]),
) as unknown as PromisedBy;
