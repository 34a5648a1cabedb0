import type { LineRule } from '../forms/computed-lines.ts';
import { advocateLine } from './advocacy-outcome.ts';
import { capacityLine } from './capacity-outcome.ts';

/** The rules whose result a page of a list shows, by the name that the list's `computed` has for them. */
export const lineRules: Readonly<Record<string, LineRule>> = {
  'advocate-required': advocateLine,
  'capacity-finding': capacityLine,
};
