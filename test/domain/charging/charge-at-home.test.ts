import { describe, expect, it } from 'vitest';
import { chargeAtHome } from '../../../domain/charging/charge-at-home.ts';
import type { HomeAssessment } from '../../../domain/charging/means.ts';
import type { ChargingOptionsInput } from '../../../schemas/charging-options.ts';
import { atHome, charged, gbp, type Written, weekIn } from './assessments.ts';

/** Person A: State Pension and lower Attendance Allowance in 2025-26, council tax 20.00, disability costs 10.00. */
const personA = (capital: number, changes: Partial<Written<HomeAssessment>> = {}) =>
  atHome({
    income: [
      { kind: 'state-pension', weekly: gbp(230.25) },
      { kind: 'attendance-allowance', weekly: gbp(73.9) },
    ],
    capital: [{ kind: 'savings-account', value: gbp(capital) }],
    housingCosts: [{ what: 'Council tax', weekly: gbp(20) }],
    disabilityCosts: [{ what: 'Alarm and laundry', weekly: gbp(10) }],
    ...changes,
  });

const workingAge = { dateOfBirth: '1990-05-17', household: 'single' } as const;

const h10 = { person: workingAge, income: [{ kind: 'other-income', weekly: gbp(200) }], weeklyCost: gbp(120) } as const;

describe('the worked cases of care at home', () => {
  it.each([
    { id: 'H1', input: personA(9_000), pays: 41.55, council: 150.45 },
    { id: 'H2', input: personA(15_250), pays: 45.55, council: 146.45 },
    { id: 'H3', input: personA(14_250), pays: 41.55, council: 150.45 },
    { id: 'H4', input: personA(14_250.01), pays: 42.55, council: 149.45 },
    { id: 'H5', input: personA(23_250), pays: 77.55, council: 114.45 },
    { id: 'H6', input: personA(23_250.01), pays: 192.0, council: 0 },
    {
      id: 'H8',
      input: atHome({
        person: { ...workingAge, premiums: ['disability', 'enhanced-disability'] },
        income: [
          { kind: 'other-benefit', weekly: gbp(300.42) },
          { kind: 'pip-mobility', weekly: gbp(77.05) },
        ],
        capital: [{ kind: 'savings-account', value: gbp(5_000) }],
        disabilityCosts: [{ what: 'Garden', weekly: gbp(15) }],
        weeklyCost: gbp(360),
      }),
      pays: 99.02,
      council: 260.98,
    },
    { id: 'H10 in 2025-26', input: atHome({ ...h10, income: [...h10.income] }), pays: 87.5, council: 32.5 },
    {
      id: 'H10 in 2026-27',
      input: atHome({ ...h10, income: [...h10.income], day: weekIn['2026-27'] }),
      pays: 79.6,
      council: 40.4,
    },
    { id: 'H11', input: personA(9_000, { route: { by: 'declined' } }), pays: 192.0, council: 0 },
    {
      id: 'H12',
      input: atHome({
        day: weekIn['2023-24'],
        income: [
          { kind: 'state-pension', weekly: gbp(203.85) },
          { kind: 'attendance-allowance', weekly: gbp(101.75) },
        ],
        housingCosts: [{ what: 'Rent', weekly: gbp(100) }],
        disabilityCosts: [{ what: 'Alarm', weekly: gbp(5) }],
        weeklyCost: gbp(180.1),
      }),
      pays: 0,
      council: 180.1,
    },
    {
      id: 'H15, week 6 of reablement',
      input: personA(9_000, { day: '2025-10-06', service: { kind: 'reablement', startedOn: '2025-09-01' } }),
      pays: 0,
      council: 192.0,
    },
    {
      id: 'H16, week 7 of reablement',
      input: personA(9_000, { day: '2025-10-13', service: { kind: 'reablement', startedOn: '2025-09-01' } }),
      pays: 41.55,
      council: 150.45,
    },
    {
      id: 'H17, a ramp of 1,000.00',
      input: personA(60_000, { service: { kind: 'aid-or-adaptation', cost: gbp(1_000) } }),
      pays: 0,
      council: 192.0,
    },
    {
      id: 'H17, a ramp of 1,000.01',
      input: personA(60_000, { service: { kind: 'aid-or-adaptation', cost: gbp(1_000.01) } }),
      pays: 192.0,
      council: 0,
    },
    {
      id: 'H18, replacement care',
      input: personA(60_000, { service: { kind: 'replacement-care-for-carer' } }),
      pays: 0,
      council: 192.0,
    },
  ])('$id: the person pays $pays and the council $council', ({ input, pays, council }) => {
    const { personPays, councilPays } = charged(chargeAtHome(input));

    expect({ personPays, councilPays }).toEqual({ personPays: gbp(pays), councilPays: gbp(council) });
  });
});

describe('the working', () => {
  it('can be followed line by line from income to charge (H2)', () => {
    const { working, capitalWorking } = charged(chargeAtHome(personA(15_250)));

    expect(working.map(({ step, label, pence }) => [step, label, pence])).toEqual([
      ['add', 'State Pension', 230_25],
      ['add', 'Attendance Allowance', 73_90],
      ['add', 'Income taken to come from your savings', 4_00],
      ['take-away', 'Minimum income for a single person of Pension Credit age', 232_60],
      ['take-away', 'Council tax', 20_00],
      ['take-away', 'Alarm and laundry', 10_00],
      ['result', 'Left over each week', 45_55],
      ['result', 'You pay each week', 45_55],
    ]);
    expect(capitalWorking.at(-1)).toMatchObject({ step: 'result', pence: gbp(15_250) });
    expect(working.every(({ basis }) => basis.length > 0)).toBe(true);
  });

  it('shows income that is left out without counting it (H8)', () => {
    const result = chargeAtHome(atHome({ income: [{ kind: 'pip-mobility', weekly: gbp(77.05) }] }));

    expect(charged(result).working[0]).toMatchObject({ step: 'left-out', pence: 77_05 });
  });
});

describe('what a person must confirm', () => {
  it('makes H1 provisional for one rate, known from a third party only', () => {
    const { status, toConfirm } = charged(chargeAtHome(personA(9_000)));

    expect(status).toBe('provisional');
    expect(toConfirm).toMatchObject([{ field: '2025-26.mig-single-pension-age', status: 'secondary' }]);
  });

  it('is nothing when every rate used was read in its source', () => {
    const result = chargeAtHome(atHome({ person: workingAge, income: [{ kind: 'other-income', weekly: gbp(200) }] }));

    expect(charged(result)).toMatchObject({ status: 'final', toConfirm: [], rateYear: '2025-26' });
  });

  it('is nothing once the council has confirmed the rate, and its amount is the one used', () => {
    const confirmed = { pence: gbp(233), source: 'Circular 2025-26, Annex A', confirmedOn: '2025-04-07' };
    const confirmedRates = { '2025-26': { 'mig-single-pension-age': confirmed } };

    const charge = charged(chargeAtHome(personA(9_000), { confirmedRates }));

    expect(charge).toMatchObject({ status: 'final', personPays: gbp(41.15) });
  });

  it('stops the charge when no source gives an amount that is needed', () => {
    const person = { ...workingAge, household: 'lone-parent', childrenInHousehold: 2 } as const;

    const result = chargeAtHome(atHome({ day: weekIn['2026-27'], person }));

    expect(result).toMatchObject({ ok: false, broken: [{ field: 'confirmedRates.2026-27.child' }] });
  });

  it('names the week when its year of rates is not held', () => {
    const result = chargeAtHome(atHome({ day: '2020-04-06' }));

    expect(result).toMatchObject({ ok: false, broken: [{ field: 'weekOf' }] });
  });
});

describe('what a council may choose', () => {
  it.each<{ options: ChargingOptionsInput; capital?: number; pays: number }>([
    { options: { percentOfDisposable: 50 }, pays: 20.77 },
    { options: { percentOfDisposable: 0 }, pays: 0 },
    { options: { weeklyCap: gbp(41.54) }, pays: 41.54 },
    { options: { weeklyCap: gbp(41.56) }, pays: 41.55 },
    { options: { weeklyCap: gbp(10) }, capital: 23_250.01, pays: 192 },
    { options: { minimumCharge: gbp(41.55) }, pays: 41.55 },
    { options: { minimumCharge: gbp(41.56) }, pays: 0 },
    { options: { migUplift: gbp(5) }, pays: 36.55 },
    { options: { countDisabilityBenefits: false }, pays: 0 },
    { options: { homeCapitalLimits: { upper: gbp(30_000), lower: gbp(14_250) } }, capital: 23_250.01, pays: 78.55 },
    { options: { homeCapitalLimits: { upper: gbp(20_000), lower: gbp(10_000) } }, capital: 23_250, pays: 77.55 },
  ])('$options makes person A with $capital pay $pays', ({ options, capital = 9_000, pays }) => {
    expect(charged(chargeAtHome(personA(capital), options)).personPays).toBe(gbp(pays));
  });

  it('changes the year on the nearest Monday, so that Sunday 6 April 2025 is still 2024-25', () => {
    const input = atHome({ day: '2025-04-06' });

    expect(charged(chargeAtHome(input)).rateYear).toBe('2025-26');
    expect(charged(chargeAtHome(input, { newRatesFrom: 'nearest-monday' })).rateYear).toBe('2024-25');
  });
});

describe('a light-touch assessment', () => {
  const byLightTouch = (finding: object) =>
    ({
      by: 'light-touch',
      consented: true,
      ...finding,
    }) as NonNullable<HomeAssessment['route']>;

  it.each([
    [{ finding: 'pays-in-full' }, 192, 'full-cost'],
    [{ finding: 'pays-agreed-charge', agreedCharge: gbp(12.5) }, 12.5, 'agreed'],
    [{ finding: 'pays-agreed-charge', agreedCharge: gbp(500) }, 192, 'agreed'],
    [{ finding: 'pays-nothing' }, 0, 'agreed'],
  ])('finds %j and charges %d (regulation 10)', (finding, pays, outcome) => {
    const charge = charged(chargeAtHome(personA(9_000, { route: byLightTouch(finding) })));

    expect(charge).toMatchObject({ personPays: gbp(pays), outcome });
  });

  it.each([
    [{ finding: 'pays-nothing', consented: false }, 'route.consented'],
    [{ finding: 'pays-agreed-charge' }, 'route.agreedCharge'],
  ])('refuses %j and names %s', (finding, field) => {
    const result = chargeAtHome(personA(9_000, { route: byLightTouch(finding) }));

    expect(result).toMatchObject({ ok: false, broken: [{ field }] });
  });
});

describe('bad input', () => {
  it.each([
    [
      { person: { ...workingAge, dateOfBirth: '2025-10-07' } },
      'person.dateOfBirth',
      'A date of birth cannot be in the future',
    ],
    [
      { person: { ...workingAge, dateOfBirth: '2007-10-07' } },
      'person.dateOfBirth',
      'Only adults of 18 or over are charged',
    ],
    [
      { person: { ...workingAge, partnerDateOfBirth: '1950-05-17' } },
      'person.partnerDateOfBirth',
      'Only one of a couple has a partner',
    ],
    [
      { person: { ...workingAge, household: 'lone-parent' } },
      'person.childrenInHousehold',
      'A lone parent has at least one child in the household',
    ],
    [
      { person: { dateOfBirth: '1950-05-17', household: 'single', premiums: ['disability'] } },
      'person.premiums',
      'Only the carer premium is given from Pension Credit age',
    ],
  ])('%j is refused, naming %s and the rule', (changes, field, message) => {
    // Wrong on purpose, which the types would not allow.
    const result = chargeAtHome(atHome(changes as Partial<Written<HomeAssessment>>));

    expect(result).toEqual({ ok: false, broken: [{ field, rule: expect.stringMatching(/./), message }] });
  });

  it('accepts someone on the 18th birthday', () => {
    expect(chargeAtHome(atHome({ person: { ...workingAge, dateOfBirth: '2007-10-06' } })).ok).toBe(true);
  });
});
