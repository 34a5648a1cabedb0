import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstDirectPaymentReview,
  firstReview,
  guidanceReviewWindow,
  laterDirectPaymentReview,
  laterReview,
  type ReviewDates,
  reviewClockStart,
} from '../../../domain/review/review-dates.ts';
import { addDays, addMonths, daysBetween, londonDate, londonInstant } from '../../../domain/time/clock-time.ts';
import { isWorkingDay } from '../../../domain/time/working-days.ts';
import { type ReviewWindow, reviewWindow } from '../../../schemas/review-window.ts';
import { type IsoDate, isoDate } from '../../../schemas/scalars.ts';

const date = (text: string) => isoDate.parse(text);

const aWindow = (first: ReviewWindow['first'], leads = guidanceReviewWindow.reminderLeadDays): ReviewWindow =>
  reviewWindow.parse({ ...guidanceReviewWindow, first, reminderLeadDays: leads });

const windows = {
  leicestershire: aWindow({ fromWeeks: 6, toWeeks: 8, targetWeeks: 6 }),
  staffordshire: aWindow({ fromWeeks: 6, toWeeks: 8, targetWeeks: 8 }),
  cambridgeshire: aWindow({ fromWeeks: 6, toWeeks: 12, targetWeeks: 9 }),
  coventry: guidanceReviewWindow,
  warwickshire: guidanceReviewWindow,
  'a council with the longest leads': aWindow({ fromWeeks: 1, toWeeks: 2, targetWeeks: 1 }, { first: 90, later: 90 }),
};

describe('firstReview', () => {
  it.each([
    ['2026-01-05', '2026-02-16', '2026-03-02', '2026-03-30'],
    ['2026-11-20', '2027-01-01', '2027-01-15', '2027-02-12'],
  ])('counts weeks of 7 days from %s: +6 is %s, +8 is %s, +12 is %s', (start, six, eight, twelve) => {
    expect(firstReview(date(start), windows.leicestershire)).toMatchObject({
      windowFrom: six,
      dueOn: six,
      lastDay: eight,
    });
    expect(firstReview(date(start), windows.staffordshire)).toMatchObject({ windowFrom: six, dueOn: eight });
    expect(firstReview(date(start), windows.cambridgeshire)).toMatchObject({ windowFrom: six, lastDay: twelve });
  });

  it('meets on the next working day when the due date that opens the window is New Year’s Day', () => {
    const review = firstReview(date('2026-11-20'), windows.leicestershire);

    expect(review).toMatchObject({ dueOn: '2027-01-01', appointmentOn: '2027-01-04' });
  });

  it('meets on the working day before when the due date is a bank holiday further into the window', () => {
    const review = firstReview(date('2026-11-06'), windows.staffordshire);

    expect(review).toMatchObject({ dueOn: '2027-01-01', appointmentOn: '2026-12-31' });
  });

  it.each([
    ['2026-01-05', '2026-02-02T09:00:00.000Z', 'in winter'],
    ['2026-05-01', '2026-05-29T08:00:00.000Z', 'in summer'],
    ['2026-11-13', '2026-12-11T09:00:00.000Z', 'for a due date on Christmas Day'],
    ['2026-02-20', '2026-03-20T09:00:00.000Z', 'before the clocks go forward, for a due date after it'],
    ['2026-02-23', '2026-03-23T09:00:00.000Z', 'for a due date on Easter Monday'],
    ['2026-03-06', '2026-04-02T08:00:00.000Z', 'on the Thursday when the lead falls on Good Friday'],
  ])('reminds 14 days before, at 09:00 in London on a working day: a start of %s at %s %s', (start, expected) => {
    expect(firstReview(date(start), windows.leicestershire).remindAt).toBe(expected);
  });

  it('reminds on the first working day after the start when the lead is longer than the wait', () => {
    const review = firstReview(date('2026-04-02'), windows['a council with the longest leads']);

    expect(review.remindAt).toBe('2026-04-07T08:00:00.000Z');
  });
});

describe('laterReview', () => {
  it.each([
    ['2026-02-16', '2027-02-16', '2027-02-16'],
    ['2024-02-29', '2025-02-28', '2025-02-28'],
    ['2025-12-25', '2026-12-25', '2026-12-24'],
    ['2026-05-31', '2027-05-31', '2027-05-28'],
  ])('is due 12 months after %s, on %s, and meets by then on the working day %s', (held, due, meets) => {
    const review = laterReview(date(held), guidanceReviewWindow);

    expect(review).toMatchObject({ dueOn: due, lastDay: due, appointmentOn: meets });
  });

  it('opens 8 weeks before the due date and reminds 28 days before it', () => {
    const review = laterReview(date('2026-02-16'), guidanceReviewWindow);

    expect(review).toMatchObject({ windowFrom: '2026-12-22', remindAt: '2027-01-19T09:00:00.000Z' });
  });
});

describe('laterReview on a day that was agreed', () => {
  it.each([
    { agreed: '2026-08-17', dueOn: '2026-08-17', windowFrom: '2026-06-22' },
    { agreed: '2026-03-02', dueOn: '2026-03-02', windowFrom: '2026-02-17' },
    { agreed: '2027-02-16', dueOn: '2027-02-16', windowFrom: '2026-12-22' },
    { agreed: '2027-02-17', dueOn: '2027-02-16', windowFrom: '2026-12-22' },
  ])('$agreed after a review on 2026-02-16 is due on $dueOn, from $windowFrom', ({ agreed, dueOn, windowFrom }) => {
    const review = laterReview(date('2026-02-16'), guidanceReviewWindow, date(agreed));

    expect(review).toMatchObject({ dueOn, windowFrom });
  });
});

describe('reviews of a direct payment', () => {
  it('are held within 6 months of the first payment, then every 12', () => {
    expect(firstDirectPaymentReview(date('2026-08-31'), guidanceReviewWindow)).toMatchObject({
      windowFrom: '2026-09-01',
      dueOn: '2027-02-28',
      appointmentOn: '2027-02-26',
    });
    expect(laterDirectPaymentReview(date('2027-02-26'), guidanceReviewWindow).lastDay).toBe('2028-02-26');
  });
});

describe('reviewClockStart', () => {
  const plan = { signedOffOn: date('2026-01-05'), supportStartedOn: date('2026-01-19') };

  it.each([
    ['support-start', plan, '2026-01-19'],
    ['support-start', { signedOffOn: plan.signedOffOn }, '2026-01-05'],
    ['sign-off', plan, '2026-01-05'],
  ] as const)('runs from %s', (startsFrom, dates, expected) => {
    expect(reviewClockStart(dates, { startsFrom })).toBe(expected);
  });
});

describe('any plan start from 2020 to 2060', () => {
  const anyStart = fc.integer({ min: 0, max: 14_975 }).map((days) => addDays(date('2020-01-01'), days));
  const anyWindow = fc.constantFrom(...Object.values(windows));

  const keepsThePromises = (review: ReviewDates, previousEventOn: IsoDate) => {
    const remindOn = londonDate(review.remindAt);
    expect(previousEventOn <= review.windowFrom && review.windowFrom <= review.dueOn).toBe(true);
    expect(review.dueOn <= review.lastDay).toBe(true);
    expect(review.windowFrom <= review.appointmentOn && review.appointmentOn <= review.lastDay).toBe(true);
    expect(isWorkingDay(review.appointmentOn)).toBe(true);
    expect(previousEventOn < remindOn && remindOn <= review.dueOn).toBe(true);
    expect(isWorkingDay(remindOn)).toBe(true);
    expect(review.remindAt).toBe(londonInstant(remindOn, '09:00'));
  };

  /** Every review of a life with a plan, from its start to the first date past the calendar's end, which must be named. */
  const reviewsUntilTheCalendarEnds = (start: IsoDate, window: ReviewWindow) => {
    const reviews: { review: ReviewDates; previous: IsoDate }[] = [];
    let previous = start;
    try {
      for (let next = firstReview; ; next = laterReview) {
        const review = next(previous, window);
        reviews.push({ review, previous });
        previous = review.appointmentOn;
      }
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError);
      expect(String(error)).toContain('The bank holidays of 2061 are not in bank-holidays.json');
    }
    return reviews;
  };

  it('keeps every review in its window, with a reminder at 09:00 on a working day after the event before', () => {
    fc.assert(
      fc.property(anyStart, anyWindow, (start, window) => {
        for (const { review, previous } of reviewsUntilTheCalendarEnds(start, window)) {
          keepsThePromises(review, previous);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('loses no review: the first within its weeks, each later one within 12 months, until 2061 is named', () => {
    fc.assert(
      fc.property(anyStart, anyWindow, (start, window) => {
        const reviews = reviewsUntilTheCalendarEnds(start, window);

        const [first, ...later] = reviews;
        if (first) expect(daysBetween(start, first.review.appointmentOn)).toBeLessThanOrEqual(window.first.toWeeks * 7);
        for (const { review, previous } of later) expect(review.lastDay <= addMonths(previous, 12)).toBe(true);
        const end = reviews.at(-1)?.review.appointmentOn ?? start;
        expect(end > '2059-10-01').toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('plans a first review up to November 2060 and names 2061 after it', () => {
    expect(firstReview(date('2060-11-19'), guidanceReviewWindow).dueOn).toBe('2060-12-31');
    expect(() => firstReview(date('2060-11-20'), guidanceReviewWindow)).toThrow('The bank holidays of 2061 are not');
  });
});
