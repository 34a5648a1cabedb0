import type { Execution, Scope } from './execution.ts';
import type { HistoryEvent } from './types.ts';

/** The quota of an execution's history. */
export const HISTORY_EVENTS = 25_000;

/** Thrown when only one place is left in the history and the event is not the end: the execution must fail with it. */
export class HistoryFull extends Error {
  override readonly name = 'HistoryFull';
}

const ENDS = new Set(['ExecutionSucceeded', 'ExecutionFailed', 'ExecutionTimedOut', 'ExecutionAborted']);

/**
 * The next event of an execution; counts it in the snapshot.
 *
 * Takes the type in AWS's words and finds the name of the details' field: states of every type share
 * `stateEnteredEventDetails` and `stateExitedEventDetails`, the others are named after their type.
 *
 * @param scope the scope that the event belongs to; null for the end of the execution from outside
 * @throws HistoryFull as AWS does: event 25,000 is the end of the execution, or the execution fails with it
 * @see AWS Step Functions API Reference, HistoryEvent; Developer Guide, "Avoid reaching the history quota"
 */
export function nextEvent(
  execution: Execution,
  scope: Scope | null,
  nowMs: number,
  type: string,
  details?: Record<string, unknown>,
): HistoryEvent {
  if (execution.lastEvent >= HISTORY_EVENTS - 1 && !ENDS.has(type)) throw new HistoryFull();
  execution.lastEvent += 1;
  const id = execution.lastEvent;
  // Observed on AWS: the first state's event follows 0, as ExecutionStarted does.
  const previousEventId = scope?.lastEvent ?? 0;
  if (scope) scope.lastEvent = id;
  return {
    id,
    previousEventId,
    timestamp: nowMs / 1000,
    type,
    ...(details && { [`${fieldOf(type)}EventDetails` as const]: details }),
  };
}

function fieldOf(type: string): string {
  if (type.endsWith('StateEntered')) return 'stateEntered';
  if (type.endsWith('StateExited')) return 'stateExited';
  return type.charAt(0).toLowerCase() + type.slice(1);
}
