import { type StartReviewCycleInput, startReviewCycleInput, startReviewCycleOutput } from '../../schemas/workflow.ts';
import { platform } from '../common/audit.ts';
import type { Deps } from '../common/deps.ts';
import { taskHandler } from '../common/handlers.ts';
import { createReviewCycles } from '../common/review-cycles.ts';

/** Begins the next generation of the review cycle, once for the thread that asks. */
export const createStartReviewCycle = (deps: Deps) => {
  const begin = createReviewCycles(deps);
  return async ({ council, reference, thread, kind, from }: StartReviewCycleInput) => ({
    generation: await begin(
      { council, reference },
      { cause: thread, kind, from, actor: platform('start-review-cycle') },
    ),
  });
};

export const handler = taskHandler(startReviewCycleInput, startReviewCycleOutput, createStartReviewCycle);
