import { describe, expect, it } from 'vitest';
import { chargeInCareHome } from '../../../domain/charging/charge-in-care-home.ts';
import type { Home } from '../../../domain/charging/means.ts';
import { charged, gbp, inCareHome, type Written, weekIn } from './assessments.ts';

const savings = (value: number) => [{ kind: 'savings-account', value: gbp(value) } as const];

const movedIn = '2025-07-14';
const week12 = '2025-10-05';
const week13 = '2025-10-06';

const withHome = (changes: Partial<Written<Home>> = {}) => ({
  capital: savings(12_000),
  home: { value: gbp(250_000), occupant: 'nobody', twelveWeeksFrom: movedIn, ...changes } as const,
});

const dearer = { weeklyFee: gbp(1_300), topUpPayer: 'third-party' } as const;

describe('the worked cases of care in a care home', () => {
  it.each([
    { id: 'C1', input: inCareHome({ ...dearer }), pays: 229.35, council: 770.65, topUp: 300 },
    { id: 'C2', input: inCareHome({ ...dearer, capital: savings(20_000) }), pays: 252.35, council: 747.65, topUp: 300 },
    { id: 'C3', input: inCareHome({ ...dearer, day: weekIn['2026-27'] }), pays: 228.2, council: 771.8, topUp: 300 },
    {
      id: 'C5',
      input: inCareHome({ capital: savings(60_000), weeklyFee: gbp(1_300) }),
      pays: 1_300,
      council: 0,
      topUp: 0,
    },
    {
      id: 'C6a, week 12',
      input: inCareHome({ ...withHome(), day: week12 }),
      pays: 229.35,
      council: 770.65,
      topUp: 0,
    },
    { id: 'C6b, week 13', input: inCareHome({ ...withHome(), day: week13 }), pays: 1_000, council: 0, topUp: 0 },
    {
      id: 'C6c, week 13 with a deferred payment',
      input: inCareHome({ ...withHome(), day: week13, deferredPayment: {} }),
      pays: 116,
      council: 0,
      topUp: 0,
      deferred: 884,
    },
    {
      id: 'C7, partner at home',
      input: inCareHome({ ...withHome({ occupant: 'partner' }), day: '2026-03-30' }),
      pays: 229.35,
      council: 770.65,
      topUp: 0,
    },
    {
      id: 'C9',
      input: inCareHome({
        day: weekIn['2024-25'],
        income: [
          { kind: 'state-pension', weekly: gbp(218) },
          { kind: 'savings-credit', weekly: gbp(12) },
        ],
        weeklyFee: gbp(800),
        councilRate: gbp(800),
      }),
      pays: 192.9,
      council: 607.1,
      topUp: 0,
    },
    {
      id: 'C11',
      input: inCareHome({ capital: savings(23_250), day: weekIn['2026-27'] }),
      pays: 264.2,
      council: 735.8,
      topUp: 0,
    },
    { id: 'C13', input: inCareHome({ route: { by: 'declined' } }), pays: 1_000, council: 0, topUp: 0 },
  ])(
    '$id: the resident pays $pays, the council $council, top-up $topUp',
    ({ input, pays, council, topUp, deferred = 0 }) => {
      const charge = charged(chargeInCareHome(input));

      expect(charge).toMatchObject({
        personPays: gbp(pays),
        councilPays: gbp(council),
        topUp: gbp(topUp),
        deferred: gbp(deferred),
      });
    },
  );
});

describe('the home as capital', () => {
  it.each([
    ['partner', true, 'assessed'],
    ['lone-parent-former-partner', true, 'assessed'],
    ['relative-60-or-over', true, 'assessed'],
    ['incapacitated-relative', true, 'assessed'],
    ['child-under-18', true, 'assessed'],
    ['relative-60-or-over', false, 'full-cost'],
    ['someone-else', true, 'full-cost'],
    ['nobody', true, 'full-cost'],
  ] as const)(
    'with %s in it, there since before: %s, makes the resident %s',
    (occupant, occupiedSinceBefore, outcome) => {
      const input = inCareHome({ ...withHome({ occupant, occupiedSinceBefore }), day: week13 });

      expect(charged(chargeInCareHome(input)).outcome).toBe(outcome);
    },
  );

  it.each([
    [23_250, 'assessed'],
    [23_250.01, 'full-cost'],
  ])(
    'is left out in the first 12 weeks without a test of savings, which count by themselves: with %d %s',
    (other, outcome) => {
      const input = inCareHome({ ...withHome(), capital: savings(other), day: week12 });

      const charge = charged(chargeInCareHome(input));
      expect(charge.outcome).toBe(outcome);
      expect(charge.capitalWorking.filter(({ step }) => step === 'left-out').map(({ label }) => label)).toEqual([
        'Home, in the first 12 weeks',
      ]);
    },
  );

  it('counts in equal shares, rounded down, less a tenth for the sale and the mortgage', () => {
    const home = withHome({ value: gbp(100_000.01), owners: 3, mortgage: gbp(60_000), occupant: 'nobody' });

    const { capitalWorking, toConfirm } = charged(chargeInCareHome(inCareHome({ ...home, day: week13 })));

    expect(capitalWorking.map(({ step, pence }) => [step, pence])).toEqual([
      ['add', gbp(12_000)],
      ['add', gbp(10_000)],
      ['result', gbp(22_000)],
    ]);
    expect(toConfirm).toMatchObject([{ field: 'home.value', status: 'recalled' }]);
  });
});

describe('a deferred payment', () => {
  const q1 = { ...withHome(), ...dearer, day: week13 };
  const sums = (changes: object) => {
    const { personPays, councilPays, deferred, topUp } = charged(chargeInCareHome(inCareHome({ ...q1, ...changes })));
    return { personPays, councilPays, deferred, topUp };
  };
  const own = { topUpPayer: 'own-money' };

  it.each([
    ['a third party’s top-up is paid and not put off (Q1)', { deferredPayment: {} }, 116, 884, 0, 300],
    ['nor is the person’s own', { ...own, deferredPayment: {} }, 116, 884, 0, 300],
    ['unless the council agrees', { ...own, deferredPayment: { withTopUp: true } }, 116, 1_184, 0, 0],
    ['which is nothing to a third party’s', { deferredPayment: { withTopUp: true } }, 116, 884, 0, 300],
    ['who keeps less pays more', { deferredPayment: { keeps: gbp(50) } }, 210, 790, 0, 300],
    ['nobody keeps more than 144.00', { deferredPayment: { keeps: gbp(200) } }, 116, 884, 0, 300],
    ['the last week is put off up to the limit', { deferredPayment: { soFar: gbp(210_220) } }, 116, 530, 354, 300],
    ['at the limit what is left of the home is tested', { deferredPayment: { soFar: gbp(210_750) } }, 0, 0, 0, 0],
  ])('%s: %j', (_, changes, pays, deferred, council, topUp) => {
    const atLimit = { personPays: gbp(1_300), deferred: 0, councilPays: 0, topUp: 0 };
    const expected = { personPays: gbp(pays), deferred: gbp(deferred), councilPays: gbp(council), topUp: gbp(topUp) };

    expect(sums(changes)).toEqual(pays === 0 ? atLimit : expected);
  });

  it('tells how far it reaches (Q2)', () => {
    const home = { value: gbp(240_000), mortgage: gbp(20_000), occupant: 'nobody', twelveWeeksFrom: movedIn } as const;

    const { deferral } = charged(chargeInCareHome(inCareHome({ ...q1, home, deferredPayment: {} })));

    expect(deferral).toEqual({
      soFar: 0,
      limit: gbp(181_750),
      wholeWeeks: 205,
      leftOver: gbp(530),
      reviewAt: gbp(168_000),
    });
  });

  it('is by assessment once the limit is reached, of what is left of the home', () => {
    const poor = { capital: savings(5_000), deferredPayment: { soFar: gbp(210_750) } };

    // 14,250 is left of the home: with 5,000 of savings that is 19,250, which brings 20.00.
    expect(sums(poor)).toEqual({ personPays: gbp(249.35), councilPays: gbp(750.65), deferred: 0, topUp: gbp(300) });
  });

  it.each([
    ['must be offered where the home counts', { ...withHome() }, true],
    ['need not be in the first 12 weeks', { ...withHome({ twelveWeeksFrom: week12 }) }, undefined],
    ['need not be where other savings are over the limit', { ...withHome(), capital: savings(23_250.01) }, undefined],
    ['need not be where one is in force', { ...withHome(), deferredPayment: {} }, undefined],
    [
      'need not be where the home secures nothing',
      { ...withHome({ value: gbp(15_000) }), capital: savings(20_000) },
      undefined,
    ],
  ])('%s', (_, changes, expected) => {
    expect(charged(chargeInCareHome(inCareHome({ ...changes, day: week13 }))).mustOfferDeferral).toBe(expected);
  });

  it('needs the top-up’s payer like any other', () => {
    const input = inCareHome({ ...q1, topUpPayer: undefined, deferredPayment: {} });

    expect(chargeInCareHome(input)).toMatchObject({ ok: false, broken: [{ field: 'topUpPayer' }] });
  });
});

describe('income in a care home', () => {
  it('leaves out half of an occupational pension passed to a spouse, the odd penny too', () => {
    const income = [{ kind: 'occupational-pension', weekly: 100_01, halfToSpouse: true } as const];

    expect(charged(chargeInCareHome(inCareHome({ income }))).personPays).toBe(50_00 - 30_65);
  });

  it('cannot be assessed with Savings Credit in 2025-26, of which no source gives the maximum left out', () => {
    const income = [{ kind: 'savings-credit', weekly: gbp(10) } as const];

    expect(chargeInCareHome(inCareHome({ income }))).toMatchObject({
      ok: false,
      broken: [{ field: 'confirmedRates.2025-26.savings-credit-disregard-single' }],
    });
  });

  it('leaves out no more Savings Credit than is paid, over all its payments together', () => {
    const income = [
      { kind: 'savings-credit', weekly: gbp(5) } as const,
      { kind: 'savings-credit', weekly: gbp(5) } as const,
      { kind: 'state-pension', weekly: gbp(100) } as const,
    ];

    const charge = charged(chargeInCareHome(inCareHome({ day: weekIn['2024-25'], income })));

    expect(charge.personPays).toBe(gbp(110 - 6.95 - 30.15));
  });

  it('never makes the resident pay less than nothing, or more than the council’s rate', () => {
    const poor = inCareHome({ income: [{ kind: 'state-pension', weekly: gbp(30.64) }] });
    const rich = inCareHome({ income: [{ kind: 'state-pension', weekly: gbp(1_100) }], ...dearer });

    expect(charged(chargeInCareHome(poor))).toMatchObject({ personPays: 0, councilPays: gbp(1_000) });
    expect(charged(chargeInCareHome(rich))).toMatchObject({ personPays: gbp(1_000), councilPays: 0, topUp: gbp(300) });
  });

  it('makes the council’s share the fee’s where the home is cheaper than its rate', () => {
    expect(charged(chargeInCareHome(inCareHome({ weeklyFee: gbp(900) })))).toMatchObject({
      personPays: gbp(229.35),
      councilPays: gbp(670.65),
      topUp: 0,
    });
  });
});

describe('agreements that the law does not allow', () => {
  it.each([
    ['a top-up that nobody pays', { weeklyFee: gbp(1_300) }, 'topUpPayer'],
    ['a top-up from own money with no home', { ...dearer, topUpPayer: 'own-money' }, 'topUpPayer'],
    ['a deferred payment without a home', { deferredPayment: {} }, 'deferredPayment'],
  ] as const)('%s', (_, changes, field) => {
    expect(chargeInCareHome(inCareHome(changes))).toMatchObject({ ok: false, broken: [{ field }] });
  });

  it('allows a top-up from own money in the first 12 weeks', () => {
    const input = inCareHome({ ...withHome(), day: week12, weeklyFee: gbp(1_300), topUpPayer: 'own-money' });

    expect(charged(chargeInCareHome(input)).topUp).toBe(gbp(300));
  });
});

describe('a light-touch assessment', () => {
  const route = (finding: 'pays-in-full' | 'pays-agreed-charge' | 'pays-nothing') =>
    ({ by: 'light-touch', consented: true, finding, agreedCharge: gbp(150) }) as const;

  it.each([
    ['pays-in-full', 1_000, 0],
    ['pays-agreed-charge', 150, 850],
    ['pays-nothing', 0, 1_000],
  ] as const)('finds that the resident %s: %d, and the council %d', (finding, pays, council) => {
    const charge = charged(chargeInCareHome(inCareHome({ route: route(finding) })));

    expect(charge).toMatchObject({ personPays: gbp(pays), councilPays: gbp(council), deferred: 0 });
  });
});

describe('a top-up beside a light-touch charge', () => {
  const route = { by: 'light-touch', consented: true, finding: 'pays-nothing' } as const;
  const input = { route, capital: savings(12_000), weeklyFee: gbp(1_300) };

  it('needs a payer, whatever the capital that nobody worked out', () => {
    expect(chargeInCareHome(inCareHome({ ...input, capital: savings(60_000) }))).toMatchObject({
      ok: false,
      broken: [{ field: 'topUpPayer' }],
    });
  });

  it.each([
    [week12, true],
    [week13, false],
  ])('may come from own money in the week of %s: %s', (day, ok) => {
    const result = chargeInCareHome(inCareHome({ ...input, ...withHome(), day, topUpPayer: 'own-money' }));

    expect(result.ok).toBe(ok);
  });
});

describe('bad input', () => {
  it('names every broken rule at once', () => {
    const person = { dateOfBirth: '2030-01-01', household: 'single' } as const;

    const result = chargeInCareHome(inCareHome({ person, deferredPayment: {}, weeklyFee: gbp(1_300) }));

    expect(result.ok ? [] : result.broken.map(({ field }) => field)).toEqual([
      'person.dateOfBirth',
      'deferredPayment',
      'topUpPayer',
    ]);
  });
});
