import { describe, expect, it } from 'vitest';
import {
  deferral,
  deferredPaymentOffer,
  deferredThisWeek,
  equityLimit,
  highestInterest,
  interestOn,
  interestPeriod,
  keptEachWeek,
  repaidAfterDeath,
} from '../../../domain/charging/deferred-payment.ts';
import { isoDate } from '../../../schemas/scalars.ts';
import { gbp } from './assessments.ts';

const limits = { upper: gbp(23_250), lower: gbp(14_250) };

describe('equityLimit', () => {
  it.each([
    [100_000, 0, 75_750],
    [250_000, 0, 210_750],
    [250_000, 50_000, 160_750],
    [15_833.33, 0, 0],
    [15_833.35, 0, 0.01],
    [10_000, 0, 0],
  ])('of a home worth %d with %d owed on it is %d', (value, priorCharges, expected) => {
    expect(equityLimit({ value: gbp(value), priorCharges: gbp(priorCharges) }, limits)).toBe(gbp(expected));
  });
});

describe('deferral', () => {
  it.each([
    [210_750, 0, 884, 238, 358],
    [1_768, 0, 884, 2, 0],
    [1_767.99, 0, 884, 1, 883.99],
    [884, 884.01, 884, 0, 0],
    [884, 0, 0, undefined, 884],
  ])(
    'under a limit of %d with %d put off and %d a week lasts %s weeks',
    (limit, debt, weekly, wholeWeeks, leftOver) => {
      const home = { value: gbp(limit) + limits.lower, priorCharges: 0 };
      const whole = { value: Math.ceil((home.value * 10) / 9), priorCharges: 0 };

      expect(deferral(whole, gbp(debt), gbp(weekly), limits)).toMatchObject({
        limit: gbp(limit),
        wholeWeeks,
        leftOver: gbp(leftOver),
      });
    },
  );

  it('lasts 205 weeks on a home of 240,000 with a mortgage, and is looked at again at 70% of its value (Q2)', () => {
    const home = { value: gbp(240_000), priorCharges: gbp(20_000) };

    expect(deferral(home, 0, gbp(884), limits)).toEqual({
      limit: gbp(181_750),
      wholeWeeks: 205,
      leftOver: gbp(530),
      reviewAt: gbp(168_000),
    });
  });

  it.each([
    [884, 181_750, 0, 884],
    [884, 181_750, 181_220, 530],
    [884, 181_750, 181_750, 0],
    [884, 181_750, 181_751, 0],
  ])('puts off of %d a week under %d with %d owed: %d', (weekly, limit, debt, expected) => {
    expect(deferredThisWeek(gbp(weekly), gbp(limit), gbp(debt))).toBe(gbp(expected));
  });

  it('leaves what the person chooses, up to what the council leaves and never above 144.00', () => {
    expect(keptEachWeek(gbp(144))).toBe(gbp(144));
    expect(keptEachWeek(gbp(144), gbp(50))).toBe(gbp(50));
    expect(keptEachWeek(gbp(100), gbp(144))).toBe(gbp(100));
    expect(keptEachWeek(gbp(200))).toBe(gbp(144));
  });

  it('ends 90 days after a death', () => {
    expect(repaidAfterDeath(isoDate.parse('2026-01-10'))).toBe('2026-04-10');
  });
});

describe('interest', () => {
  it.each([
    ['2026-01-01', '2026-06-30', 471.09],
    ['2026-01-01', '2026-12-31', 950],
    ['2028-01-01', '2028-12-31', 950],
    ['2026-01-01', '2026-01-01', 2.6],
    ['2025-12-31', '2026-01-01', 5.2],
  ])('on 20,000.00 at 4.75%% from %s to %s is %d (Q3)', (first, last, expected) => {
    expect(interestOn(gbp(20_000), 475, isoDate.parse(first), isoDate.parse(last))).toBe(gbp(expected));
  });

  it.each([
    ['2026-01-01', '2026-01-01', '2026-06-30', '2025-26'],
    ['2026-06-30', '2026-01-01', '2026-06-30', '2025-26'],
    ['2026-07-01', '2026-07-01', '2026-12-31', '2026-27'],
    ['2000-01-01', '2000-01-01', '2000-06-30', '1999-00'],
  ])('on %s is that of %s to %s, by the gilt rate of %s', (day, first, last, giltYear) => {
    expect(interestPeriod(isoDate.parse(day))).toEqual({ first, last, giltYear });
  });

  it('is at most 0.15% above the gilt rate', () => {
    expect(highestInterest(460)).toBe(475);
  });
});

describe('deferredPaymentOffer', () => {
  const facts = { needsMetInCareHome: true, otherCapital: gbp(23_250), homeCounts: true, adequateSecurity: true };

  it.each([
    [{}, 'must-offer', true],
    [{ needsMetInCareHome: false }, 'not-in-care-home', false],
    [{ otherCapital: gbp(23_250.01) }, 'other-capital-over-limit', false],
    [{ homeCounts: false }, 'home-left-out', false],
    [{ adequateSecurity: false }, 'no-security', false],
  ])('with %j answers %s', (changes, code, may) => {
    expect(deferredPaymentOffer({ ...facts, ...changes }, limits)).toMatchObject({ code, may });
  });
});
