import { describe, expect, it } from 'vitest';
import { assessFinances } from '../../../domain/charging/financial-assessment.ts';
import { otherDebtors } from '../../../domain/charging/given-away.ts';
import { finishing, wrongFields } from '../../support/finished-work.ts';
import { gbp } from './assessments.ts';
import { aHome, answers, assessed, decided, inCareHome, ownsHome } from './officer.ts';

const recorded = finishing('assess-finances');

describe('what was given away so as to avoid charges', () => {
  const gift = (to: string, value: number, changes: object = {}) => ({
    what: 'Money',
    value: gbp(value),
    on: '2025-06-01',
    to,
    wasGivenUp: 'yes',
    foreseen: 'yes',
    toAvoid: 'yes',
    heardOn: '2025-12-01',
    reasons: 'He said so',
    ...changes,
  });
  const d1 = {
    ...inCareHome,
    capital: [{ kind: 'isa', owners: 1, value: gbp(10_000) }],
    gaveAway: 'yes',
    givenAway: [gift('A', 40_000), gift('B', 10_000)],
  };

  it('counts, and who received it owes what the council loses, up to what they gained (D1)', () => {
    expect(assessed(d1)).toMatchObject({
      outcome: 'full-cost',
      personPays: gbp(1000),
      othersOwe: [
        { who: 'A', weekly: gbp(616.52), most: gbp(40_000), weeks: 65, lastWeek: gbp(542.72) },
        { who: 'B', weekly: gbp(154.13), most: gbp(10_000) },
      ],
    });
  });

  it.each([
    ['nothing was given up', { wasGivenUp: 'no' }],
    ['nobody could expect to need care', { foreseen: 'no' }],
    ['another reason was the significant one', { toAvoid: 'no' }],
    ['its price was paid', { paid: gbp(40_000) }],
  ])('does not count where %s', (_, changes) => {
    const charge = assessed({ ...d1, givenAway: [gift('A', 40_000, changes)] });

    expect(charge.personPays).toBe(gbp(229.35));
    expect(charge.othersOwe).toBeUndefined();
  });

  it.each([
    ['2025-10-06', 1000],
    // 64 weeks at 770.65 leave 13,678.40, which with 10,000 is over the limit; the 65th leaves 12,907.75, and a tariff of 35.00.
    ['2024-10-07', 1000],
    ['2024-07-08', 264.35],
  ])('falls each week by what it costs the person more: counted since %s it makes them pay %d', (countedFrom, pays) => {
    const givenAway = [gift('A', 63_000, { countedFrom })];

    expect(assessed({ ...d1, givenAway }).personPays).toBe(gbp(pays));
  });

  it('asks for both findings, and that the person was heard', () => {
    const asked = (changes: object) => wrongFields(recorded({ gaveAway: 'yes', givenAway: [gift('A', 1, changes)] }));

    expect(asked({ wasGivenUp: undefined })).toEqual(['givenAway[0].wasGivenUp']);
    expect(asked({ toAvoid: undefined })).toEqual(['givenAway[0].toAvoid']);
    expect(asked({ heardOn: undefined, reasons: undefined })).toEqual(['givenAway[0].heardOn', 'givenAway[0].reasons']);
  });

  it('makes nobody owe anything where the council loses nothing', () => {
    expect(otherDebtors([{ who: 'A', gain: gbp(100) }], 0)).toEqual([]);
    expect(otherDebtors([{ who: 'A', gain: 0 }], gbp(100))).toEqual([]);
  });
});

describe('the home of a resident', () => {
  const livesThere = ownsHome({ occupant: 'someone-else', occupantSince: '2020-01-01' });

  it('needs a decision with its reasons where someone lives in it whom the law does not protect', () => {
    expect(wrongFields(recorded({ ...livesThere, weekOf: '2026-01-05' }))).toEqual(['homeDiscretion']);
    expect(wrongFields(recorded({ ...livesThere, homeDiscretion: 'counted' }))).toEqual([
      'discretionWho',
      'discretionOtherHome',
      'discretionGaveUp',
      'discretionHarm',
      'homeDiscretionReasons',
    ]);
    expect(assessed({ ...livesThere, ...decided('left-out') }).personPays).toBe(gbp(229.35));
    expect(assessed({ ...livesThere, ...decided('counted') }).personPays).toBe(gbp(1000));
  });

  it.each([
    [
      'all 12 weeks, 53 weeks after the last stay',
      { earlierStayFrom: '2024-01-01', earlierStayTo: '2024-06-30' },
      '2025-09-22',
      229.35,
    ],
    [
      'what an earlier stay of 8 weeks left of them: 4',
      { earlierStayFrom: '2025-02-03', earlierStayTo: '2025-03-30' },
      '2025-08-04',
      229.35,
    ],
    ['no day more', { earlierStayFrom: '2025-02-03', earlierStayTo: '2025-03-30' }, '2025-08-11', 1000],
    ['none, after one of 12 weeks', { earlierStayFrom: '2025-01-06', earlierStayTo: '2025-03-30' }, '2025-07-14', 1000],
  ])('is left out for %s', (_, stay, weekOf, pays) => {
    expect(assessed({ ...ownsHome(), ...stay, weekOf }).personPays).toBe(gbp(pays));
  });

  it.each([
    [{ earlierStayFrom: '2025-03-30', earlierStayTo: '2025-02-03' }, 'earlierStayTo'],
    [{ earlierStayFrom: '2025-03-30' }, 'earlierStayTo'],
    [{ earlierStayTo: '2025-03-30' }, 'earlierStayFrom'],
    [{ earlierStayFrom: '2025-03-30', earlierStayTo: '2025-07-15' }, 'earlierStayTo'],
  ])('takes no earlier stay that cannot be: %j', (stay, field) => {
    expect(wrongFields(recorded({ ...ownsHome(), weekOf: '2026-01-05', ...stay }))).toEqual([field]);
  });

  it('is left out for the other reason until that ends, and then for 12 weeks', () => {
    const died = { ...ownsHome(), disregardEndedOn: '2025-12-03' };

    expect(assessed({ ...died, weekOf: '2025-12-01' }).personPays).toBe(gbp(229.35));
    expect(assessed({ ...died, weekOf: '2026-02-23' }).personPays).toBe(gbp(65.52 + 714.28));
  });

  it.each([
    ['goes-back', 139.6],
    ['sells', 139.6],
    ['neither', 1000],
  ])('of a resident for a time is left out only with a reason: %s', (homeDuringStay, pays) => {
    const stay = {
      ...inCareHome,
      setting: 'short-stay',
      stayFrom: '2025-09-01',
      stayTo: '2025-11-30',
      benefits: [{ kind: 'state-pension', weekly: gbp(230.25) }],
      housingCosts: [{ kind: 'rent', weekly: gbp(60), metByBenefit: 0 }],
      hasDisabilityCosts: 'no',
      ownsProperty: 'yes',
      property: [aHome],
      homeDuringStay,
    };

    expect(assessed(stay).personPays).toBe(gbp(pays));
  });
});

describe('a stay in a care home', () => {
  const stay = {
    ...inCareHome,
    setting: 'short-stay',
    stayFrom: '2025-09-01',
    stayTo: '2025-09-29',
    housingCosts: undefined,
    hasDisabilityCosts: 'no',
  };
  const asHome = { chargeShortStaysAsHome: true };

  it.each([
    ['2025-09-29', 28, 27.4],
    ['2025-09-30', 28, 229.35],
    ['2025-10-26', undefined, 27.4],
    ['2025-10-27', undefined, 229.35],
  ])('to %s is charged as care at home where the council says up to %s nights: %d (S3)', (stayTo, nights, pays) => {
    const options = { ...asHome, ...(nights && { shortStayNights: nights }) };

    expect(assessed({ ...stay, weekOf: '2025-09-01', stayTo }, options).personPays).toBe(gbp(pays));
  });

  it('of 52 weeks is for good', () => {
    const whole = { ...stay, weekOf: '2026-01-05', stayFrom: '2026-01-05' };

    expect(wrongFields(recorded({ ...whole, stayTo: '2027-01-04' }))).toEqual(['stayTo']);
    expect(wrongFields(recorded({ ...whole, stayTo: '2027-01-03' }))).toEqual([]);
  });

  it('leaves a partner at home what they need', () => {
    const couple = { ...stay, weekOf: '2025-09-01', household: 'couple', partnerDateOfBirth: '1950-01-01' };

    expect(assessed({ ...couple, leftForPartner: gbp(50) }).personPays).toBe(gbp(179.35));
  });

  it('that becomes one for good is that from the day on which it is agreed, and its 12 weeks begin then', () => {
    const week = { weekOf: '2025-10-06', ownsProperty: 'yes', property: [aHome] };
    const before = assessed({ ...stay, ...week, stayTo: '2025-10-07', homeDuringStay: 'goes-back' });
    const after = assessed({ ...ownsHome(), ...week, admittedForGoodOn: '2025-10-08' });

    expect([before.personPays, after.personPays]).toEqual([gbp(65.52), gbp(163.82)]);
    expect(after.later).toMatchObject([{ from: '2025-12-31', personPays: gbp(1000) }]);
  });
});

describe('nursing care that the NHS pays for', () => {
  const n1 = { ...inCareHome, weeklyFee: gbp(1354.06), budgetRate: gbp(1100), nursingCare: 'standard' };

  it('comes off the fee (N1)', () => {
    expect(assessed(n1)).toMatchObject({ personPays: gbp(229.35), councilPays: gbp(870.65), topUp: 0 });
  });

  it('has a year of its own, from 1 April: a self-funder pays less from that Wednesday', () => {
    const rich = { ...n1, capital: [{ kind: 'isa', owners: 1, value: gbp(90_000) }], weekOf: '2026-03-30' };

    expect(assessed(rich)).toMatchObject({
      personPays: gbp(314.28 + 775.98),
      wholeWeek: { personPays: gbp(1086.38) },
    });
  });

  it('is typed where its year is not held', () => {
    const later = (changes: object) =>
      assessFinances(answers({ confirmed: undefined, ...n1, weekOf: '2027-04-01', ...changes }), undefined);

    expect(later({})).toMatchObject({ ok: false, broken: [{ field: 'nursingPaid' }] });
    expect(later({ nursingPaid: gbp(300) })).not.toMatchObject({ broken: [{ field: 'nursingPaid' }] });
  });

  it('is the higher rate for who has that', () => {
    expect(assessed({ ...n1, weeklyFee: gbp(1449.5), nursingCare: 'higher' }).councilPays).toBe(gbp(870.65));
  });
});

describe('other charges', () => {
  const rich = { capital: [{ kind: 'isa', owners: 1, value: gbp(30_000) }], weeklyCost: gbp(192) };

  it.each([
    ['asked for', { arrangedFor: 'asked', arrangementFee: gbp(260) }, 197],
    ['not asked for', { arrangedFor: 'no' }, 192],
    ['of nobody else', { arrangedFor: 'nobody' }, 192],
    ['of someone within the limit', { arrangedFor: 'asked', arrangementFee: gbp(260), capital: [] }, 41.55],
  ])('have a fee for arranging, %s: %j (A1)', (_, changes, pays) => {
    const owned = 'capital' in changes ? { hasCapital: 'no', capital: undefined } : {};

    expect(assessed({ ...rich, ...changes, ...owned }).personPays).toBe(gbp(pays));
  });

  it('have no such fee where nobody else could arrange it', () => {
    const fee = { ...rich, arrangedFor: 'nobody', arrangementFee: gbp(260) };

    expect(wrongFields(recorded(fee))).toEqual(['arrangementFee']);
  });

  it('are a carer’s by their own means, or none where the council charges no carers (L1)', () => {
    const carer = {
      service: 'support-for-carer',
      weeklyCost: gbp(25),
      weekOf: '2025-10-06',
      dateOfBirth: '1980-01-01',
      household: 'couple',
      partnerDateOfBirth: '1980-01-01',
      premiums: ['carer'],
      benefits: [{ kind: 'carers-allowance', weekly: gbp(150) }],
      housingCosts: undefined,
      hasDisabilityCosts: 'no',
    };

    expect(assessed(carer).personPays).toBe(gbp(8.4));
    expect(assessed(carer, { chargeCarers: false })).toMatchObject({ outcome: 'free', personPays: 0 });
  });

  it.each([
    [{ refusalPrevented: 'no', stillMeets: 'yes' }, ['refusalPrevented']],
    [{ refusalPrevented: 'yes', stillMeets: 'no' }, ['stillMeets']],
    [{ refusalPrevented: 'yes', stillMeets: 'yes' }, []],
  ])('follow a refusal only where it prevented the assessment and needs are met all the same: %j', (answers, wrong) => {
    expect(wrongFields(recorded({ financialChoice: 'decline', ...answers }))).toEqual(wrong);
  });

  it('for a dearer home leave the budget at the cheapest that is free (T1)', () => {
    const t1 = { ...inCareHome, weeklyFee: gbp(1180), cheapestFree: gbp(1080), topUpPayer: 'third-party' };

    expect(assessed({ ...t1, topUpAble: 'yes', topUpAgreedOn: '2025-09-01' })).toMatchObject({
      topUp: gbp(100),
      personPays: gbp(229.35),
      councilPays: gbp(850.65),
    });
  });
});
