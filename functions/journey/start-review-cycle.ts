import { type StartReviewCycleInput, startReviewCycleInput, startReviewCycleOutput } from '../../schemas/workflow.ts';
import type { Deps } from '../../services/deps.ts';
import { taskHandler } from '../../services/handlers.ts';
import { platform } from '../../services/store/audit.ts';
import { createReviewCycles } from '../../services/work/review-cycles.ts';

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
