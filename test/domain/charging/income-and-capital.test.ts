import { describe, expect, it } from 'vitest';
import { chargeAtHome } from '../../../domain/charging/charge-at-home.ts';
import { incomeTreatments } from '../../../domain/charging/income-treatment.ts';
import {
  benefitKinds,
  type CapitalKind,
  type IncomeKind,
  incomeKinds,
  otherIncomeKinds,
} from '../../../schemas/finance.ts';
import { atHome, charged, gbp } from './assessments.ts';

const leftOutOf = (kind: IncomeKind, weekly: number) => {
  const { working } = charged(chargeAtHome(atHome({ income: [{ kind, weekly }] })));
  return working.filter(({ step }) => step === 'left-out').reduce((sum, { pence }) => sum + pence, 0);
};

const kinds = incomeKinds.map(([kind]) => kind);

describe('income', () => {
  const counted: IncomeKind[] = [
    'state-pension',
    'pension-credit-guarantee',
    'occupational-pension',
    'universal-credit',
    'employment-and-support-allowance',
    'carers-allowance',
    'industrial-injuries',
    'bereavement',
    'maternity',
    'rent',
    'maintenance',
    'annuity',
    'trust',
    'other-benefit',
    'other-income',
    'attendance-allowance',
    'pip-daily-living',
    'dla-care',
    'war-constant-attendance-allowance',
  ];

  it.each(kinds.filter((kind) => kind !== 'other-war-payment'))('of 50.00 of %s counts whole or not at all', (kind) => {
    expect(leftOutOf(kind, gbp(50))).toBe(counted.includes(kind) ? 0 : gbp(50));
  });

  it.each([
    [9.99, 9.99],
    [10, 10],
    [10.01, 10],
  ])('of %d from another war payment is left out up to 10.00: %d', (weekly, expected) => {
    expect(leftOutOf('other-war-payment', gbp(weekly))).toBe(gbp(expected));
  });

  it('has a source for the treatment of all 34 kinds, of which the public form asks each once', () => {
    const bases = kinds.map((kind) => incomeTreatments[kind].basis);

    expect(bases.filter((basis) => /SI 2014\/2672/.test(basis))).toHaveLength(34);
    expect(new Set(kinds).size).toBe(benefitKinds.length + otherIncomeKinds.length);
  });

  it.each(['rent', 'maintenance'] as const)('of %s is counted by a rule that a person must confirm', (kind) => {
    const { toConfirm } = charged(chargeAtHome(atHome({ income: [{ kind, weekly: gbp(10) }] })));

    expect(toConfirm).toContainEqual(expect.objectContaining({ field: `income.${kind}`, status: 'recalled' }));
  });

  it('leaves Savings Credit out at home, which a person must confirm', () => {
    const { toConfirm } = charged(chargeAtHome(atHome({ income: [{ kind: 'savings-credit', weekly: gbp(10) }] })));

    expect(toConfirm.map(({ field }) => field)).toContain('income.savings-credit');
  });
});

describe('capital', () => {
  it.each<[CapitalKind, number, number, number]>([
    ['savings-account', 10_000, 1, 10_000],
    ['savings-account', 10_000.01, 2, 5_000],
    ['shares', 10_000, 1, 10_000],
    ['other-property', 10_000, 1, 9_000],
    ['other-property', 10_000, 3, 3_000],
    ['given-away', 10_000, 1, 10_000],
    ['personal-possessions', 90_000, 1, 0],
    ['life-insurance', 90_000, 1, 0],
    ['personal-injury-trust', 90_000, 1, 0],
  ])('of %s worth %d with %i owners counts as %d', (kind, value, owners, expected) => {
    const { capitalWorking } = charged(chargeAtHome(atHome({ capital: [{ kind, value: gbp(value), owners }] })));

    expect(capitalWorking.at(-1)).toMatchObject({ step: 'result', pence: gbp(expected) });
  });

  it('keeps housing costs net of the benefit that meets them, and never less than nothing', () => {
    const housingCosts = [
      { what: 'Rent', weekly: gbp(100), metByBenefit: gbp(80) },
      { what: 'Council tax', weekly: gbp(20), metByBenefit: gbp(25) },
    ];

    const { working } = charged(chargeAtHome(atHome({ housingCosts })));

    expect(
      working.filter(({ label }) => label === 'Rent' || label === 'Council tax').map(({ pence }) => pence),
    ).toEqual([gbp(20), 0]);
  });
});
