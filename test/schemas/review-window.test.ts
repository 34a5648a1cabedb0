import { describe, expect, it } from 'vitest';
import { guidanceReviewWindow } from '../../domain/review/review-dates.ts';
import { reviewWindow } from '../../schemas/review-window.ts';
import { assessmentTargets } from '../../schemas/targets.ts';

const issuesOf = (changes: object) =>
  reviewWindow.safeParse({ ...guidanceReviewWindow, ...changes }).error?.issues.map(({ path }) => path.join('.'));

describe('reviewWindow', () => {
  it('accepts what the guidance expects and opens later reviews 8 weeks before by default', () => {
    const parsed = reviewWindow.parse({ ...guidanceReviewWindow, later: { months: 12 } });

    expect(parsed).toEqual(guidanceReviewWindow);
  });

  it.each([
    [{ first: { fromWeeks: 6, toWeeks: 6, targetWeeks: 6 } }, ['first.toWeeks']],
    [{ first: { fromWeeks: 6, toWeeks: 8, targetWeeks: 5 } }, ['first.targetWeeks']],
    [{ first: { fromWeeks: 6, toWeeks: 8, targetWeeks: 9 } }, ['first.targetWeeks']],
    [{ later: { months: 13, opensWeeksBefore: 8 } }, ['later.months']],
    [{ later: { months: 1, opensWeeksBefore: 5 } }, ['later.opensWeeksBefore']],
    [{ reminderLeadDays: { first: 0, later: 28 } }, ['reminderLeadDays.first']],
  ])('refuses %j and names %j', (changes, paths) => {
    expect(issuesOf(changes)).toEqual(paths);
  });
});

describe('assessmentTargets', () => {
  it('wants a target for each of the 3 urgencies', () => {
    expect(assessmentTargets.safeParse({ urgent: 1, standard: 28 }).success).toBe(false);
    expect(assessmentTargets.safeParse({ urgent: 1, 'carer-breakdown': 7, standard: 28 }).success).toBe(true);
  });
});
