import { describe, expect, it } from 'vitest';
import { chargeAtHome } from '../../../domain/charging/charge-at-home.ts';
import { chargeInCareHome } from '../../../domain/charging/charge-in-care-home.ts';
import { incomeTreatments } from '../../../domain/charging/income-treatment.ts';
import {
  benefitKinds,
  type CapitalKind,
  type IncomeKind,
  incomeKinds,
  otherIncomeKinds,
} from '../../../schemas/finance.ts';
import { atHome, charged, gbp, inCareHome, weekIn } from './assessments.ts';

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
    'jobseekers-allowance',
    'income-support',
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

  const inPart: IncomeKind[] = [
    'other-war-payment',
    'civilian-war-injury',
    'nazi-persecution',
    'savings-credit',
    'lodger',
    'lodger-with-meals',
  ];

  it.each(kinds.filter((kind) => !inPart.includes(kind)))('of 50.00 of %s counts whole or not at all', (kind) => {
    expect(leftOutOf(kind, gbp(50))).toBe(counted.includes(kind) ? 0 : gbp(50));
  });

  it.each([
    [9.99, 9.99],
    [10, 10],
    [10.01, 10],
  ])('of %d from another war payment is left out up to 10.00: %d', (weekly, expected) => {
    expect(leftOutOf('other-war-payment', gbp(weekly))).toBe(gbp(expected));
  });

  it('has a source for the treatment of all 50 kinds, of which the public form asks each once', () => {
    const bases = kinds.map((kind) => incomeTreatments[kind].basis);

    expect(bases.filter((basis) => /SI 2014\/2672/.test(basis))).toHaveLength(50);
    expect(new Set(kinds).size).toBe(benefitKinds.length + otherIncomeKinds.length);
  });

  it.each(['lodger', 'lodger-with-meals', 'maintenance'] as const)(
    'of %s is counted by a rule that a person must confirm',
    (kind) => {
      const { toConfirm } = charged(chargeAtHome(atHome({ income: [{ kind, weekly: gbp(10) }] })));

      expect(toConfirm).toContainEqual(expect.objectContaining({ field: `income.${kind}`, status: 'recalled' }));
    },
  );

  it.each([
    ['capped', 5.05],
    ['all-out', 0],
  ] as const)('of 12.00 of Savings Credit at home in 2024-25 counts, %s: %d (I5)', (savingsCreditAtHome, counts) => {
    const input = atHome({ day: weekIn['2024-25'], income: [{ kind: 'savings-credit', weekly: gbp(12) }] });

    const { working } = charged(chargeAtHome(input, { savingsCreditAtHome }));

    expect(
      working.filter(({ label }) => label.includes('savings part')).find(({ step }) => step === 'add')?.pence ?? 0,
    ).toBe(gbp(counts));
  });

  it.each([
    ['lodger-with-meals', 15, 15],
    ['lodger-with-meals', 20, 20],
    ['lodger-with-meals', 50.01, 35.01],
    ['lodger', 50, 20],
  ] as const)('from a %s of %d leaves out %d', (kind, weekly, out) => {
    expect(leftOutOf(kind, gbp(weekly))).toBe(gbp(out));
  });

  it('of Universal Credit leaves out the parts for housing and for children, which a person must confirm', () => {
    const income = [{ kind: 'universal-credit', weekly: gbp(150), elements: gbp(60) } as const];

    const { working, toConfirm } = charged(chargeAtHome(atHome({ income })));

    expect(working.slice(0, 2)).toMatchObject([
      { step: 'add', pence: gbp(90) },
      { step: 'left-out', pence: gbp(60) },
    ]);
    expect(toConfirm).toContainEqual(expect.objectContaining({ field: 'income.universal-credit' }));
  });

  const rent = { income: [{ kind: 'rent', weekly: gbp(80) } as const] };
  const house = { value: gbp(100_000), owners: 10, twelveWeeksFrom: '2025-10-06' };

  it.each([
    ['at home, of nothing that counts', chargeAtHome(atHome(rent)), 80],
    [
      'at home, of another property',
      chargeAtHome(atHome({ ...rent, capital: [{ kind: 'other-property', value: 1 }] })),
      0,
    ],
    [
      'of a home in which a partner lives',
      chargeInCareHome(inCareHome({ ...rent, home: { ...house, occupant: 'partner' } })),
      80,
    ],
    [
      'of a home in its first 12 weeks',
      chargeInCareHome(inCareHome({ ...rent, home: { ...house, occupant: 'nobody' } })),
      0,
    ],
    [
      'of a home that counts',
      chargeInCareHome(inCareHome({ ...rent, home: { ...house, occupant: 'nobody', twelveWeeksFrom: '2025-01-06' } })),
      0,
    ],
  ])('from rent %s counts as %3$d', (_, result, counts) => {
    const { working } = charged(result);

    expect(
      working.filter(({ step, label }) => step === 'add' && label === 'Rent from property').map(({ pence }) => pence),
    ).toEqual(counts > 0 ? [gbp(counts)] : []);
  });

  it.each([
    [{ halfToSpouse: true }, 245.1],
    [{ passedOn: gbp(75.76) }, 245.1],
    [{ passedOn: gbp(75.75) }, 320.86],
    [{ passedOn: gbp(50) }, 320.86],
    [{ halfToSpouse: true, passedOn: gbp(50) }, 320.86],
    [{}, 320.86],
  ])('of a pension of 151.51 in a care home leaves half out only if half is passed on: %j (I2)', (passed, pays) => {
    const pension = { kind: 'occupational-pension', weekly: gbp(151.51), ...passed } as const;
    const income = [{ kind: 'state-pension', weekly: gbp(200) } as const, pension];

    expect(charged(chargeInCareHome(inCareHome({ income }))).personPays).toBe(gbp(pays));
    expect(charged(chargeAtHome(atHome({ income: [pension] }))).working[0]?.pence).toBe(gbp(151.51));
  });

  it('counts a war widow’s pension beyond 10.00 (I3)', () => {
    const income = [
      { kind: 'state-pension', weekly: gbp(150) } as const,
      { kind: 'other-war-payment', weekly: gbp(180) } as const,
    ];

    expect(charged(chargeAtHome(atHome({ income }))).personPays).toBe(gbp(87.4));
  });

  it('for disability stops after 28 days of a stay that the council pays for, unless it is paid still', () => {
    const income = [{ kind: 'attendance-allowance', weekly: gbp(110.4) } as const];
    const pays = (day: string, firstDay = day) =>
      charged(chargeInCareHome(inCareHome({ income, admittedOn: '2025-09-08', day, firstDay }))).personPays;

    expect(pays('2025-10-05')).toBe(gbp(79.75));
    expect(pays('2025-10-06', '2025-09-29')).toBe(0);
    expect(pays('2025-10-06')).toBe(gbp(79.75));
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

  it.each([
    [['insurance', 'water'], 8],
    [['water'], 5],
    [[], 0],
  ] as const)('keeps of insurance and water what the council chooses: %j', (otherHousingCosts, kept) => {
    const housingCosts = [
      { kind: 'insurance', what: 'Insurance', weekly: gbp(3) } as const,
      { kind: 'water', what: 'Water', weekly: gbp(5) } as const,
    ];

    const { working } = charged(chargeAtHome(atHome({ housingCosts }), { otherHousingCosts: [...otherHousingCosts] }));

    const taken = working.filter(({ step, label }) => step === 'take-away' && /Insurance|Water/.test(label));
    expect(taken.reduce((sum, { pence }) => sum + pence, 0)).toBe(gbp(kept));
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
