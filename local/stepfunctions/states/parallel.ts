import type { StateOf } from '../definition.ts';
import { checkPayload } from '../failure.ts';
import { openScope } from '../scopes.ts';
import type { Outcome, Turn } from '../turn.ts';

/** A Parallel state runs its branches side by side, each in a scope of its own with the same input. */
export async function enterParallel(turn: Turn, state: StateOf<'Parallel'>): Promise<Outcome> {
  const input = state.Arguments === undefined ? turn.run.input : await turn.evaluate(state.Arguments, 'Arguments');
  checkPayload(input, 'input of the branches');
  turn.record('ParallelStateStarted');
  const scopes = state.Branches.map((branch, index) => openScope(turn, branch, { index, input }).id);
  return { kind: 'waits', waiting: { kind: 'branches', scopes, concurrency: state.Branches.length } };
}
