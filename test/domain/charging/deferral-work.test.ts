import { describe, expect, it } from 'vitest';
import { deferralInterestLine, deferralReachLine } from '../../../domain/charging/deferral-work.ts';
import { isoDate } from '../../../schemas/scalars.ts';
import { finishing, wrongFields } from '../../support/finished-work.ts';
import { gbp } from './assessments.ts';
import { ownsHome } from './officer.ts';

const arranging = finishing('arrange-deferred-payment', 'case.arrange-deferred-payment-from-1a2b3c4d');
const reviewing = finishing('review-deferred-payment', 'case.review-deferred-payment-half-year-1a2b3c4d');

/** What a piece of work opens: the kind, on which day by itself, and by when. */
const opened = (found: ReturnType<typeof arranging>) =>
  found.ok ? (found.opens ?? []).map(({ kind, opensOn, dueOn }) => [kind, opensOn, dueOn].filter(Boolean)) : found;

describe('the offer of a deferred payment', () => {
  const finances = finishing('assess-finances');
  const confirmed = [
    ...['home.value', 'income.rent'],
    ...['capital-upper-limit', 'capital-lower-limit', 'personal-expenses-allowance'].map((rate) => `2025-26.${rate}`),
  ].map((field) => ({ field, source: 'Looked up' }));
  const careHome = { ...ownsHome(), weekOf: '2026-01-05', toldPersonOn: '2026-01-05', confirmed };

  it('is work as soon as the home counts, and none while it is left out or an agreement is in force', () => {
    const kinds = (changes: object) => {
      const found = finances({ ...careHome, ...changes });
      return found.ok ? (found.opens ?? []).map(({ kind }) => kind) : found.problems;
    };

    expect(kinds({})).toContain('arrange-deferred-payment');
    expect(kinds({ admittedForGoodOn: '2025-12-01' })).not.toContain('arrange-deferred-payment');
    expect(kinds({ capital: [{ kind: 'isa', owners: 1, value: gbp(60_000) }] })).not.toContain(
      'arrange-deferred-payment',
    );
  });
});

describe('a deferred payment agreement', () => {
  it('changes the charge at once, and is looked at again when the half-year ends', () => {
    expect(opened(arranging())).toEqual([['assess-finances'], ['review-deferred-payment', '2026-07-01']]);
  });

  it.each([
    { why: 'interest above the gilt rate and 0.15%', changes: { interestRate: 476 }, field: 'interestRate' },
    { why: 'costs that were told after it was signed', changes: { signedOn: '2026-01-04' }, field: 'toldCostsOn' },
    { why: 'no first charge on the home', changes: { firstCharge: 'no' }, field: 'firstCharge' },
    { why: 'a co-owner who does not consent', changes: { coOwners: 'no' }, field: 'coOwners' },
    { why: 'a home that is not insured', changes: { insured: 'no' }, field: 'insured' },
    {
      why: 'a signature by nobody who acts for their property (C2)',
      changes: { signedAs: 'other' },
      field: 'signedAs',
    },
  ])('is refused with $why', ({ changes, field }) => {
    expect(wrongFields(arranging(changes))).toEqual([field]);
  });

  it('may be signed by a deputy for property', () => {
    expect(wrongFields(arranging({ signedAs: 'deputy' }))).toEqual([]);
  });

  it.each([
    { deferralOutcome: 'not-wanted', deferralReasons: 'She will sell now.' },
    { deferralOutcome: 'refused', deferralRefusedFor: 'terms-not-accepted', deferralReasons: 'No insurance.' },
  ])('that is $deferralOutcome opens nothing, and the person is told', (answers) => {
    const whole = { ...Object.fromEntries(agreedOnly.map((one) => [one, undefined])), ...answers };

    expect(opened(arranging(whole))).toEqual([]);
    expect(arranging(whole)).toMatchObject({ tells: ['answer-ready'] });
  });
});
const agreedOnly = [
  ...['giltRate', 'interestRate', 'administrationCost', 'costsPaid', 'toldCostsOn', 'firstCharge', 'coOwners'],
  ...['insured', 'signedAs', 'signedOn'],
];

describe('a review of a deferred payment', () => {
  it('goes on to the next half-year while the debt is far from 70% of the value', () => {
    expect(opened(reviewing())).toEqual([['review-deferred-payment', '2026-07-01', '2026-07-01']]);
  });

  it('comes sooner where the debt reaches 70% of the value before that (Q2): 168,000 of 240,000', () => {
    const near = { debtNow: gbp(165_000) };

    // 3,000 at 884 a week are four weeks.
    expect(opened(reviewing(near))).toEqual([['review-deferred-payment', '2026-02-02', '2026-02-02']]);
    expect(
      deferralReachLine({
        debtNow: gbp(0),
        homeValue: gbp(240_000),
        priorCharges: gbp(20_000),
        deferredWeekly: gbp(884),
      }),
    ).toEqual([
      'At most £181,750.00 can be put off',
      'That is 205 more whole weeks',
      'It is looked at again at a debt of £168,000.00',
    ]);
  });

  it('refuses to go on at the limit, where no more care is put off and the charge is worked out again', () => {
    const full = { debtNow: gbp(181_750) };

    expect(wrongFields(reviewing(full))).toEqual(['deferralState']);
    expect(opened(reviewing({ ...full, deferralState: 'at-limit' }))).toEqual([
      ['review-deferred-payment', '2026-07-01', '2026-07-01'],
      ['assess-finances'],
    ]);
  });

  it('ends with the sale, and 90 days after the death', () => {
    const ended = { homeValue: undefined, priorCharges: undefined, deferredWeekly: undefined, interestRate: undefined };

    expect(opened(reviewing({ ...ended, deferralState: 'sold' }))).toEqual([['assess-finances']]);
    expect(opened(reviewing({ ...ended, deferralState: 'died', diedOn: '2026-01-02' }))).toEqual([
      ['review-deferred-payment', '2026-01-06', '2026-04-02'],
    ]);
    expect(opened(reviewing({ ...ended, deferralState: 'died', diedOn: '2025-10-01' }))).toEqual([]);
  });

  it('shows the interest of the half-year (Q3): 20,000 at 4.75% is 471.09 to 30 June 2026', () => {
    expect(deferralInterestLine({ debtNow: gbp(20_000), interestRate: 475 }, isoDate.parse('2026-03-01'))).toEqual([
      '£471.09 at 4.75%, from Thursday 1 January 2026 to Tuesday 30 June 2026',
      'The gilt rate is that of 2025-26',
    ]);
  });
});
