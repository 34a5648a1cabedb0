import { newTask } from '../../domain/journey/tasks.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { nothing, type ReportFailureInput, reportFailureInput } from '../../schemas/workflow.ts';
import type { Deps } from '../../services/deps.ts';
import { taskHandler } from '../../services/handlers.ts';
import { createNotices } from '../../services/mail/notices.ts';
import { CarewayError } from '../../services/runtime/errors.ts';
import { count } from '../../services/runtime/metrics.ts';
import { eventOf, platform } from '../../services/store/audit.ts';

/**
 * Gives the manager the task to restart a thread that a fault has stopped. Finishing it starts the next leg, which passes over
 * what is done already and stands where the fault was.
 */
export const createReportFailure = (deps: Deps) => {
  const notices = createNotices(deps);
  return async ({ council, reference, thread, leg, error }: ReportFailureInput) => {
    const careCase = await deps.store.knownCase(council, reference);
    const work = { thread: 'case', step: `restart-${thread}-${leg}`, kind: 'restart-workflow', reason: error } as const;
    const task = newTask(careCase, work, deps.clock.now());
    const written = await deps.store.commit({
      tasks: [task],
      events: [
        eventOf(deps, careCase, {
          actor: platform('report-failure'),
          action: 'workflow-stopped',
          about: `${thread} leg ${leg}: ${error}`,
          authority: kindsOfWork['restart-workflow'].authority,
        }),
      ],
    });
    if (!written && !(await deps.store.task(council, task.id))) {
      throw new CarewayError('StoreConflict', `Task ${task.id} was changed meanwhile`);
    }
    count('WorkflowStopped');
    await notices.tellStaff(careCase, task);
    return {};
  };
};

export const handler = taskHandler(reportFailureInput, nothing, createReportFailure);
