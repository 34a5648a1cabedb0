import {
  type StartReassessmentInput,
  startReassessmentInput,
  startReassessmentOutput,
} from '../../schemas/workflow.ts';
import type { Deps } from '../../services/deps.ts';
import { taskHandler } from '../../services/handlers.ts';
import { platform } from '../../services/store/audit.ts';
import { createReassessments } from '../../services/work/reassessments.ts';

/** Begins a new assessment journey on a case whose review found a change, once for the review that asks, or joins the one that runs. */
export const createStartReassessment = (deps: Deps) => {
  const begin = createReassessments(deps);
  return async ({ council, reference, thread }: StartReassessmentInput) => ({
    journey: await begin({ council, reference }, { cause: thread, actor: platform('start-reassessment') }),
  });
};

export const handler = taskHandler(startReassessmentInput, startReassessmentOutput, createStartReassessment);
