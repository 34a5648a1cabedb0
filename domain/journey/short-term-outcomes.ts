import type { shortTermReview } from '../../schemas/forms/short-term-review.ts';
import type { shortTermSupport } from '../../schemas/forms/short-term-support.ts';
import { addDays, londonDate, londonInstant } from '../time/clock-time.ts';
import { freeReablementSpell } from '../time/deadlines.ts';
import { workingDayOnOrBefore } from '../time/working-days.ts';
import { done, type Rule, refused } from './work-outcome.ts';

/**
 * Days ahead in which what is arranged now may begin. An execution lasts a year at most and may have waited 300 days before
 * short-term support, so its end must not lie further ahead than what is left.
 */
export const aheadDays = 14;

/** Support for up to six weeks, free of charge. SI 2014/2672 regulation 3. */
export const giveShortTermSupport: Rule<typeof shortTermSupport> = ({ startsOn, endsOn }, { now }) => {
  if (startsOn > addDays(londonDate(now), aheadDays)) {
    return refused('startsOn', 'Short-term support must start within 2 weeks. Choose an earlier first day');
  }
  if (endsOn > freeReablementSpell(startsOn).lastDay) {
    return refused('endsOn', 'Short-term support is free for up to 6 weeks. Choose an earlier last day');
  }
  return done('given', { output: { reviewAt: londonInstant(workingDayOnOrBefore(endsOn), '09:00') } });
};

/** Whether short-term support was enough, or an assessment follows. */
export const reviewShortTermSupport: Rule<typeof shortTermReview> = ({ outcome }) =>
  done(outcome, {
    changes: outcome === 'ongoing-needs' ? { stage: 'assessment' } : {},
    output: { outcome },
  });
