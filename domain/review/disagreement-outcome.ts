import type { disagreement } from '../../schemas/forms/disagreement.ts';
import { requestOf } from '../journey/request-outcomes.ts';
import { done, type Rule, refused } from '../journey/work-outcome.ts';

/** How a disagreement about a review ends: the person is told, and what they win begins at once. Care Act 2014 s.27(4) and (5). */
export const settleDisagreement: Rule<typeof disagreement> = ({ settled, answer }, { case: careCase, task }) => {
  if (settled === 'review-again' && (careCase.closed || careCase.planInForce === undefined)) {
    return refused('settled', 'There is no plan in force to review. Say what happens instead');
  }
  return done(settled, {
    // The person's own words are a request, which this answers; those recorded at the review are not.
    ...(/-[0-9a-f]{12}$/.test(task.id) && { to: requestOf(task) }),
    tells: ['answer-ready'],
    ...(settled === 'review-again' && { reviewForward: `The person did not agree with their review. ${answer}` }),
    ...(settled === 'assess-again' && { reassess: `The person did not agree with their review. ${answer}` }),
  });
};
