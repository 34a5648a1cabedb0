import type { safety } from '../../schemas/forms/safety.ts';
import { safeguardingEnquiry } from '../eligibility/safeguarding.ts';
import { again, openedBy } from './follow-up.ts';
import { advocatesToArrange } from './taking-part.ts';
import { done, type Rule, refused } from './work-outcome.ts';

/** What is decided about a worry: an enquiry where all three limbs are suspected, and none left open otherwise. Care Act 2014 s.42. */
export const lookIntoSafety: Rule<typeof safety> = (answers, situation) => {
  const { task } = situation;
  const limbs = [answers.hasCareNeeds, answers.experiencingOrAtRisk, answers.cannotProtectSelf] as const;
  if (answers.decision === 'no-enquiry') {
    const duty = safeguardingEnquiry({
      hasCareNeeds: answers.hasCareNeeds === 'yes',
      experiencingOrAtRisk: answers.experiencingOrAtRisk === 'yes',
      cannotProtectSelfBecauseOfNeeds: answers.cannotProtectSelf === 'yes',
    });
    if (duty.may) return refused('decision', `An enquiry must be made or caused. ${duty.reason}`);
    if (limbs.includes('not-known')) {
      return refused('decision', 'Find out what is not known before you decide that there is no enquiry');
    }
  }
  return done(answers.decision, {
    opens: [
      ...(answers.planReviewOn ? [again(task, answers.planReviewOn, 'The safeguarding plan is looked at again')] : []),
      ...(answers.othersAtRiskWho?.includes('child')
        ? [openedBy(task, 'refer-child', 'A worry about safety reaches a child')]
        : []),
      ...advocatesToArrange(task, answers, situation),
    ],
  });
};
