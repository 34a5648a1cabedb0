import { type CloseCaseInput, closeCaseInput, closeCaseOutput } from '../../schemas/workflow.ts';
import type { Deps } from '../../services/deps.ts';
import { taskHandler } from '../../services/handlers.ts';
import { platform } from '../../services/store/audit.ts';
import { createClosing } from '../../services/work/closing.ts';

/** Closes the case at the end of a journey, or says that its support runs until notice was given. */
export const createCloseCase = (deps: Deps) => {
  const close = createClosing(deps);
  return async ({ council, reference, reason }: CloseCaseInput) => {
    const { closed } = await close(await deps.store.knownCase(council, reference), reason, platform('close-case'));
    return { closed };
  };
};

export const handler = taskHandler(closeCaseInput, closeCaseOutput, createCloseCase);
