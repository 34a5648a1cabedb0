import type { Block } from './definition.ts';
import type { Execution, MapItem, Scope } from './execution.ts';
import { nextEvent } from './history.ts';
import type { Turn } from './turn.ts';
import type { HistoryEvent } from './types.ts';

/** Where a scope's first or next state is entered. */
export interface Entering {
  execution: Execution;
  events: HistoryEvent[];
  nowMs: number;
}

/** Enters a state of a scope: from here on it is its present one. */
export function enterState(
  { execution, events, nowMs }: Entering,
  scope: Scope,
  block: Block,
  name: string,
  input: unknown,
): void {
  const details = { name, input: JSON.stringify(input), inputDetails: { truncated: false } };
  const event = nextEvent(execution, scope, nowMs, `${block.States[name]?.Type}StateEntered`, details);
  events.push(event);
  execution.lastNumber += 1;
  scope.run = {
    attempt: execution.lastNumber,
    state: name,
    input,
    enteredAtMs: nowMs,
    enteredEvent: event.id,
    retryCount: 0,
    retries: {},
    token: null,
    waiting: null,
  };
}

/** Opens a scope inside the present state of another and enters its first state. */
export function openScope(turn: Turn, block: Block, given: { index: number; input: unknown; item?: MapItem }): Scope {
  const { execution, scope: parent } = turn;
  execution.lastNumber += 1;
  const scope: Scope = {
    id: execution.lastNumber,
    parent: parent.id,
    index: given.index,
    ...(given.item && { item: given.item }),
    variables: {},
    lastEvent: parent.lastEvent,
    run: null,
  };
  execution.scopes[scope.id] = scope;
  enterState({ execution, events: turn.events, nowMs: turn.nowMs() }, scope, block, block.StartAt, given.input);
  return scope;
}

/** The scopes inside the present state of a scope, however deep; the innermost first. */
export function scopesWithin(execution: Execution, scope: Scope): Scope[] {
  const waiting = scope.run?.waiting;
  if (waiting?.kind !== 'branches') return [];
  return waiting.scopes.flatMap((id) => {
    const inner = execution.scopes[id];
    return inner ? [...scopesWithin(execution, inner), inner] : [];
  });
}
