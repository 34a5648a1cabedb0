import type { StateOf } from '../definition.ts';
import { StateFailure } from '../failure.ts';
import { type Outcome, type Turn, whereabouts } from '../turn.ts';

/**
 * A Choice state goes the way of the first rule whose `Condition` is true, or of `Default`.
 * `Assign` and `Output` of the rule count then; those of the state itself count for `Default`.
 *
 * @see AWS Step Functions Developer Guide, "Choice workflow state"
 */
export async function enterChoice(turn: Turn, state: StateOf<'Choice'>): Promise<Outcome> {
  for (const [index, rule] of state.Choices.entries()) {
    const field = `Choices[${index}]`;
    const met = await turn.evaluate(rule.Condition, `${field}/Condition`);
    if (typeof met !== 'boolean') {
      throw new StateFailure(
        'States.QueryEvaluationError',
        `${whereabouts(turn.run)}The JSONata expression of ${field}/Condition must give true or false.`,
        { location: `${field}/Condition` },
      );
    }
    if (met) return { kind: 'done', result: turn.run.input, way: { ...rule, field } };
  }
  if (state.Default !== undefined) {
    const { Default: Next, Assign, Output } = state;
    return { kind: 'done', result: turn.run.input, way: { Next, Assign, Output, field: '' } };
  }
  // AWS documents this name; real executions have been seen to report States.Runtime instead.
  const reason = `${whereabouts(turn.run)}No rule matched and there is no Default.`;
  return { kind: 'failed', failure: new StateFailure('States.NoChoiceMatched', reason) };
}
