import type { Block, State } from './definition.ts';
import type { Execution, MapItem, Run, Scope, Waiting } from './execution.ts';
import { evaluate } from './expressions.ts';
import { StateFailure } from './failure.ts';
import { nextEvent } from './history.ts';
import type { HistoryEvent } from './types.ts';

/** What a state came to. */
export type Outcome =
  | { kind: 'done'; result: unknown; way?: Way }
  | { kind: 'failed'; failure: StateFailure }
  | { kind: 'waits'; waiting: Waiting };

/** Where a state goes on, when that is not its own `Next`: a rule of a Choice, or a catcher. */
export interface Way {
  Next?: string | undefined;
  Output?: unknown;
  Assign?: Record<string, unknown> | undefined;
  /** Where the rule stands in the state, such as `Choices[1]`. */
  field: string;
}

/** What the turns of one execution share. */
export interface TurnSources {
  definition: Block;
  execution: Execution;
  /** New events, not yet written. */
  events: HistoryEvent[];
  nowMs: () => number;
  random: () => number;
  uuid: () => string;
  region: string;
  functions: Record<string, unknown>;
  /** Cancels the timers and the call of an attempt that nobody waits for any more. */
  letGo(attempt: number): void;
}

/** One state being run: all that a state type may see and do. */
export interface Turn {
  execution: Execution;
  scope: Scope;
  run: Run;
  /** The block that the state stands in. */
  block: Block;
  state: State;
  nowMs: () => number;
  random: () => number;
  uuid: () => string;
  region: string;
  /** New events, not yet written. */
  events: HistoryEvent[];
  /** Adds an event to the history of this scope. */
  record(type: string, details?: Record<string, unknown>): HistoryEvent;
  /**
   * Evaluates a template of this state. @param more `result` or `errorOutput`, and the item that an ItemSelector is for
   * @throws StateFailure States.QueryEvaluationError
   */
  evaluate(template: unknown, field: string, more?: More): Promise<unknown>;
}

type More = { result?: unknown; errorOutput?: unknown; item?: MapItem };

/** The block of states that a scope runs: found by following its parents down from the machine's definition. */
export function blockOf(definition: Block, execution: Execution, scope: Scope): Block {
  if (scope.parent === null) return definition;
  const parent = execution.scopes[scope.parent];
  const state = parent?.run && blockOf(definition, execution, parent).States[parent.run.state];
  const block =
    state?.Type === 'Parallel' ? state.Branches[scope.index] : state?.Type === 'Map' ? state.ItemProcessor : undefined;
  if (!block) throw new Error(`Scope ${scope.id} of ${execution.arn} belongs to no state.`);
  return block;
}

/** The variables that a scope can read: its own and those of the scopes around it. */
function visibleVariables(execution: Execution, scope: Scope): Record<string, unknown> {
  const outer = scope.parent === null ? undefined : execution.scopes[scope.parent];
  return { ...(outer && visibleVariables(execution, outer)), ...scope.variables };
}

/** Whether a variable of that name exists outside this scope: it can be read, never assigned. */
export function isOuterVariable(execution: Execution, scope: Scope, name: string): boolean {
  const outer = scope.parent === null ? undefined : execution.scopes[scope.parent];
  return outer !== undefined && Object.hasOwn(visibleVariables(execution, outer), name);
}

/** Makes the turn of a scope's present state. */
export function turnOf(sources: TurnSources, scope: Scope, run: Run): Turn {
  const { definition, execution, events, nowMs, functions } = sources;
  const block = blockOf(definition, execution, scope);
  const state = block.States[run.state];
  if (!state) throw new Error(`${execution.arn} is in the state "${run.state}", which its definition lacks.`);
  return {
    execution,
    scope,
    run,
    block,
    state,
    nowMs,
    random: sources.random,
    uuid: sources.uuid,
    region: sources.region,
    events,
    record(type, details) {
      const event = nextEvent(execution, scope, nowMs(), type, details);
      events.push(event);
      return event;
    },
    async evaluate(template, field, { item, ...more } = {}) {
      const states = { input: run.input, context: contextObject(execution, scope, run, item), ...more };
      try {
        return await evaluate(template, field, { ...functions, ...visibleVariables(execution, scope), states });
      } catch (error) {
        if (!(error instanceof StateFailure)) throw error;
        const location = error.location ?? field;
        throw new StateFailure(error.error, `${whereabouts(run)}${error.reason}`, { location });
      }
    },
  };
}

/** The beginning of the cause of a failure that Step Functions itself raises, as observed on AWS. */
export function whereabouts(run: Run): string {
  return `An error occurred while executing the state '${run.state}' (entered at the event id #${run.enteredEvent}). `;
}

/**
 * `$states.context`.
 *
 * @see AWS Step Functions Developer Guide, "Accessing execution data from the Context object"
 */
function contextObject(execution: Execution, scope: Scope, run: Run, item?: MapItem): Record<string, unknown> {
  const mapItem = item ?? itemOf(execution, scope);
  return {
    Execution: {
      Id: execution.arn,
      Input: JSON.parse(execution.input),
      Name: execution.name,
      RoleArn: execution.roleArn,
      StartTime: new Date(execution.startedAtMs).toISOString(),
    },
    State: {
      EnteredTime: new Date(run.enteredAtMs).toISOString(),
      Name: run.state,
      RetryCount: run.retryCount,
    },
    StateMachine: { Id: execution.machineArn, Name: execution.machine },
    ...(run.token !== null && { Task: { Token: run.token } }),
    ...(mapItem && { Map: { Item: mapItem } }),
  };
}

/** The item of the innermost Map around a scope. */
function itemOf(execution: Execution, scope: Scope): MapItem | undefined {
  if (scope.item) return scope.item;
  const outer = scope.parent === null ? undefined : execution.scopes[scope.parent];
  return outer && itemOf(execution, outer);
}
