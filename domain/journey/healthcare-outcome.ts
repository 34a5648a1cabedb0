import type { continuingHealthcare } from '../../schemas/forms/continuing-healthcare.ts';
import { again } from './follow-up.ts';
import { done, type Rule, refused } from './work-outcome.ts';

/** The NHS is told and asked again until it has decided, or the record says why it was not. SI 2014/2827 reg 7. */
export const referContinuingHealthcare: Rule<typeof continuingHealthcare> = (answers, { task }) => {
  if (answers.referral === 'not-referred') return done('not-referred');
  if (answers.consent === 'refused') {
    return refused('consent', 'Talk with the person again, or record that they are not referred and why');
  }
  return done(answers.decision ?? 'referred', {
    ...(answers.askAgainOn && { opens: [again(task, answers.askAgainOn, 'The NHS had not decided yet')] }),
  });
};
