import { describe, expect, it } from 'vitest';
import { deferredPaymentOffer, equityLimit, weeksOfDeferralLeft } from '../../../domain/charging/deferred-payment.ts';
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

describe('weeksOfDeferralLeft', () => {
  it.each([
    [210_750, 0, 884, 238],
    [1_768, 0, 884, 2],
    [1_767.99, 0, 884, 1],
    [884, 884.01, 884, 0],
    [884, 0, 0, undefined],
  ])('under a limit of %d with %d put off and %d a week is %s', (limit, debt, weekly, weeks) => {
    expect(weeksOfDeferralLeft(gbp(limit), gbp(debt), gbp(weekly))).toBe(weeks);
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
