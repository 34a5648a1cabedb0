import { describe, expect, it } from 'vitest';
import { planTotals } from '../../../domain/plan/plan-totals.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import { pence } from '../../../schemas/scalars.ts';
import { aCharge } from '../../support/a-charge.ts';

const morning = {
  outcome: 'hygiene',
  councilMeets: 'yes',
  supportType: 'home-care',
  provider: 'Example Home Care',
  times: 7,
  minutes: 45,
  per: 'hour',
  rate: 3600,
  weeklyCost: 18_900,
};
const rail = {
  outcome: 'home-safely',
  councilMeets: 'yes',
  supportType: 'technology',
  weeklyCost: 333,
  oneOffCost: 12_345,
};
const reablement = { councilMeets: 'yes', supportType: 'reablement', weeklyCost: 5000 };
const notMet = { councilMeets: 'no', supportType: 'community', weeklyCost: 700 };
const totalsOf = (answers: object, behind: Parameters<typeof planTotals>[1] = {}) =>
  planTotals(answers as Answers, behind);

describe('the totals of a plan', () => {
  it('are exact pence by the week, once, and by a year of 52 weeks', () => {
    expect(totalsOf({ needs: [morning, rail] })).toMatchObject({
      weekly: 19_233,
      oneOff: 12_345,
      yearly: 1_000_116,
      firstYear: 1_012_461,
    });
  });

  it('leave reablement and what the council does not meet out of the budget, and say so', () => {
    const totals = totalsOf({ needs: [morning, reablement, notMet] });

    expect(totals).toMatchObject({ weekly: 18_900, outsideWeekly: 5700 });
    expect(totals.needs.map(({ outside }) => outside)).toEqual([undefined, 'reablement', 'not-met-by-council']);
  });

  it('notice where the times at their rate are not the weekly cost', () => {
    const { needs } = totalsOf({ needs: [morning, { ...morning, weeklyCost: 18_901 }] });

    expect(needs.map(({ ratedOtherwise }) => ratedOtherwise)).toEqual([undefined, 18_900]);
  });

  it('take a half-written row for what is right in it', () => {
    expect(totalsOf({ needs: [{ weeklyCost: -5, rate: 'x' }, { weeklyCost: 250 }] })).toMatchObject({ weekly: 250 });
    expect(totalsOf({})).toMatchObject({ weekly: 0, needs: [], held: undefined, stated: undefined });
  });

  it.each([
    { what: 'what the charge says', charge: aCharge(4155, 14_745), shares: { person: 4155, council: 14_745 } },
    { what: 'all of a cheap plan', charge: aCharge(30_000, 10_000), shares: { person: 18_900, council: 0 } },
    {
      what: 'the full cost',
      charge: aCharge(20_000, 0, { outcome: 'full-cost' }),
      shares: { person: 18_900, council: 0 },
    },
    {
      what: 'nothing that is known: it ended at the cost of cheaper support',
      charge: aCharge(9000, 0),
      shares: 'unknown',
    },
    { what: 'nothing yet', charge: undefined, shares: undefined },
  ])('say that the person pays $what', ({ charge, shares }) => {
    expect(totalsOf({ needs: [morning] }, { charge }).shares).toEqual(shares);
  });

  it('ask the ways of holding it for the whole cost, or for the council’s share where the contribution is taken off', () => {
    const charge = aCharge(4155, 14_745);
    const held = { paymentRoutes: ['direct-payment'], directPayments: [{ weekly: 10_000 }], managedWeekly: 4745 };

    expect(totalsOf({ needs: [morning], ...held }, { charge }).held).toEqual({ now: 14_745, expected: 18_900 });
    expect(
      totalsOf({ needs: [morning], ...held, contributionPaid: 'taken-off-direct-payment' }, { charge }).held,
    ).toEqual({ now: 14_745, expected: 14_745 });
  });

  it('keep what the person pays from a later day', () => {
    const later = [
      {
        from: '2026-06-09',
        why: 'A birthday',
        outcome: 'assessed',
        personPays: 5000,
        councilPays: 13_900,
        deferred: 0,
        topUp: 0,
      },
    ] as never;

    expect(totalsOf({}, { charge: aCharge(4155, 14_745, { later, topUp: pence.parse(0) }) }).later).toEqual(later);
  });
});
