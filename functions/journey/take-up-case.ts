import { type TakeUpCaseInput, takeUpCaseInput, takeUpCaseOutput } from '../../schemas/workflow.ts';
import type { Deps } from '../../services/deps.ts';
import { taskHandler } from '../../services/handlers.ts';

/** Tells the assessment journey the facts that it branches on. Called by the state "Take up the case". */
export const createTakeUpCase =
  ({ store, councils }: Deps) =>
  async ({ council, reference }: TakeUpCaseInput) => {
    const careCase = await store.knownCase(council, reference);
    const { reopened } = careCase;
    return {
      financialAssessment: councils.known(council).financialAssessment,
      // One that was opened again at triage is triaged, whichever journey it is.
      triaged: careCase.journey > 1 && !(reopened?.to === 'triage' && reopened.journey === careCase.journey),
    };
  };

export const handler = taskHandler(takeUpCaseInput, takeUpCaseOutput, createTakeUpCase);
