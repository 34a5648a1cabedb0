import { describe, expect, it } from 'vitest';
import { comingChanges, newRatesMatter } from '../../../domain/charging/assess-again.ts';
import type { FinancesAnswers } from '../../../domain/charging/finances-from.ts';
import { assessFinances } from '../../../domain/charging/financial-assessment.ts';
import { decisionAnswers } from '../../../local/demo/decision-answers.ts';
import { answersSchema } from '../../../schemas/answers.ts';
import { chargingOptions } from '../../../schemas/charging-options.ts';
import { finances } from '../../../schemas/forms/finances.ts';
import { everyRateConfirmed, gbp } from './assessments.ts';
import { decided } from './officer.ts';

const options = chargingOptions.parse({ confirmedRates: everyRateConfirmed });

const answers = (changes: object) =>
  answersSchema(finances, () => '2026-01-12').parse({
    ...decisionAnswers('2026-01-12')['assess-finances'],
    confirmed: ['home.value'].map((field) => ({ field, source: 'Looked up' })),
    weekOf: '2025-10-06',
    ...changes,
    // The list has checked them: this is what its answers are.
  }) as FinancesAnswers;

const coming = (changes: object) => {
  const given = answers(changes);
  const assessed = assessFinances(given, options);
  if (!assessed.ok) throw new Error(JSON.stringify(assessed.broken));
  return comingChanges(given, assessed.charge, options).map(({ cause, on, lookOn }) => [cause, on, lookOn]);
};

const aYear = ['a-year', '2026-10-06', '2026-09-08'];

const inCareHome = {
  setting: 'care-home',
  weeklyFee: gbp(1000),
  budgetRate: gbp(1000),
  admittedForGoodOn: '2025-09-03',
  topUpPayer: 'none',
  deferredPayment: 'no',
  benefits: [{ kind: 'state-pension', weekly: gbp(260) }],
  ownsProperty: 'yes',
  homeDiscretion: 'not-asked',
};
const aHome = {
  address: '12 Sycamore Road',
  use: 'main-home',
  owners: 1,
  value: gbp(250_000),
  mortgage: 0,
  livedInNow: 'no',
  occupant: 'nobody',
};

describe('comingChanges', () => {
  it('looks at everybody again when a year has passed, and weeks before', () => {
    expect(coming({})).toEqual([aYear]);
  });

  it('finds the week in which savings reach the limit (A2): 30,000 less 192 a week is 23,088 after week 36, and the work opens before', () => {
    const paysInFull = { weeklyCost: gbp(192), capital: [{ kind: 'isa', owners: 1, value: gbp(30_000) }] };

    expect(coming(paysInFull)).toEqual([['capital-reaches-limit', '2026-06-15', '2026-05-18'], aYear]);
  });

  it.each([
    { who: 'at exactly the limit, where nothing is paid in full', value: 23_250 },
    { who: 'with so much that a year does not bring them to the limit', value: 60_000 },
  ])('plans no such day for someone $who', ({ value }) => {
    expect(coming({ weeklyCost: gbp(192), capital: [{ kind: 'isa', owners: 1, value: gbp(value) }] })).toEqual([aYear]);
  });

  it('plans no such day for someone who will not be assessed: what they own is not known', () => {
    expect(coming({ financialChoice: 'decline', refusalPrevented: 'yes', stillMeets: 'yes' })).toEqual([aYear]);
  });

  it('finds week 13 of the home’s disregard (K3): in a care home since 3 September, the home counts from 26 November', () => {
    expect(coming({ ...inCareHome, property: [aHome] })).toEqual([['home-counts', '2025-11-26', '2025-10-29'], aYear]);
  });

  it.each([
    { why: 'a partner lives on in it', property: [{ ...aHome, occupant: 'partner' }] },
    { why: 'the 12 weeks are over', property: [aHome], weekOf: '2025-12-01' },
    { why: 'the council leaves it out', property: [aHome], ...decided('left-out') },
  ])('plans no week 13 where $why', ({ why: _why, ...changes }) => {
    expect(coming({ ...inCareHome, ...changes }).map(([cause]) => cause)).toEqual(['a-year']);
  });

  it('finds week 7 of reablement (S2): from 1 October free to 11 November, or to the end that is planned', () => {
    const reablement = { service: 'reablement', reablementFrom: '2025-10-01' };

    expect(coming(reablement)).toEqual([['free-weeks-end', '2025-11-12', '2025-10-15'], aYear]);
    expect(coming({ ...reablement, reablementTo: '2025-11-04' })[0]).toEqual([
      'free-weeks-end',
      '2025-11-05',
      '2025-10-08',
    ]);
  });

  it('finds the day of Pension Credit age (P4): born 15 April 1960, 15 May 2026', () => {
    expect(coming({ dateOfBirth: '1960-04-15' })).toEqual([['age', '2026-05-15', '2026-04-17'], aYear]);
  });

  it('finds the 25th birthday, from which a single person keeps more', () => {
    expect(coming({ dateOfBirth: '2001-03-02' })).toEqual([['age', '2026-03-02', '2026-02-02'], aYear]);
  });

  it('finds the end of a short stay', () => {
    const stay = {
      ...inCareHome,
      setting: 'short-stay',
      stayFrom: '2025-10-06',
      stayTo: '2025-11-30',
      ownsProperty: 'no',
    };

    expect(coming(stay)).toEqual([['stay-ends', '2025-12-01', '2025-11-03'], aYear]);
  });
});

describe('newRatesMatter', () => {
  it.each([
    { who: 'pays what was assessed', changes: {}, matters: true },
    {
      who: 'pays the full cost',
      changes: { financialChoice: 'decline', refusalPrevented: 'yes', stillMeets: 'yes' },
      matters: false,
    },
    { who: 'has aftercare that is free', changes: { service: 'section-117-aftercare' }, matters: false },
    { who: 'has too little to pay', changes: { hasBenefits: 'no', benefits: undefined }, matters: false },
  ])('is $matters for someone who $who', ({ changes, matters }) => {
    const assessed = assessFinances(answers(changes), options);

    expect(assessed.ok && newRatesMatter(assessed.charge)).toBe(matters);
  });
});
