import * as z from 'zod';
import type { Deps } from '../../services/deps.ts';
import { jobHandler } from '../../services/handlers.ts';
import { createIndexing } from '../../services/work/indexing.ts';

/** What it is told: nothing by the clock, and by an operator that the keys are to be turned. */
const input = z.looseObject({ turnKeys: z.boolean().optional() });

/**
 * Sees to it that everybody can be found: writes what is owed, indexes what was there before there was an index, and rewrites all of it when
 * a key has been turned (`{ "turnKeys": true }`). Every morning, some at a time; it goes on where it stopped.
 */
export const createIndexPersons = (deps: Deps) => createIndexing(deps);

export const handler = jobHandler(
  'index-persons',
  z.strictObject({ settled: z.int(), rewritten: z.int(), done: z.boolean() }),
  createIndexPersons,
  input,
);
