import type { Scope, Waiting } from './execution.ts';
import { checkPayload, StateFailure } from './failure.ts';
import { nextEvent } from './history.ts';
import { catchWay, useRetrier } from './retry-catch.ts';
import { enterState, scopesWithin } from './scopes.ts';
import { startIteration } from './states/map.ts';
import { isOuterVariable, type Outcome, type Turn, type TurnSources, turnOf, type Way, whereabouts } from './turn.ts';
import type { ExecutionStatus } from './types.ts';

/** The scope that runs on, perhaps with what its state came to; null when all of it waits or has ended. */
export type Next = { scope: Scope; outcome?: Outcome } | null;

/**
 * Carries the snapshot from what a state came to on to what comes next: output and variables, the next state,
 * retry and catch for a state of any type, the end of a scope or of the execution. Only changes the snapshot.
 */
export async function proceed(sources: TurnSources, turn: Turn, outcome: Outcome): Promise<Next> {
  if (outcome.kind === 'waits') {
    turn.run.waiting = outcome.waiting;
    return null;
  }
  if (outcome.kind === 'failed') return fail(sources, turn, outcome.failure);
  const { state } = turn;
  const ownWay = {
    Next: 'Next' in state ? state.Next : undefined,
    Output: 'Output' in state ? state.Output : undefined,
    Assign: 'Assign' in state ? state.Assign : undefined,
    field: '',
  };
  const hasResult = state.Type === 'Task' || state.Type === 'Parallel' || state.Type === 'Map';
  try {
    checkPayload(outcome.result, 'result of the state');
    return await leave(
      sources,
      turn,
      outcome.way ?? ownWay,
      outcome.result,
      hasResult ? { result: outcome.result } : {},
    );
  } catch (error) {
    if (error instanceof StateFailure) return fail(sources, turn, error);
    throw error;
  }
}

/** Leaves a state: `Output` and `Assign` see the variables as they were, and count from the next state on. */
async function leave(
  sources: TurnSources,
  turn: Turn,
  way: Way,
  plain: unknown,
  more: { result?: unknown; errorOutput?: unknown },
): Promise<Next> {
  const { scope, run, state, execution } = turn;
  const field = (name: string) => (way.field ? `${way.field}/${name}` : name);
  const output = way.Output === undefined ? plain : await turn.evaluate(way.Output, field('Output'), more);
  const assigned = Object.entries(way.Assign ?? {}).map(
    async ([name, template]) => [name, await turn.evaluate(template, field(`Assign/${name}`), more)] as const,
  );
  const variables = Object.fromEntries(await Promise.all(assigned));
  checkPayload(output, 'output of the state');
  checkPayload(variables, 'variables that the state assigns');
  for (const name of Object.keys(variables)) {
    if (isOuterVariable(execution, scope, name)) {
      // Assumed name: AWS documents that inner scopes cannot assign outer variables, not how it reports it.
      throw new StateFailure('States.Runtime', `${whereabouts(run)}The variable "${name}" belongs to an outer scope.`);
    }
  }
  turn.record(`${state.Type}StateExited`, {
    name: run.state,
    output: JSON.stringify(output),
    outputDetails: { truncated: false },
    ...(way.Assign && {
      assignedVariables: Object.fromEntries(Object.entries(variables).map(([k, v]) => [k, JSON.stringify(v)])),
      assignedVariablesDetails: { truncated: false },
    }),
  });
  Object.assign(scope.variables, variables);
  if (way.Next === undefined) return endScope(sources, scope, output);
  enterState({ ...sources, nowMs: sources.nowMs() }, scope, turn.block, way.Next, output);
  return { scope };
}

async function fail(sources: TurnSources, turn: Turn, failure: StateFailure): Promise<Next> {
  const { run, scope, execution } = turn;
  if (failure.location !== undefined) {
    const { error, reason: cause, location } = failure;
    turn.record('EvaluationFailed', { error, cause, location, state: run.state });
  }
  const delayMs = useRetrier(turn, failure);
  if (delayMs !== null) {
    execution.lastNumber += 1;
    run.attempt = execution.lastNumber;
    run.waiting = { kind: 'timer', untilMs: turn.nowMs() + delayMs, then: 'retry' };
    return null;
  }
  const way = catchWay(turn, failure);
  if (!way) return failScope(sources, scope, failure);
  try {
    return await leave(sources, turn, way, failure.output, { errorOutput: failure.output });
  } catch (error) {
    // A catcher's own expression failed: nothing catches that.
    if (error instanceof StateFailure) return failScope(sources, scope, error);
    throw error;
  }
}

/** A scope has come to its end well. */
function endScope(sources: TurnSources, scope: Scope, output: unknown): Next {
  const { execution } = sources;
  scope.run = null;
  scope.output = output;
  if (scope.parent === null) {
    finish(sources, 'SUCCEEDED', { output: JSON.stringify(output) }, scope);
    return null;
  }
  const { turn, waiting, parent } = around(sources, scope);
  parent.lastEvent = scope.lastEvent;
  if (turn.state.Type === 'Map') {
    turn.record('MapIterationSucceeded', { name: turn.run.state, index: scope.index });
    const started = startIteration(turn, waiting);
    if (started) return { scope: started };
  }
  const inner = waiting.scopes.map((id) => execution.scopes[id]);
  if (inner.some((other) => !other || other.run)) return null;
  for (const id of waiting.scopes) delete execution.scopes[id];
  turn.record(`${turn.state.Type}StateSucceeded`);
  turn.run.waiting = null;
  return { scope: parent, outcome: { kind: 'done', result: inner.map((other) => other?.output) } };
}

/** A scope has failed: so does the state around it, and what still runs beside it is given up. */
function failScope(sources: TurnSources, scope: Scope, failure: StateFailure): Next {
  if (scope.parent === null) {
    const { error, reason: cause } = failure;
    finish(sources, 'FAILED', { ...(error && { error }), ...(cause !== undefined && { cause }) }, scope);
    return null;
  }
  const { turn, parent } = around(sources, scope);
  const { name, index } = { name: turn.run.state, index: scope.index };
  scope.run = null;
  parent.lastEvent = scope.lastEvent;
  if (turn.state.Type === 'Map') turn.record('MapIterationFailed', { name, index });
  giveUpWithin(sources, turn);
  turn.record(`${turn.state.Type}StateFailed`);
  turn.run.waiting = null;
  return { scope: parent, outcome: { kind: 'failed', failure } };
}

// The types of states that have such an event.
const ABORTABLE = new Set(['Task', 'Wait', 'Parallel', 'Map']);

function giveUpWithin(sources: TurnSources, outer: Turn): void {
  const { execution, events, nowMs } = sources;
  for (const scope of scopesWithin(execution, outer.scope)) {
    if (scope.run) {
      const { state } = turnOf(sources, scope, scope.run);
      if (ABORTABLE.has(state.Type)) events.push(nextEvent(execution, scope, nowMs(), `${state.Type}StateAborted`));
      if (scope.item) {
        const details = { name: outer.run.state, index: scope.index };
        events.push(nextEvent(execution, scope, nowMs(), 'MapIterationAborted', details));
      }
      sources.letGo(scope.run.attempt);
    }
  }
  // Only now: finding a scope's state needs the scopes around it.
  for (const scope of scopesWithin(execution, outer.scope)) delete execution.scopes[scope.id];
}

/** The state around a scope. */
function around(sources: TurnSources, scope: Scope) {
  const parent = scope.parent === null ? undefined : sources.execution.scopes[scope.parent];
  const waiting: Waiting | null | undefined = parent?.run?.waiting;
  if (!parent?.run || waiting?.kind !== 'branches') throw new Error(`Scope ${scope.id} has lost the state around it.`);
  return { parent, waiting, turn: turnOf(sources, parent, parent.run) };
}

const END_EVENTS = {
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  ABORTED: 'ExecutionAborted',
};

/** Ends the execution. @param scope the machine's own scope if it ended by itself, null if it was ended from outside */
export function finish(
  sources: TurnSources,
  status: Exclude<ExecutionStatus, 'RUNNING'>,
  result: { output?: string; error?: string; cause?: string },
  scope: Scope | null,
): void {
  const { execution, events, nowMs } = sources;
  const details = result.output === undefined ? result : { ...result, outputDetails: { truncated: false } };
  events.push(nextEvent(execution, scope, nowMs(), END_EVENTS[status], details));
  execution.status = status;
  execution.stoppedAtMs = nowMs();
  // AWS names States.Timeout only in the event: DescribeExecution shows no error for a timed-out execution.
  if (status !== 'TIMED_OUT') Object.assign(execution, result);
  for (const { run } of Object.values(execution.scopes)) if (run) sources.letGo(run.attempt);
  execution.scopes = {};
}
