import * as z from 'zod';
import type { Deps } from '../../services/deps.ts';
import { jobHandler } from '../../services/handlers.ts';
import { type Run, unending } from '../../services/runtime/run-time.ts';
import { createWorkFigures } from '../../services/work/work-figures.ts';

/**
 * Before work begins each day: what waited until today is back among what is to be done, and what managers see of their teams is counted. Harmless
 * when run again; a manager's pages say as of when they are.
 */
export const createCountWork = (deps: Deps) => {
  const figures = createWorkFigures(deps);
  return async (_event?: unknown, run: Run = unending) => {
    const total = { open: 0, over: 0, done: true };
    for (const slug of deps.councils.slugs) {
      const { open, over, done } = await figures(slug, run);
      total.open += open;
      total.over += over;
      total.done &&= done;
    }
    return total;
  };
};

export const handler = jobHandler(
  'count-work',
  z.strictObject({ open: z.int(), over: z.int(), done: z.boolean() }),
  createCountWork,
);
