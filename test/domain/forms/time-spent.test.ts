import { describe, expect, it } from 'vitest';
import { timeTold } from '../../../domain/forms/time-needed.ts';
import { minutesTaken, spentUntil, withForm } from '../../../domain/forms/time-spent.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { isoInstant } from '../../../schemas/scalars.ts';

const at = (time: string) => isoInstant.parse(`2026-01-05T${time}:00.000Z`);

describe('how long somebody has been at a form', () => {
  it('is the time from page to page', () => {
    expect(spentUntil(at('10:00'), {})).toBe(0);
    expect(spentUntil(at('10:02'), { savedAt: at('10:00') })).toBe(120);
    expect(spentUntil(at('10:15'), { savedAt: at('10:00'), secondsSpent: 300 })).toBe(1200);
  });

  it('leaves out a pause, and a clock that went back', () => {
    expect(spentUntil(at('10:16'), { savedAt: at('10:00'), secondsSpent: 300 })).toBe(300);
    expect(spentUntil(at('09:59'), { savedAt: at('10:00'), secondsSpent: 300 })).toBe(300);
  });
});

describe('the minutes of a month', () => {
  const said = { least: 19 * 60, most: 35 * 60 };
  const monthOf = (...minutes: number[]) =>
    minutes.reduce((forms, one) => withForm(forms, 'needs-assessment', one * 60), {});

  it('are counted in steps of five, three hours at most', () => {
    expect(monthOf(0, 5, 6, 24, 25, 26, 1000)).toEqual({
      'needs-assessment': { 5: 2, 10: 1, 25: 2, 30: 1, 180: 1 },
    });
  });

  it('tell the middle, and how many took less, as long as is said, and longer', () => {
    expect(minutesTaken([monthOf(12, 17, 33), monthOf(40, 50, 34)], 'needs-assessment', said)).toEqual({
      sent: 6,
      middle: 35,
      less: 1,
      within: 3,
      more: 2,
    });
    expect(minutesTaken([], 'needs-assessment', said)).toMatchObject({ sent: 0, middle: 0 });
  });
});

it('a council that found how long a form takes says that instead of what is counted', () => {
  const own = { least: 30, most: 45, status: 'confirmed', source: 'Measured from January to March' } as const;

  expect(timeTold({ formMinutes: { 'needs-assessment': own } }, needsAssessment)).toEqual({ least: 1800, most: 2700 });
  expect(timeTold({ formMinutes: { referral: own } }, needsAssessment)).toEqual(timeTold({}, needsAssessment));
});
