import { type CloseCaseInput, closeCaseInput, nothing } from '../../schemas/workflow.ts';
import { platform } from '../common/audit.ts';
import { createClosing } from '../common/closing.ts';
import type { Deps } from '../common/deps.ts';
import { taskHandler } from '../common/handlers.ts';

/** Closes the case at the end of a journey. */
export const createCloseCase = (deps: Deps) => {
  const close = createClosing(deps);
  return async ({ council, reference, reason }: CloseCaseInput) => {
    await close(await deps.store.knownCase(council, reference), reason, platform('close-case'));
    return {};
  };
};

export const handler = taskHandler(closeCaseInput, nothing, createCloseCase);
