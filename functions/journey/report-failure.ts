import { nothing, type ReportFailureInput, reportFailureInput } from '../../schemas/workflow.ts';
import type { Deps } from '../../services/deps.ts';
import { taskHandler } from '../../services/handlers.ts';
import { createStoppedThreads } from '../../services/work/stopped-threads.ts';

/** Owes a manager the task to restart a thread that a fault has stopped. */
export const createReportFailure = (deps: Deps) => {
  const report = createStoppedThreads(deps);
  return async (stopped: ReportFailureInput) => {
    await report(stopped, 'report-failure');
    return {};
  };
};

export const handler = taskHandler(reportFailureInput, nothing, createReportFailure);
