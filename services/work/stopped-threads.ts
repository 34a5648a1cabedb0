import { kindsOfWork } from '../../schemas/work.ts';
import type { ReportFailureInput } from '../../schemas/workflow.ts';
import type { Deps } from '../deps.ts';
import { CarewayError } from '../runtime/errors.ts';
import { count } from '../runtime/metrics.ts';
import { eventOf, platform } from '../store/audit.ts';
import { plannedId } from '../store/planned-signals.ts';

/**
 * Owes a manager the task to restart a thread that a fault has stopped, once for each leg, and tries to open it at once; what that meets is
 * tried again by the sweep. Finishing the task starts the next leg, which passes over what is done already and stands where the fault was.
 *
 * @param by the function that found it
 * @throws CarewayError `StoreConflict` where the case was changed meanwhile
 */
export const createStoppedThreads = (deps: Deps) => {
  const { store, workflows, clock } = deps;
  return async ({ council, reference, thread, leg, error }: ReportFailureInput, by: string): Promise<void> => {
    const careCase = await store.knownCase(council, reference);
    const step = `restart-${thread}-${leg}`;
    const claim = { name: `stopped-${reference}-${thread}-${leg}`, answer: step };
    const owed = {
      council,
      reference,
      at: clock.now(),
      id: plannedId(step),
      kind: 'open-task',
      step,
      work: 'restart-workflow',
      reason: error,
    } as const;
    const event = eventOf(deps, careCase, {
      actor: platform(by),
      action: 'workflow-stopped',
      about: `${thread} leg ${leg}: ${error}`,
      authority: kindsOfWork['restart-workflow'].authority,
    });
    if (await store.commit({ claims: [claim], signals: [owed], events: [event] })) count('WorkflowStopped');
    else if ((await store.claimed(council, claim.name, clock.now())) === undefined) {
      throw new CarewayError('StoreConflict', `What stopped ${step} could not be written`);
    }
    await workflows.trySend([owed]);
  };
};
