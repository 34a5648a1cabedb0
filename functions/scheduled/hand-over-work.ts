import * as z from 'zod';
import type { Deps } from '../../services/deps.ts';
import { jobHandler } from '../../services/handlers.ts';
import { type Run, unending } from '../../services/runtime/run-time.ts';
import { createHandingOver } from '../../services/work/handing-over.ts';

/**
 * Before work begins each day, weekends too: what somebody who is away from today has goes to their cover or team, and who is back is told what went
 * on meanwhile. What opens during an absence goes there by itself; what was left by a request that had too much to move is taken on here.
 * Harmless when run again.
 */
export const createHandOverWork = (deps: Deps) => {
  const handingOver = createHandingOver(deps);
  return async (_event?: unknown, run: Run = unending) => {
    const failures: unknown[] = [];
    const total = { moved: 0, told: 0, done: true };
    for (const slug of deps.councils.slugs) {
      const council = deps.councils.known(slug);
      const { moved, told, done } = await handingOver.morning(council, run, (error) => failures.push(error));
      total.moved += moved;
      total.told += told;
      total.done &&= done;
    }
    if (failures.length > 0) throw new AggregateError(failures, `The work of ${failures.length} people did not go on`);
    return total;
  };
};

export const handler = jobHandler(
  'hand-over-work',
  z.strictObject({ moved: z.int(), told: z.int(), done: z.boolean() }),
  createHandOverWork,
);
