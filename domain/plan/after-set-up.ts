import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { directPaymentReview } from '../../schemas/forms/direct-payment-review.ts';
import type { SetUpAnswers } from '../../schemas/forms/set-up.ts';
import type { topUpReview } from '../../schemas/forms/top-up-review.ts';
import type { ReviewWindow } from '../../schemas/review-window.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { plannedStep } from '../journey/follow-up.ts';
import { done, type FollowUp, type Rule, recordId, refused } from '../journey/work-outcome.ts';
import { firstDirectPaymentReview, laterDirectPaymentReview, type ReviewDates } from '../review/review-dates.ts';
import { addMonths, londonDate } from '../time/clock-time.ts';
import { workingDayOnOrBefore } from '../time/working-days.ts';

const paymentReviewOn = ({ remindAt, appointmentOn }: ReviewDates, from: string, number: string): FollowUp => ({
  kind: 'review-direct-payment',
  step: plannedStep('review-direct-payment', number, from),
  opensOn: londonDate(remindAt),
  dueOn: appointmentOn,
});

const topUpReviewOn = (from: IsoDate, id: string): FollowUp => {
  const dueOn = workingDayOnOrBefore(addMonths(from, 12));
  return {
    kind: 'review-top-up',
    step: plannedStep('review-top-up', 'yearly', id),
    opensOn: workingDayOnOrBefore(addMonths(from, 11)),
    dueOn,
  };
};

/** What is looked at again by itself once support is set up: a direct payment within six months, a top-up within a year. */
export const lookedAtAgain = (
  { arrangements, firstPaidOn, topUp, startedOn }: SetUpAnswers,
  window: ReviewWindow,
  id: string,
): FollowUp[] => [
  ...(arrangements.includes('direct-payment') && firstPaidOn !== undefined
    ? [paymentReviewOn(firstDirectPaymentReview(firstPaidOn as IsoDate, window), id, 'first')]
    : []),
  ...(topUp === 'yes' ? [topUpReviewOn(startedOn as IsoDate, id)] : []),
];

/**
 * A direct payment is looked at at least every 12 months. One that ends is replaced without a gap, and the plan is revised for it.
 *
 * @see SI 2014/2871 regulation 7; Care Act 2014 s.33
 */
export const reviewDirectPayment: Rule<typeof directPaymentReview> = (answers, { council, task }) => {
  const { outcome, reviewedOn, why = '', endsOn, replacedFrom } = answers;
  if (outcome === 'ends' && endsOn !== undefined && replacedFrom !== undefined && gapAfter(endsOn, replacedFrom)) {
    return refused('replacedFrom', 'The needs are met in another way from the day after it ends at the latest');
  }
  const next = paymentReviewOn(
    laterDirectPaymentReview(reviewedOn as IsoDate, council.review),
    recordId(task),
    'later',
  );
  if (outcome === 'goes-on') return done('goes-on', { opens: [next] });
  return done(outcome, {
    opens: outcome === 'ends' ? [] : [next],
    reviewForward: `The direct payment ${outcome === 'ends' ? 'ends' : 'changes'}. ${why}`.trim(),
  });
};

const gapAfter = (endsOn: string, replacedFrom: string): boolean =>
  Date.parse(replacedFrom) - Date.parse(endsOn) > 86_400_000;

/** A top-up is looked at each year. If it stops, the council owes the whole fee, and the plan is looked at. */
export const reviewTopUp: Rule<typeof topUpReview> = (answers: AnswersOf<typeof topUpReview>, { task }) =>
  answers.outcome === 'stops'
    ? done('stops', { reviewForward: `The top-up stops. ${answers.whatNow ?? ''}`.trim() })
    : done(answers.outcome, { opens: [topUpReviewOn(answers.reviewedOn as IsoDate, recordId(task))] });
