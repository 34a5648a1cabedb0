import * as z from 'zod';
import type { Deps } from '../../services/deps.ts';
import { jobHandler } from '../../services/handlers.ts';
import { createWorkFigures } from '../../services/work/work-figures.ts';

/**
 * Before work begins each day: what waited until today is back among what is to be done, and what managers see of their teams is counted. Harmless
 * when run again; a manager's pages say as of when they are.
 */
export const createCountWork = (deps: Deps) => {
  const figures = createWorkFigures(deps);
  return async () => {
    const total = { open: 0, over: 0 };
    for (const slug of deps.councils.slugs) {
      const { open, over } = await figures(slug);
      total.open += open;
      total.over += over;
    }
    return total;
  };
};

export const handler = jobHandler('count-work', z.strictObject({ open: z.int(), over: z.int() }), createCountWork);
