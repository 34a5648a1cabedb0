import type { urgentSupport } from '../../schemas/forms/urgent-support.ts';
import { again } from './follow-up.ts';
import { broken, done, type Rule } from './work-outcome.ts';

/**
 * Support that is given before an assessment or a decision is looked at again on the day that was set, for as long as it is given. A carer has
 * none of their own: what helps a carer who cannot go on is urgent support for the adult. Care Act 2014 ss.19(3) and 20.
 */
export const arrangeUrgentSupport: Rule<typeof urgentSupport> = (answers, { case: careCase, task }) => {
  const { decision, urgentReviewOn, lookAgainOn } = answers;
  if (careCase.kind === 'carer' && decision !== 'not-needed') {
    const message = 'Select that it can wait: a carer is helped by urgent support in the adult’s own case';
    return broken([{ field: 'decision', rule: 's.20', message }]);
  }
  const lookOn = decision === 'given' ? urgentReviewOn : lookAgainOn;
  if (lookOn === undefined) return done(decision);
  return done(decision, {
    opens: [{ ...again(task, lookOn, 'Support that was given at once is to be looked at again.'), opensOn: lookOn }],
  });
};
