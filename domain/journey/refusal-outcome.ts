import type { refusal } from '../../schemas/forms/refusal.ts';
import { adultRefusal, carerRefusal } from '../eligibility/refusal.ts';
import { done, type Rule, refused } from './work-outcome.ts';

/**
 * Whether a refusal stands. Where it is doubtful that the person can decide it, capacity is assessed first, which the answers open.
 * Care Act 2014 s.11.
 */
export const considerRefusal: Rule<typeof refusal> = (answers, { case: careCase, task }) => {
  const since = answers.since === 'nothing' ? undefined : answers.since;
  const ruling =
    careCase.kind === 'carer'
      ? carerRefusal(since)
      : adultRefusal({
          capacityToRefuse: answers.capacityToRefuse,
          inBestInterests: answers.inBestInterests === undefined ? undefined : answers.inBestInterests === 'yes',
          abuseOrNeglect: answers.abuseOrNeglect !== 'no',
          since,
        });
  if (ruling.code === 'refused' && answers.howToComeBack === 'no') {
    return refused('howToComeBack', 'Tell the person how to ask for an assessment later');
  }
  // Who asked to withdraw has refused all of it: the case was only kept open to look at this.
  const withdraws = ruling.code === 'refused' && task.id.endsWith('-withdrawn');
  return done(ruling.may ? 'assess' : ruling.code, withdraws ? { closes: 'withdrawn' } : {});
};
