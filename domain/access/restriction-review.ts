import type { restrictionReview } from '../../schemas/forms/restriction-review.ts';
import type { Restriction } from '../../schemas/restriction.ts';
import { markOf } from '../journey/follow-up.ts';
import { done, type FollowUp, type Rule, refused } from '../journey/work-outcome.ts';
import { londonDate } from '../time/clock-time.ts';

type Dated = Pick<Restriction, 'at' | 'reviewOn'>;

/** The step that looks again at a restriction on its day: one of its own for each day that was set. */
export const restrictionStep = ({ at, reviewOn }: Dated): string => `review-restriction-${markOf(`${at} ${reviewOn}`)}`;

/** The work that opens on the day on which a restriction is looked at again. */
export const restrictionReviewOf = (restricted: Dated): FollowUp & { readonly opensOn: Restriction['reviewOn'] } => ({
  kind: 'review-restriction',
  step: restrictionStep(restricted),
  opensOn: restricted.reviewOn,
  dueOn: restricted.reviewOn,
  reason: 'The day has come on which the restriction of this record is looked at again',
});

/** What is said agrees with what was saved where records are restricted: a decision that nothing follows from is none. */
export const reviewRestriction: Rule<typeof restrictionReview> = ({ restrictionNow }, { person, now }) => {
  const { restricted } = person;
  if (restrictionNow === 'ended') {
    return restricted
      ? refused(
          'restrictionNow',
          'The record is still restricted: end it on its page first, under “Restrict the record to named staff”',
        )
      : done('ended');
  }
  return restricted && restricted.reviewOn > londonDate(now)
    ? done('goes-on')
    : refused('restrictionNow', 'Save the new day first, under “Restrict the record to named staff”');
};
