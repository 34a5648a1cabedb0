import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { shortTermReview } from '../../schemas/forms/short-term-review.ts';
import type { shortTermSupport } from '../../schemas/forms/short-term-support.ts';
import type { BrokenRule } from '../ruling.ts';
import { addDays, londonDate, londonInstant } from '../time/clock-time.ts';
import { freeReablementSpell } from '../time/deadlines.ts';
import { workingDayOnOrBefore } from '../time/working-days.ts';
import { lookAtWait } from './waiting.ts';
import { broken, done, type Rule, refused } from './work-outcome.ts';

/**
 * Days ahead in which what is arranged now may begin. An execution lasts a year at most and may have waited 300 days before
 * short-term support, so its end must not lie further ahead than what is left.
 */
export const aheadDays = 14;

type ShortTerm = AnswersOf<typeof shortTermSupport>;

/** Kinds that may be charged for, as neither reablement nor intermediate care. */
const mayCost: readonly string[] = ['technology', 'other'];

/** Whoever may have to pay was told before the support begins. Care Act 2014 s.4(2); LGSCO 19 018 353 and 18 015 004. */
const costProblems = ({ supportKinds, charged, toldOfCostOn, startsOn }: ShortTerm): BrokenRule[] => {
  const rule = 'LGSCO 19 018 353';
  if (charged === undefined && supportKinds.some((kind) => mayCost.includes(kind))) {
    return [{ field: 'charged', rule, message: 'Select whether any of it is charged for' }];
  }
  return toldOfCostOn !== undefined && toldOfCostOn > startsOn
    ? [{ field: 'toldOfCostOn', rule, message: 'The person must be told of the cost before the support begins' }]
    : [];
};

/** Support for up to six weeks, free of charge. SI 2014/2672 regulation 3. */
export const giveShortTermSupport: Rule<typeof shortTermSupport> = (answers, { now }) => {
  const { startsOn, endsOn } = answers;
  if (startsOn > addDays(londonDate(now), aheadDays)) {
    return refused('startsOn', 'Short-term support must start within 2 weeks. Choose an earlier first day');
  }
  if (endsOn > freeReablementSpell(startsOn).lastDay) {
    return refused('endsOn', 'Short-term support is free for up to 6 weeks. Choose an earlier last day');
  }
  const cost = costProblems(answers);
  if (cost.length > 0) return broken(cost);
  return done('given', { output: { reviewAt: londonInstant(workingDayOnOrBefore(endsOn), '09:00') } });
};

/** Whether short-term support was enough, or an assessment follows. */
export const reviewShortTermSupport: Rule<typeof shortTermReview> = ({ outcome }, situation) =>
  done(outcome, {
    opens: outcome === 'ongoing-needs' ? [lookAtWait(situation, situation.case.urgency)] : [],
    changes: outcome === 'ongoing-needs' ? { stage: 'assessment' } : {},
    output: { outcome },
  });
