import { describe, expect, it } from 'vitest';
import { topUpAgreementTerms, topUpWeekly } from '../../../domain/plan/accommodation-choice.ts';
import { lookedAtAgain } from '../../../domain/plan/after-set-up.ts';
import { directPaymentProblems, paymentRefused, relativePaid } from '../../../domain/plan/direct-payment-answers.ts';
import { budgetForPlace, offerProblems, placeProblems, topUpProblems } from '../../../domain/plan/top-up-answers.ts';
import { pence } from '../../../schemas/scalars.ts';
import { aCouncil } from '../../support/a-council.ts';
import { aPlan } from '../../support/care-act.ts';
import { directPaymentAllowed } from '../../support/direct-payment-answers.ts';

const paid = {
  paymentRoutes: ['direct-payment'],
  managedWeekly: undefined,
  directPayments: [
    {
      needs: '1',
      weekly: 19_200,
      every: 'weekly',
      amountEachTime: 19_200,
      paidTo: 'person',
      recipientName: 'Ada Example',
    },
  ],
  ...directPaymentAllowed,
};
const planOf = (changes: object = {}) => ({ ...aPlan(), ...paid, ...changes }) as unknown as ReturnType<typeof aPlan>;
const wrong = (changes: object = {}) => directPaymentProblems(planOf(changes)).map(({ field }) => field);

describe('a direct payment in a plan', () => {
  it('is made where all conditions of s.31 are met', () => {
    expect(wrong()).toEqual([]);
  });

  it.each([
    [{ paymentAskedFor: 'no' }, 'paymentAskedFor'],
    [{ recipientAgrees: 'no' }, 'recipientAgrees'],
    [{ paymentRuledOut: 'prohibited' }, 'paymentRuledOut'],
    [{ paymentRuledOut: 'council-decided' }, 'paymentRuledOut'],
    [{ paymentManageable: 'no' }, 'paymentManageable'],
    [{ paymentAppropriate: 'no' }, 'paymentAppropriate'],
  ])('is not where %o', (changes, field) => {
    expect(wrong(changes)).toEqual([field]);
  });

  it.each([
    { relativeIs: 'partner', may: false },
    { relativeIs: 'same-home', may: false },
    { relativeIs: 'other-home', may: true },
  ])('H1: pays a relative ($relativeIs), wherever they live: $may, unless it is necessary', ({ relativeIs, may }) => {
    expect(wrong({ paysRelative: 'yes', relativeIs })).toEqual(may ? [] : ['relativeNecessary']);
    const necessary = { relativeNecessary: 'She lets nobody else wash her.', relativePaidFor: 'care' };
    expect(wrong({ paysRelative: 'yes', relativeIs, ...necessary })).toEqual([]);
  });

  it('pays a partner for nothing but care or managing the payment', () => {
    expect(relativePaid('partner', { why: 'He is kind.', paidFor: undefined }).may).toBe(false);
    expect(relativePaid('partner', { why: 'Nobody else can.', paidFor: 'administration' }).may).toBe(true);
  });
});

describe('a direct payment to an authorised person', () => {
  const [row] = paid.directPayments;
  const lacking = {
    paymentCapacity: 'no',
    recipientBestInterests: 'yes',
    directPayments: [{ ...row, paidTo: 'authorised-person' }],
  };

  it.each([
    { authorisedAs: 'holds-power', authorityOver: 'welfare', authoritySupports: 'yes', fields: [] },
    { authorisedAs: 'holds-power', authorityOver: 'property', authoritySupports: 'nobody', fields: ['authorisedAs'] },
    { authorisedAs: 'agreed-with-holder', authorityOver: 'property', authoritySupports: 'yes', fields: [] },
    {
      authorisedAs: 'agreed-with-holder',
      authorityOver: 'none',
      authoritySupports: 'nobody',
      fields: ['authorisedAs'],
    },
    { authorisedAs: 'council-decides', authorityOver: 'property', authoritySupports: 'nobody', fields: [] },
    { authorisedAs: 'council-decides', authorityOver: 'none', authoritySupports: 'yes', fields: ['authorisedAs'] },
    { authorisedAs: undefined, authorityOver: undefined, authoritySupports: 'nobody', fields: ['authorisedAs'] },
  ])(
    'H2: as $authorisedAs with authority over $authorityOver (holder: $authoritySupports): $fields',
    ({ fields, ...as }) => {
      expect(wrong({ ...lacking, ...as })).toEqual(fields);
    },
  );

  it('is not paid to the person', () => {
    const as = { authorisedAs: 'holds-power', authorityOver: 'welfare', authoritySupports: 'yes' };

    expect(wrong({ ...lacking, ...as, directPayments: [row] })).toEqual(['directPayments[0].paidTo']);
  });
});

describe('a direct payment that was asked for', () => {
  it('is made, or refused in writing', () => {
    const managed = aPlan();

    expect(paymentRefused(managed, 'direct-payment').map(({ field }) => field)).toEqual(['paymentRefusedWhy']);
    expect(paymentRefused({ ...managed, paymentRefusedWhy: 'Nobody can manage it.' }, 'both')).toEqual([]);
    expect(paymentRefused(managed, 'as-planned')).toEqual([]);
    expect(paymentRefused(planOf(), 'direct-payment')).toEqual([]);
  });
});

const setUp = (changes: object) =>
  ({
    startedOn: '2026-07-02',
    arrangements: ['council-managed'],
    topUp: 'yes',
    topUpOffered: 'yes',
    topUpPayer: 'third-party',
    topUpAbleAndWilling: 'yes',
    topUpFee: 118_000,
    topUpBudgetRate: 108_000,
    topUpTerms: [...topUpAgreementTerms],
    continuingHealthcare: 'no',
    ...changes,
  }) as Parameters<typeof topUpProblems>[0];
const topUp = (changes: object = {}) => topUpProblems(setUp(changes)).map(({ field }) => field);

describe('a top-up that is set up', () => {
  it('T1: is what the place costs above the cheapest home that is free, to which the budget rises', () => {
    const budget = budgetForPlace(100_000, 108_000);

    expect(budget).toBe(108_000);
    expect(topUpWeekly(pence.parse(118_000), budget)).toBe(10_000);
    expect(topUp({ topUpBudgetRate: 100_000, cheapestHome: 108_000 })).toEqual(['topUpBudgetRate']);
    expect(topUp({ cheapestHome: 108_000 })).toEqual([]);
  });

  it('T2: is the person’s own in aftercare, and only on a ground', () => {
    expect(topUp({ topUpPayer: 'person', topUpGround: 'section-117', topUpBudgetRate: 100_000 })).toEqual([]);
    expect(topUpWeekly(pence.parse(118_000), budgetForPlace(100_000, undefined))).toBe(18_000);
    expect(topUp({ topUpPayer: 'person', topUpGround: 'none' })).toEqual(['topUpGround']);
  });

  it.each([
    [{ topUpOffered: 'no' }, 'topUpOffered'],
    [{ topUpAbleAndWilling: 'no' }, 'topUpAbleAndWilling'],
    [{ topUpTerms: topUpAgreementTerms.slice(1) }, 'topUpTerms'],
    [{ topUpFee: 100_000 }, 'topUp'],
  ])('is not taken with %o', (changes, field) => {
    expect(topUp(changes)).toEqual([field]);
  });
});

describe('homes that were offered', () => {
  const inHome = { needs: aPlan().needs.map((need) => ({ ...need, supportType: 'care-home' as const })) };
  const offered = (changes: object, plan: Parameters<typeof offerProblems>[1] = inHome) =>
    offerProblems(setUp({ topUpBudgetRate: 100_000, ...changes }), plan).map(({ field }) => field);

  it('are named where care is given in a home, one of them within the budget before anybody tops up', () => {
    expect(offered({ topUp: 'no' })).toEqual(['placesOffered']);
    expect(offered({ topUp: 'no', placesOffered: [{ name: 'Elm House', weekly: 100_000 }] })).toEqual([]);
    expect(offered({ placesOffered: [{ name: 'Elm House', weekly: 115_000 }] })).toEqual(['placesOffered']);
    expect(offered({ placesOffered: [{ name: 'Oak House', weekly: 100_000 }] })).toEqual([]);
    expect(offered({ topUp: 'no' }, aPlan())).toEqual([]);
  });
});

describe('a home of the person’s choice', () => {
  const place = (changes: object) => placeProblems(setUp({ topUp: 'no', ...changes })).map(({ field }) => field);
  const all = ['same-type', 'suitable', 'available', 'accepts-terms'];

  it('is arranged where all conditions are met, and where not the person is told why', () => {
    const prefers = { placePreferred: 'yes', topUpFee: undefined, topUpBudgetRate: undefined };

    expect(place({ ...prefers, placeIs: all, placeArranged: 'yes' })).toEqual([]);
    expect(place({ ...prefers, placeIs: all, placeArranged: 'no' })).toEqual(['placeArranged']);
    expect(place({ ...prefers, placeIs: all.slice(1), placeArranged: 'yes' })).toEqual(['placeArranged']);
    expect(place({ ...prefers, placeIs: all.slice(1), placeArranged: 'no' })).toEqual(['placeRefusedWhy']);
    expect(place({ ...prefers, placeIs: all.slice(1), placeArranged: 'no', placeRefusedWhy: 'No bed.' })).toEqual([]);
  });
});

describe('what is looked at again once support is set up', () => {
  const { review } = aCouncil();

  it('is a direct payment within six months of the first, and a top-up within a year', () => {
    const again = lookedAtAgain(
      setUp({ arrangements: ['direct-payment'], firstPaidOn: '2026-07-02' }),
      review,
      'assessment-1.set-up-support',
    );

    expect(again.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['review-direct-payment', '2026-12-31'],
      ['review-top-up', '2027-07-02'],
    ]);
    expect(again.every(({ opensOn = '', dueOn = '' }) => opensOn < dueOn)).toBe(true);
  });

  it('is nothing where neither is', () => {
    expect(lookedAtAgain(setUp({ topUp: 'no' }), review, 'assessment-1.set-up-support')).toEqual([]);
  });
});
