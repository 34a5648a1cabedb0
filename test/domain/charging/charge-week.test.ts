import { describe, expect, it } from 'vitest';
import { finishing, wrongFields } from '../../support/finished-work.ts';
import { gbp } from './assessments.ts';
import { assessed, inCareHome, ownsHome } from './officer.ts';

const weeks = (changes: object) => {
  const { personPays, councilPays, topUp, deferred } = assessed(changes);
  return { personPays, councilPays, topUp, deferred };
};

describe('the week in which something starts', () => {
  it('charges five sevenths to a resident admitted on Wednesday, the home left out from that day (S1)', () => {
    const s1 = { ...ownsHome(), weekOf: '2025-09-01', admittedForGoodOn: '2025-09-03' };

    const charge = assessed(s1);

    expect(charge).toMatchObject({
      personPays: gbp(163.82),
      councilPays: gbp(550.46),
      wholeWeek: { personPays: gbp(229.35) },
      parts: [{ from: '2025-09-03', to: '2025-09-07', days: 5 }],
      later: [{ from: '2025-11-26', personPays: gbp(1000), outcome: 'full-cost' }],
    });
    expect(charge.capitalWorking).toContainEqual(
      expect.objectContaining({ step: 'left-out', label: 'Home, in the first 12 weeks' }),
    );
    expect(charge.working.slice(-2)).toMatchObject([
      { step: 'result', label: 'Wednesday 3 September 2025 to Sunday 7 September 2025: 5 of 7 days at £229.35 a week' },
      { step: 'result', label: 'You pay for this week', pence: gbp(163.82) },
    ]);
  });

  it.each([
    ['2025-09-29', 0],
    ['2025-11-03', 0],
    ['2025-11-10', 29.67],
    ['2025-11-17', 41.55],
  ])('charges reablement from Wednesday 1 October in the week of %s: %d (S2)', (weekOf, pays) => {
    expect(assessed({ service: 'reablement', reablementFrom: '2025-10-01', weekOf }).personPays).toBe(gbp(pays));
  });

  it.each([
    ['2025-09-29', 0],
    ['2025-11-10', 163.82],
    ['2025-11-17', 229.35],
  ])('charges intermediate care in a care home in the week of %s: %d', (weekOf, pays) => {
    const stay = {
      ...inCareHome,
      admittedForGoodOn: '2025-10-01',
      service: 'reablement',
      reablementFrom: '2025-10-01',
    };

    expect(assessed({ ...stay, weekOf }).personPays).toBe(gbp(pays));
  });

  it.each(['section-117-aftercare', 'care-for-cjd', 'nhs-service'])(
    'charges nothing for %s in a care home',
    (service) => {
      const rich = { ...ownsHome(), capital: [{ kind: 'cash', owners: 1, value: gbp(100_000) }], service };

      expect(assessed({ ...rich, weekOf: '2025-07-14', admittedForGoodOn: '2025-07-16' })).toMatchObject({
        personPays: 0,
      });
    },
  );

  it('charges at home from the day on which the care begins', () => {
    expect(weeks({ weekOf: '2026-01-05', chargedFrom: '2026-01-08' })).toEqual({
      personPays: gbp(23.74),
      councilPays: gbp(84.26),
      topUp: 0,
      deferred: 0,
    });
  });

  it('leaves the home out for the rest of 12 weeks of a resident who first paid alone (K3)', () => {
    const k3 = { ...ownsHome(), admittedForGoodOn: '2025-09-03', chargedFrom: '2025-10-15' };

    expect(assessed({ ...k3, weekOf: '2025-10-13' })).toMatchObject({
      personPays: gbp(163.82),
      later: [{ from: '2025-11-26', personPays: gbp(1000) }],
    });
    expect(assessed({ ...k3, weekOf: '2025-11-17' }).personPays).toBe(gbp(229.35));
    // Two sevenths of 229.35 and five of 1,000.00.
    expect(assessed({ ...k3, weekOf: '2025-11-24' })).toMatchObject({
      personPays: gbp(65.52 + 714.28),
      wholeWeek: { personPays: gbp(1000) },
      parts: [
        { to: '2025-11-25', days: 2, outcome: 'assessed' },
        { from: '2025-11-26', days: 5, outcome: 'full-cost' },
      ],
    });
  });

  it('charges no day after the end of a stay', () => {
    const stay = {
      ...inCareHome,
      setting: 'short-stay',
      stayFrom: '2025-10-06',
      stayTo: '2025-10-08',
      housingCosts: undefined,
    };

    expect(assessed({ ...stay, hasDisabilityCosts: 'no' })).toMatchObject({
      personPays: gbp(98.29),
      parts: [{ days: 3 }],
    });
  });

  it('takes the rates of the first day that is charged', () => {
    const april = { weekOf: '2025-03-31', chargedFrom: '2025-04-06' };

    expect(assessed(april).rateYear).toBe('2025-26');
    expect(assessed({ weekOf: '2025-03-31' }).rateYear).toBe('2024-25');
  });

  it.each([
    ['a charge that starts after the week', { chargedFrom: '2026-01-19' }],
    ['a stay that is over', { ...inCareHome, setting: 'short-stay', stayFrom: '2025-09-01', stayTo: '2025-10-05' }],
    ['a move after the week', { ...inCareHome, admittedForGoodOn: '2025-10-13' }],
  ])('asks for another week for %s', (_, changes) => {
    expect(wrongFields(finishing('assess-finances')({ weekOf: '2026-01-12', ...changes }))).toEqual(['weekOf']);
  });
});

describe('a birthday inside a year (P4)', () => {
  const p4 = {
    dateOfBirth: '1960-04-15',
    benefits: [{ kind: 'other-benefit', weekly: gbp(300) }],
    weeklyCost: gbp(400),
    housingCosts: undefined,
    hasDisabilityCosts: 'no',
  };

  it('is told ahead: 179.60 until 14 May, 58.55 from 15 May 2026', () => {
    expect(assessed({ ...p4, weekOf: '2026-04-06' })).toMatchObject({
      personPays: gbp(179.6),
      later: [{ from: '2026-05-15', personPays: gbp(58.55), why: 'You reach Pension Credit age' }],
    });
  });

  it('divides the week in which it lies', () => {
    expect(assessed({ ...p4, weekOf: '2026-05-11' })).toMatchObject({
      personPays: gbp(102.62 + 25.09),
      wholeWeek: { personPays: gbp(58.55) },
      parts: [
        { from: '2026-05-11', to: '2026-05-14', days: 4, personPays: gbp(102.62) },
        { from: '2026-05-15', to: '2026-05-17', days: 3, personPays: gbp(25.09) },
      ],
    });
  });

  it('is a partner’s as well, and the 25th', () => {
    const couple = { ...p4, dateOfBirth: '1970-01-01', household: 'couple', partnerDateOfBirth: '1960-04-15' };
    const young = { ...p4, dateOfBirth: '2001-06-01' };

    expect(assessed({ ...couple, weekOf: '2026-04-06' }).later).toMatchObject([
      { from: '2026-05-15', personPays: gbp(300 - 184.3) },
    ]);
    expect(assessed({ ...young, weekOf: '2026-04-06' })).toMatchObject({
      personPays: gbp(300 - 95.4),
      later: [{ from: '2026-06-01', personPays: gbp(300 - 120.4), why: 'You are 25' }],
    });
  });

  it('is enough in either of a couple, and so is the premium of one of them (P3)', () => {
    const p3 = { ...p4, dateOfBirth: '1970-01-01', household: 'couple', partnerDateOfBirth: '1970-01-01' };
    const premium = { premiums: ['disability'], benefits: [{ kind: 'other-benefit', weekly: gbp(200) }] };

    expect(assessed({ ...p3, ...premium, weekOf: '2025-10-06' }).personPays).toBe(gbp(76.25));
  });
});
