import type { ReviewWindow } from '../../schemas/review-window.ts';
import type { IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import { addDays, addMonths, addWeeks, londonInstant } from '../time/clock-time.ts';
import { nextWorkingDay, workingDayOnOrAfter, workingDayOnOrBefore } from '../time/working-days.ts';

/** When one review should happen; every date is one in Europe/London. */
export interface ReviewDates {
  /** The first day on which holding the review counts as this review. */
  readonly windowFrom: IsoDate;
  /** The day aimed at; it may be a weekend or a bank holiday. */
  readonly dueOn: IsoDate;
  /** The day to propose for meeting: a working day in the window, as near to the due date as there is. */
  readonly appointmentOn: IsoDate;
  /** The last day in the window; after it the review is late and is chased. */
  readonly lastDay: IsoDate;
  /** 09:00 in London on a working day after the previous event and not after the due date. */
  readonly remindAt: IsoInstant;
}

/**
 * What the statutory guidance expects where a council's pages are silent: a light-touch review at 6 to 8 weeks, then at
 * least every 12 months. The reminders' leads are this platform's own choice.
 *
 * @see Care and support statutory guidance, chapter 13 (paragraph 13.32 for the 12 months)
 */
export const guidanceReviewWindow: ReviewWindow = {
  first: { fromWeeks: 6, toWeeks: 8, targetWeeks: 6 },
  later: { months: 12, opensWeeksBefore: 8 },
  reminderLeadDays: { first: 14, later: 28 },
  startsFrom: 'support-start',
  status: 'guidance',
  source: 'Care and support statutory guidance, chapter 13',
};

/**
 * The date from which the first review's clock runs: the start of support if the council counts from it and it is known,
 * otherwise the plan's sign-off. Sources differ on this, so each council chooses.
 */
export function reviewClockStart(
  plan: { readonly signedOffOn: IsoDate; readonly supportStartedOn?: IsoDate | undefined },
  window: Pick<ReviewWindow, 'startsFrom'>,
): IsoDate {
  return window.startsFrom === 'support-start' ? (plan.supportStartedOn ?? plan.signedOffOn) : plan.signedOffOn;
}

/**
 * The light-touch review of a new or revised plan; a revised plan starts this clock again.
 *
 * Weeks are seven calendar days: a plan that starts on 5 January 2026 with 6 to 8 weeks is due on 16 February.
 *
 * @throws RangeError naming the year whose bank holidays are missing
 * @see Care Act 2014, section 27(1); care and support statutory guidance, chapter 13
 */
export function firstReview(planStart: IsoDate, window: ReviewWindow): ReviewDates {
  const { fromWeeks, targetWeeks, toWeeks } = window.first;
  return reviewDates(planStart, {
    windowFrom: addWeeks(planStart, fromWeeks),
    dueOn: addWeeks(planStart, targetWeeks),
    lastDay: addWeeks(planStart, toWeeks),
    leadDays: window.reminderLeadDays.first,
  });
}

/**
 * The next planned review after one that was held and left the plan as it is.
 *
 * The due date is the last day: the same day some months later, or that month's last day when it ends earlier; or a sooner day that was
 * agreed at the review.
 *
 * @throws RangeError naming the year whose bank holidays are missing
 * @see Care and support statutory guidance, paragraph 13.32
 */
export function laterReview(reviewHeldOn: IsoDate, window: ReviewWindow, agreedOn?: IsoDate): ReviewDates {
  const usual = addMonths(reviewHeldOn, window.later.months);
  const dueOn = agreedOn !== undefined && agreedOn < usual ? agreedOn : usual;
  const opens = addWeeks(dueOn, -window.later.opensWeeksBefore);
  return reviewDates(reviewHeldOn, {
    windowFrom: opens > reviewHeldOn ? opens : addDays(reviewHeldOn, 1),
    dueOn,
    lastDay: dueOn,
    leadDays: window.reminderLeadDays.later,
  });
}

/**
 * The first review of a direct payment: within six months of the first payment, any day of which will do, so that it can
 * be held together with the plan's own review.
 *
 * @throws RangeError naming the year whose bank holidays are missing
 * @see Care and Support (Direct Payments) Regulations 2014 (SI 2014/2871), regulation 7
 */
export function firstDirectPaymentReview(firstPaidOn: IsoDate, window: ReviewWindow): ReviewDates {
  return directPaymentReview(firstPaidOn, 6, window);
}

/**
 * The next review of a direct payment: not more than 12 months after the one before.
 *
 * @throws RangeError naming the year whose bank holidays are missing
 * @see Care and Support (Direct Payments) Regulations 2014 (SI 2014/2871), regulation 7
 */
export function laterDirectPaymentReview(reviewedOn: IsoDate, window: ReviewWindow): ReviewDates {
  return directPaymentReview(reviewedOn, 12, window);
}

function directPaymentReview(previousOn: IsoDate, months: number, window: ReviewWindow): ReviewDates {
  const dueOn = addMonths(previousOn, months);
  return reviewDates(previousOn, {
    windowFrom: addDays(previousOn, 1),
    dueOn,
    lastDay: dueOn,
    leadDays: window.reminderLeadDays.later,
  });
}

function reviewDates(
  previousEventOn: IsoDate,
  { leadDays, ...dates }: Pick<ReviewDates, 'windowFrom' | 'dueOn' | 'lastDay'> & { leadDays: number },
): ReviewDates {
  const earliest = nextWorkingDay(previousEventOn);
  const byLead = addDays(dates.dueOn, -leadDays);
  const remindOn = byLead > earliest ? workingDayOnOrBefore(byLead) : earliest;
  const onOrBeforeDue = workingDayOnOrBefore(dates.dueOn);
  const onTime = onOrBeforeDue >= dates.windowFrom ? onOrBeforeDue : workingDayOnOrAfter(dates.dueOn);
  return { ...dates, appointmentOn: onTime, remindAt: londonInstant(remindOn, '09:00') };
}
