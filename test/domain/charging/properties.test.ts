import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkingLine } from '../../../domain/charging/charge.ts';
import { chargeAtHome } from '../../../domain/charging/charge-at-home.ts';
import { chargeInCareHome } from '../../../domain/charging/charge-in-care-home.ts';
import type { ChargingOptionsInput } from '../../../schemas/charging-options.ts';
import { capitalKinds, incomeKinds, occupants } from '../../../schemas/finance.ts';
import { atHome, charged, everyRateConfirmed, gbp, inCareHome, weekIn } from './assessments.ts';

const money = (most: number) => fc.oneof(fc.integer({ min: 0, max: gbp(most) }), fc.integer({ min: 0, max: 300 }));
const week = fc.constantFrom(...Object.values(weekIn));

const aPerson = fc
  .record({
    age: fc.integer({ min: 18, max: 99 }),
    household: fc.constantFrom('single', 'lone-parent', 'couple'),
    partnerIsOld: fc.boolean(),
    children: fc.integer({ min: 0, max: 5 }),
    premiums: fc.uniqueArray(fc.constantFrom('disability', 'enhanced-disability', 'carer')),
  })
  .map(({ age, household, partnerIsOld, children, premiums }) => ({
    dateOfBirth: `${2023 - age}-01-15`,
    household,
    ...(household === 'couple' && partnerIsOld && { partnerDateOfBirth: '1940-01-15' }),
    childrenInHousehold: household === 'lone-parent' ? children + 1 : children,
    premiums: age >= 62 ? premiums.filter((premium) => premium === 'carer') : premiums,
  }));

const incomes = fc.array(
  fc.record({
    kind: fc.constantFrom(...incomeKinds.map(([kind]) => kind)),
    weekly: money(400),
    halfToSpouse: fc.boolean(),
  }),
  { maxLength: 5 },
);
const owned = fc.array(
  fc.record({
    kind: fc.constantFrom(...capitalKinds.map(([kind]) => kind), 'other-property', 'given-away'),
    value: fc.oneof(money(30_000), fc.constantFrom(gbp(14_250), gbp(14_250.01), gbp(23_250), gbp(23_250.01))),
    owners: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 3 },
);
const costs = fc.array(fc.record({ what: fc.constant('A cost'), weekly: money(60) }), { maxLength: 3 });

const homeInput = fc
  .record({
    day: week,
    person: aPerson,
    income: incomes,
    capital: owned,
    weeklyCost: money(900),
    housingCosts: costs,
    disabilityCosts: costs,
  })
  .map(atHome);

const choices: fc.Arbitrary<ChargingOptionsInput> = fc
  .record(
    {
      percentOfDisposable: fc.integer({ min: 0, max: 100 }),
      weeklyCap: money(300),
      minimumCharge: money(5),
      migUplift: money(10),
      countDisabilityBenefits: fc.boolean(),
      homeCapitalLimits: fc.constant({ upper: gbp(27_000), lower: gbp(15_000) }),
      newRatesFrom: fc.constantFrom('6-april', 'nearest-monday'),
    },
    { requiredKeys: [] },
  )
  .map((options) => ({ ...options, confirmedRates: everyRateConfirmed }));

const careHomeInput = fc
  .record({
    day: week,
    person: aPerson,
    income: incomes,
    capital: owned,
    weeklyFee: money(2_000),
    councilRate: money(1_500),
    deferredPayment: fc.constantFrom(undefined, {}, { soFar: gbp(50_000) }),
    home: fc.record({
      value: money(400_000),
      owners: fc.integer({ min: 1, max: 2 }),
      mortgage: money(100_000),
      occupant: fc.constantFrom(...occupants.map(([who]) => who)),
      occupiedSinceBefore: fc.boolean(),
      twelveWeeksFrom: fc.constantFrom('2023-09-18', '2025-08-04', '2026-10-05'),
    }),
  })
  .map((changes) => inCareHome({ ...changes, topUpPayer: 'third-party' }));

const confirmed: ChargingOptionsInput = { confirmedRates: everyRateConfirmed };

/** What someone with a pencil gets from the lines, who trusts no `result` but the last ones, which only lower the sum. */
const byPencil = (lines: readonly WorkingLine[]) =>
  lines.reduce((sum, { step, pence }) => {
    if (step === 'add') return sum + pence;
    if (step === 'take-away') return sum - pence;
    return step === 'result' ? Math.min(Math.max(0, sum), pence) : sum;
  }, 0);

const sumOf = (lines: readonly WorkingLine[], wanted: WorkingLine['step']) =>
  lines.reduce((sum, { step, pence }) => (step === wanted ? sum + pence : sum), 0);

describe('any charge at home', () => {
  it('splits the cost between person and council in whole pence, and is never above it', () => {
    fc.assert(
      fc.property(homeInput, choices, (input, options) => {
        const { personPays, councilPays, status } = charged(chargeAtHome(input, options));

        expect(personPays + councilPays).toBe(input.weeklyCost);
        expect(Number.isInteger(personPays) && personPays >= 0 && councilPays >= 0).toBe(true);
        expect(['final', 'provisional']).toContain(status);
      }),
    );
  });

  it('never takes income that counts below what the person keeps', () => {
    fc.assert(
      fc.property(homeInput, choices, (input, options) => {
        const { outcome, personPays, working } = charged(chargeAtHome(input, options));
        fc.pre(outcome === 'assessed');

        const counted = sumOf(working, 'add');
        expect(counted - personPays).toBeGreaterThanOrEqual(Math.min(counted, sumOf(working, 'take-away')));
      }),
    );
  });

  it('never takes a single person of working age in 2025-26 below 112.50', () => {
    fc.assert(
      fc.property(money(600), money(14_250), money(900), (weekly, value, weeklyCost) => {
        const person = { dateOfBirth: '1980-05-17', household: 'single' } as const;
        const input = atHome({
          person,
          income: [{ kind: 'other-income', weekly }],
          capital: [{ kind: 'savings-account', value }],
          weeklyCost,
        });

        const { personPays } = charged(chargeAtHome(input));

        expect(weekly - personPays).toBeGreaterThanOrEqual(Math.min(weekly, gbp(112.5)));
      }),
    );
  });

  it('comes to what the lines of the working come to', () => {
    fc.assert(
      fc.property(homeInput, choices, (input, options) => {
        const { outcome, personPays, working } = charged(chargeAtHome(input, options));
        fc.pre(outcome === 'assessed');

        expect(byPencil(working)).toBe(personPays);
      }),
    );
  });

  it('never falls when income or capital rises, and never rises with the costs, premiums or children', () => {
    fc.assert(
      fc.property(
        homeInput,
        choices,
        money(200),
        fc.constantFrom(...incomeKinds.map(([kind]) => kind)),
        (input, options, more, kind) => {
          const pays = (changes: object) => charged(chargeAtHome({ ...input, ...changes }, options)).personPays;
          const before = pays({});
          const { person } = input;

          expect(pays({ income: [...input.income, { kind, weekly: more }] })).toBeGreaterThanOrEqual(before);
          expect(
            pays({ capital: [...input.capital, { kind: 'savings-account', value: more * 50 }] }),
          ).toBeGreaterThanOrEqual(before);
          expect(
            pays({ disabilityCosts: [...input.disabilityCosts, { what: 'Heating', weekly: more }] }),
          ).toBeLessThanOrEqual(before);
          expect(pays({ housingCosts: [...input.housingCosts, { what: 'Rent', weekly: more }] })).toBeLessThanOrEqual(
            before,
          );
          expect(pays({ person: { ...person, premiums: ['carer', ...(person.premiums ?? [])] } })).toBeLessThanOrEqual(
            before,
          );
          const childrenInHousehold = (person.childrenInHousehold ?? 0) + 1;
          expect(pays({ person: { ...person, childrenInHousehold } })).toBeLessThanOrEqual(before);
        },
      ),
    );
  });
});

describe('any charge in a care home', () => {
  it('splits the fee between resident, council, debt and top-up in whole pence', () => {
    fc.assert(
      fc.property(careHomeInput, (input) => {
        const charge = charged(chargeInCareHome(input, confirmed));

        expect(charge.personPays + charge.councilPays + charge.deferred + charge.topUp).toBe(input.weeklyFee);
        if (charge.outcome === 'assessed') expect(charge.personPays).toBeLessThanOrEqual(input.councilRate);
        expect(byPencil(charge.working)).toBe(charge.outcome === 'full-cost' ? 0 : charge.personPays);
      }),
    );
  });

  it('never takes income below the personal expenses allowance, here 30.65', () => {
    fc.assert(
      fc.property(money(1_500), money(14_250), money(1_200), (weekly, value, fee) => {
        const input = inCareHome({
          income: [{ kind: 'state-pension', weekly }],
          capital: [{ kind: 'savings-account', value }],
          weeklyFee: fee,
          councilRate: fee,
        });

        const { personPays } = charged(chargeInCareHome(input));

        expect(weekly - personPays).toBeGreaterThanOrEqual(Math.min(weekly, gbp(30.65)));
      }),
    );
  });

  it('never falls, debt and all, when income or capital rises', () => {
    fc.assert(
      fc.property(careHomeInput, money(200), (input, more) => {
        const bears = (changes: object) => {
          const { personPays, deferred, deferral } = charged(chargeInCareHome({ ...input, ...changes }, confirmed));
          // In its last week a deferral ends at its limit, and the council pays what is over.
          fc.pre(deferral?.wholeWeeks !== 0);
          return personPays + deferred;
        };
        const before = bears({});

        expect(bears({ income: [...input.income, { kind: 'state-pension', weekly: more }] })).toBeGreaterThanOrEqual(
          before,
        );
        expect(
          bears({ capital: [...input.capital, { kind: 'savings-account', value: more * 50 }] }),
        ).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});
