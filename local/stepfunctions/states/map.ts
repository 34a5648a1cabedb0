import type { StateOf } from '../definition.ts';
import type { MapItem, Scope, Waiting } from '../execution.ts';
import { checkPayload, StateFailure } from '../failure.ts';
import { openScope } from '../scopes.ts';
import type { Outcome, Turn } from '../turn.ts';

/** "Map state in Inline mode ... supports up to 40 concurrent iterations." */
const INLINE_CONCURRENCY = 40;

type Branches = Extract<Waiting, { kind: 'branches' }>;

/**
 * A Map state runs its processor once for each item, at most `MaxConcurrency` at a time (0: as many as AWS allows).
 * Assumed: `ItemSelector` is evaluated for all items when the state is entered.
 */
export async function enterMap(turn: Turn, state: StateOf<'Map'>): Promise<Outcome> {
  const items = await itemsOf(turn, state);
  const limit = state.MaxConcurrency === undefined ? 0 : await turn.evaluate(state.MaxConcurrency, 'MaxConcurrency');
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 0) {
    const reason = 'The MaxConcurrency must be a whole number, 0 or more.';
    throw new StateFailure('States.QueryEvaluationError', reason, { location: 'MaxConcurrency' });
  }
  const iterations = await Promise.all(
    items.map(async (item) => ({
      input:
        state.ItemSelector === undefined
          ? item.Value
          : await turn.evaluate(state.ItemSelector, 'ItemSelector', { item }),
      item,
    })),
  );
  for (const { input } of iterations) checkPayload(input, 'input of an iteration');
  turn.record('MapStateStarted', { length: items.length });
  if (items.length === 0) {
    turn.record('MapStateSucceeded');
    return { kind: 'done', result: [] };
  }
  const concurrency = Math.min(limit || INLINE_CONCURRENCY, INLINE_CONCURRENCY);
  const waiting: Branches = { kind: 'branches', scopes: [], iterations, concurrency };
  for (let started = 0; started < Math.min(concurrency, items.length); started += 1) startIteration(turn, waiting);
  return { kind: 'waits', waiting };
}

/** Starts the next iteration and answers its scope, or null when none is left. */
export function startIteration(turn: Turn, waiting: Branches): Scope | null {
  const index = waiting.scopes.length;
  const iteration = waiting.iterations?.[index];
  if (!iteration || turn.state.Type !== 'Map') return null;
  turn.record('MapIterationStarted', { name: turn.run.state, index });
  const scope = openScope(turn, turn.state.ItemProcessor, { index, ...iteration });
  waiting.scopes.push(scope.id);
  return scope;
}

async function itemsOf(turn: Turn, state: StateOf<'Map'>): Promise<MapItem[]> {
  const items = state.Items === undefined ? turn.run.input : await turn.evaluate(state.Items, 'Items');
  if (Array.isArray(items)) return items.map((Value, Index) => ({ Index, Value }));
  if (typeof items === 'object' && items !== null) {
    // As AWS documents for objects: each entry is an item with its Key.
    return Object.entries(items).map(([Key, Value], Index) => ({ Index, Value, Key }));
  }
  const reason = 'The Items of a Map state must be an array or an object.';
  throw new StateFailure('States.QueryEvaluationError', reason, { location: 'Items' });
}
