import { StateFailure } from '../failure.ts';
import type { Turn } from '../turn.ts';

/**
 * A field that counts seconds, given as a number or an expression.
 *
 * @throws StateFailure States.QueryEvaluationError unless it is a whole number from `least` to 99,999,999
 */
export async function secondsOf(turn: Turn, template: unknown, field: string, least: number): Promise<number> {
  const seconds = await turn.evaluate(template, field);
  if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < least || seconds > 99_999_999) {
    const reason = `The ${field} must be a whole number from ${least} to 99999999, not ${JSON.stringify(seconds)}.`;
    throw new StateFailure('States.QueryEvaluationError', reason, { location: field });
  }
  return seconds;
}
