import type { StateOf } from '../definition.ts';
import { StateFailure } from '../failure.ts';
import type { Outcome, Turn } from '../turn.ts';

/** A Fail state ends its scope with its `Error` and `Cause`, which may be expressions. */
export async function enterFail(turn: Turn, state: StateOf<'Fail'>): Promise<Outcome> {
  const error = state.Error === undefined ? '' : await turn.evaluate(state.Error, 'Error');
  const cause = state.Cause === undefined ? undefined : await turn.evaluate(state.Cause, 'Cause');
  for (const [field, value] of [['Error', error] as const, ['Cause', cause] as const]) {
    if (value !== undefined && typeof value !== 'string') {
      throw new StateFailure('States.QueryEvaluationError', `${field} must be a string.`, { location: field });
    }
  }
  return { kind: 'failed', failure: new StateFailure(String(error), cause === undefined ? undefined : String(cause)) };
}
