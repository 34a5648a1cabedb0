import { type TakeUpCaseInput, takeUpCaseInput, takeUpCaseOutput } from '../../schemas/workflow.ts';
import type { Deps } from '../../services/deps.ts';
import { taskHandler } from '../../services/handlers.ts';

/** Tells the assessment journey the facts that it branches on. Called by the state "Take up the case". */
export const createTakeUpCase =
  ({ store, councils }: Deps) =>
  async ({ council, reference }: TakeUpCaseInput) => {
    const careCase = await store.knownCase(council, reference);
    return {
      financialAssessment: councils.known(council).financialAssessment,
      triaged: careCase.journey > 1,
    };
  };

export const handler = taskHandler(takeUpCaseInput, takeUpCaseOutput, createTakeUpCase);
