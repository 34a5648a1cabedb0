import { type CloseCaseInput, closeCaseInput, nothing } from '../../schemas/workflow.ts';
import type { Deps } from '../../services/deps.ts';
import { taskHandler } from '../../services/handlers.ts';
import { platform } from '../../services/store/audit.ts';
import { createClosing } from '../../services/work/closing.ts';

/** Closes the case at the end of a journey. */
export const createCloseCase = (deps: Deps) => {
  const close = createClosing(deps);
  return async ({ council, reference, reason }: CloseCaseInput) => {
    await close(await deps.store.knownCase(council, reference), reason, platform('close-case'));
    return {};
  };
};

export const handler = taskHandler(closeCaseInput, nothing, createCloseCase);
