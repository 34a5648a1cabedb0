import type { ExecutionView, HistoryEvent } from '../../../local/stepfunctions/types.ts';

export type Step = { readonly type: string; readonly details?: Record<string, unknown>; readonly after?: number };

/** A history of events a second apart from 09:00 UTC on 5 January 2026, each after the one before unless it says otherwise. */
export const aHistory = (...steps: readonly Step[]): HistoryEvent[] =>
  steps.map(({ type, details = {}, after }, index): HistoryEvent => {
    const field: `${string}EventDetails` = `some${type}EventDetails`;
    const event: HistoryEvent = {
      id: index + 1,
      previousEventId: after ?? index,
      timestamp: Date.parse('2026-01-05T09:00:00Z') / 1000 + index,
      type,
    };
    event[field] = details;
    return event;
  });

export const entered = (name: string, type = 'Task'): Step => ({ type: `${type}StateEntered`, details: { name } });

export const left = (name: string, assignedVariables?: Record<string, string>, type = 'Task'): Step => ({
  type: `${type}StateExited`,
  details: { name, ...(assignedVariables && { assignedVariables }) },
});

/** What Step Functions writes before it calls a function for a step of a case. */
export const scheduled = (payload: Record<string, unknown>, functionName = 'open-task'): Step => ({
  type: 'TaskScheduled',
  details: {
    resource: 'invoke',
    parameters: JSON.stringify({
      FunctionName: `arn:aws:lambda:eu-west-2:000000000000:function:${functionName}`,
      Payload: { reference: 'K7M-29QX-T4F', thread: 'assessment-1', token: 'secret', ...payload },
    }),
    timeoutInSeconds: 120,
  },
});

export const anExecution = (changes: Partial<ExecutionView> = {}): ExecutionView => ({
  arn: 'arn:aws:states:eu-west-2:000000000000:execution:lunch:monday',
  name: 'monday',
  machine: 'lunch',
  status: 'RUNNING',
  currentStates: [],
  startDate: '2026-01-05T09:00:00.000Z',
  input: { council: 'leicestershire', reference: 'K7M-29QX-T4F' },
  history: [],
  ...changes,
});
