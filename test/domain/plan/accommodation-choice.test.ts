import { describe, expect, it } from 'vitest';
import {
  preferredPlace,
  type TopUpOffer,
  topUpAgreementTerms,
  topUpAllowed,
  topUpWeekly,
} from '../../../domain/plan/accommodation-choice.ts';
import { pence } from '../../../schemas/scalars.ts';

const amount = (value: number) => pence.parse(value);

describe('topUpWeekly', () => {
  it.each([
    { fee: 99999, topUp: 0 },
    { fee: 100000, topUp: 0 },
    { fee: 100001, topUp: 1 },
    { fee: 130000, topUp: 30000 },
  ])('is $topUp for a fee of $fee at a rate of 100000 (case C1)', ({ fee, topUp }) => {
    expect(topUpWeekly(amount(fee), amount(100000))).toBe(topUp);
  });
});

const thirdParty: TopUpOffer = {
  placeWithinBudgetOffered: true,
  payer: { who: 'third-party' },
  ableAndWilling: true,
  agreementTerms: topUpAgreementTerms,
};
const own = (ground: 'twelve-week-disregard' | 'deferred-payment' | 'section-117' | 'none'): TopUpOffer => ({
  ...thirdParty,
  payer: { who: 'person', ground },
});
const { agreementTerms: _terms, ...unwritten } = thirdParty;

describe('topUpAllowed (CV78)', () => {
  it.each([
    { what: 'a third party with a complete agreement', offer: thirdParty, may: true, code: 'allowed' },
    { what: 'own money in the 12-week disregard', offer: own('twelve-week-disregard'), may: true, code: 'allowed' },
    { what: 'own money under a deferred payment', offer: own('deferred-payment'), may: true, code: 'allowed' },
    { what: 'own money for s.117 after-care', offer: own('section-117'), may: true, code: 'allowed' },
    { what: 'own money on no ground', offer: own('none'), may: false, code: 'own-money-not-allowed' },
    {
      what: 'no place within the budget',
      offer: { ...thirdParty, placeWithinBudgetOffered: false },
      may: false,
      code: 'offer-within-budget-first',
    },
    {
      what: 'a payer who is not able',
      offer: { ...thirdParty, ableAndWilling: false },
      may: false,
      code: 'not-able-and-willing',
    },
    { what: 'nothing in writing', offer: unwritten, may: false, code: 'no-agreement' },
    {
      what: '7 of the 8 terms',
      offer: { ...thirdParty, agreementTerms: topUpAgreementTerms.slice(1) },
      may: false,
      code: 'agreement-incomplete',
    },
  ])('answers $code for $what', ({ offer, may, code }) => {
    expect(topUpAllowed(offer)).toMatchObject({ may, code });
  });

  it('names the term that the agreement leaves out', () => {
    expect(topUpAllowed({ ...thirdParty, agreementTerms: topUpAgreementTerms.slice(1) }).reason).toContain(
      'extra-cost',
    );
  });
});

const place = {
  sameType: true,
  suitable: true,
  available: true,
  providerAcceptsTerms: true,
  actualFee: amount(100000),
  budgetRate: amount(100000),
};

describe('preferredPlace (s.30)', () => {
  it.each([
    { what: 'a place within the budget', given: place, may: true, code: 'arrange' },
    {
      what: 'a dearer place with a top-up',
      given: { ...place, actualFee: amount(130000), topUp: topUpAllowed(thirdParty) },
      may: true,
      code: 'arrange',
    },
    {
      what: 'a place that is a penny dearer without one',
      given: { ...place, actualFee: amount(100001) },
      may: false,
      code: 'additional-cost',
    },
    {
      what: 'a dearer place with a top-up refused',
      given: { ...place, actualFee: amount(130000), topUp: topUpAllowed(own('none')) },
      may: false,
      code: 'additional-cost',
    },
    { what: 'another type', given: { ...place, sameType: false }, may: false, code: 'other-type' },
    { what: 'a place that does not suit', given: { ...place, suitable: false }, may: false, code: 'not-suitable' },
    { what: 'a full place', given: { ...place, available: false }, may: false, code: 'not-available' },
    { what: 'terms refused', given: { ...place, providerAcceptsTerms: false }, may: false, code: 'terms-not-accepted' },
  ])('answers $code for $what', ({ given, may, code }) => {
    expect(preferredPlace(given)).toMatchObject({ may, code });
  });
});
