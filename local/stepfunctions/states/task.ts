import type { StateOf } from '../definition.ts';
import type { TaskWaiting } from '../execution.ts';
import { checkPayload, StateFailure } from '../failure.ts';
import { resourceOf } from '../resources.ts';
import { newToken } from '../tokens.ts';
import type { Outcome, Turn } from '../turn.ts';
import { secondsOf } from './seconds.ts';

/**
 * A Task state calls its resource once its snapshot is written, and waits for the answer or for the token.
 * Every attempt evaluates `Arguments` afresh and has a token of its own.
 */
export async function enterTask(turn: Turn, state: StateOf<'Task'>): Promise<Outcome> {
  const { run } = turn;
  const resource = resourceOf(state.Resource);
  run.token = resource.waitsForToken ? newToken(turn.execution.arn, turn.uuid()) : null;
  const given = (await turn.evaluate(state.Arguments ?? {}, 'Arguments')) as Record<string, unknown>;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new StateFailure('States.QueryEvaluationError', 'Arguments must be an object.', { location: 'Arguments' });
  }
  checkPayload(given, 'input of the task');
  const parameters = resource.prepare?.(given, turn.uuid) ?? given;
  const timeoutSeconds =
    state.TimeoutSeconds === undefined ? null : await secondsOf(turn, state.TimeoutSeconds, 'TimeoutSeconds', 1);
  // Assumed: a heartbeat is expected only of a task that has a token to send it with.
  const heartbeatSeconds =
    state.HeartbeatSeconds === undefined || run.token === null
      ? null
      : await secondsOf(turn, state.HeartbeatSeconds, 'HeartbeatSeconds', 1);

  const { resourceType, resource: name } = resource;
  turn.record('TaskScheduled', {
    resourceType,
    resource: name,
    region: turn.region,
    parameters: JSON.stringify(parameters),
    ...(timeoutSeconds !== null && { timeoutInSeconds: timeoutSeconds }),
    ...(heartbeatSeconds !== null && { heartbeatInSeconds: heartbeatSeconds }),
  });
  turn.record('TaskStarted', { resourceType, resource: name });
  const waiting: TaskWaiting = {
    kind: 'task',
    parameters,
    answered: false,
    timeoutAtMs: timeoutSeconds === null ? null : turn.nowMs() + timeoutSeconds * 1000,
    heartbeatSeconds,
    heartbeatAtMs: heartbeatSeconds === null ? null : turn.nowMs() + heartbeatSeconds * 1000,
  };
  return { kind: 'waits', waiting };
}

/** The resource has answered: with a token the task waits on, without one it is done. */
export function taskAnswered(turn: Turn, waiting: TaskWaiting, answer: unknown): Outcome {
  if (turn.run.token === null) return taskSucceeded(turn, answer);
  turn.record('TaskSubmitted', { ...resourceNames(turn), ...outputDetails(answer) });
  return { kind: 'waits', waiting: { ...waiting, answered: true } };
}

/** The task has its result. */
export function taskSucceeded(turn: Turn, result: unknown): Outcome {
  turn.record('TaskSucceeded', { ...resourceNames(turn), ...outputDetails(result) });
  return { kind: 'done', result };
}

/** The task has failed, or was reported as failed. */
export function taskFailed(turn: Turn, failure: StateFailure): Outcome {
  turn.record('TaskFailed', { ...resourceNames(turn), ...errorDetails(failure) });
  return { kind: 'failed', failure };
}

/** The task took longer than `TimeoutSeconds`, or was silent for longer than `HeartbeatSeconds`. */
export function taskTimedOut(turn: Turn, why: 'timeout' | 'heartbeat'): Outcome {
  // AWS reports both as States.Timeout without a cause; a Catch may also call the second States.HeartbeatTimeout.
  const alias = why === 'heartbeat' ? { alias: 'States.HeartbeatTimeout' } : {};
  const failure = new StateFailure('States.Timeout', undefined, alias);
  turn.record('TaskTimedOut', { ...resourceNames(turn), ...errorDetails(failure) });
  return { kind: 'failed', failure };
}

function resourceNames({ state }: Turn): { resourceType: string; resource: string } {
  const { resourceType, resource } = resourceOf(state.Type === 'Task' ? state.Resource : '');
  return { resourceType, resource };
}

const outputDetails = (value: unknown) => ({ output: JSON.stringify(value), outputDetails: { truncated: false } });

const errorDetails = ({ error, reason }: StateFailure) => ({
  error,
  ...(reason !== undefined && { cause: reason }),
});
