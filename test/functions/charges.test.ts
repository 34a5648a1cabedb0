import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import { workUpTo } from '../support/case-work.ts';
import { openCase } from '../support/followed-case.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

/** A move to a care home for good: 260.00 a week, 12,000 in savings, a house, in a home that costs what the council pays. */
const careHome = {
  setting: 'care-home',
  weekOf: '2026-01-05',
  weeklyFee: 100_000,
  budgetRate: 100_000,
  admittedForGoodOn: '2026-01-07',
  topUpPayer: 'none',
  deferredPayment: 'no',
  benefits: [{ kind: 'state-pension', weekly: 26_000 }],
  capital: [{ kind: 'isa', owners: 1, value: 1_200_000 }],
  ownsProperty: 'yes',
  property: [
    {
      address: '12 Sycamore Road',
      use: 'main-home',
      owners: 1,
      value: 25_000_000,
      mortgage: 0,
      livedInNow: 'no',
      occupant: 'nobody',
    },
  ],
  homeDiscretion: 'not-asked',
};

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

/** What a finance officer is answered who completes the assessment of a case of its own. */
const answered = async (changes: object) => {
  const reference: CaseReference = await openCase(platform);
  await workUpTo(platform, reference, 'estimate-budget');
  const { id } = await platform.client.waitForTask('finance-officer', reference, 'assess-finances');
  const { json } = await platform.send('POST', `/${council}/staff/tasks/${id}/complete`, {
    as: 'finance-officer',
    body: { answers: { ...staffAnswers('2026-01-05')['assess-finances'], ...changes } },
  });
  return { reference, json };
};

/** The charge that is kept then. */
const chargedTo = async (changes: object) => {
  const { reference, json } = await answered(changes);
  expect(json).toMatchObject({ outcome: expect.any(String) });
  await platform.settle();
  const { records } = await platform.client.readCase(reference);
  const kept = records.find((record) => record.kind === 'work' && record.work === 'assess-finances');
  if (kept?.kind !== 'work' || kept.result?.kind !== 'charge') throw new Error('No charge was kept');
  return kept.result.charge;
};

describe('the charge that a finance officer records', () => {
  it('for a resident admitted on Wednesday is five sevenths of 229.35, and the house is left out', async () => {
    const charge = await chargedTo(careHome);

    expect(charge).toMatchObject({ outcome: 'assessed', personPays: 163_82, wholeWeek: { personPays: 229_35 } });
    expect(charge.later).toMatchObject([{ from: '2026-04-01', personPays: 1000_00, outcome: 'full-cost' }]);
  });

  it('under a deferred payment leaves out of the debt what a daughter pays as a top-up', async () => {
    const charge = await chargedTo({
      ...careHome,
      admittedForGoodOn: '2025-09-03',
      weeklyFee: 130_000,
      deferredPayment: 'yes',
      topUpPayer: 'third-party',
      topUpAble: 'yes',
      topUpAgreedOn: '2025-09-01',
      confirmed: [{ field: 'home.value', source: 'Annex B' }],
    });

    expect(charge).toMatchObject({ outcome: 'deferred', personPays: 116_00, deferred: 884_00, topUp: 300_00 });
  });

  it('keeps for rent only what Housing Benefit, which is no income, does not pay', async () => {
    const charge = await chargedTo({
      benefits: [
        { kind: 'state-pension', weekly: 23_025 },
        { kind: 'industrial-injuries', weekly: 6000 },
        { kind: 'housing-benefit', weekly: 9500 },
        { kind: 'council-tax-reduction', weekly: 1800 },
      ],
      housingCosts: [
        { kind: 'rent', weekly: 11_000, metByBenefit: 0 },
        { kind: 'council-tax', weekly: 2500, metByBenefit: 0 },
      ],
      hasDisabilityCosts: 'no',
      disabilityCosts: undefined,
    });

    expect(charge).toMatchObject({ personPays: 35_65 });
  });

  it('changes on the day of Pension Credit age, which the date of birth tells', async () => {
    const charge = await chargedTo({
      weekOf: '2026-05-11',
      dateOfBirth: '1960-04-15',
      benefits: [{ kind: 'other-benefit', weekly: 30_000 }],
      weeklyCost: 40_000,
      housingCosts: undefined,
      hasDisabilityCosts: 'no',
      disabilityCosts: undefined,
      confirmed: [
        ...staffAnswers('2026-01-05')['assess-finances'].confirmed,
        { field: '2026-27.mig-single-25-or-over', source: 'Circular' },
      ],
    });

    expect(charge.parts).toMatchObject([
      { to: '2026-05-14', weekly: { personPays: 179_60 } },
      { from: '2026-05-15', weekly: { personPays: 58_55 } },
    ]);
    expect(charge).toMatchObject({ personPays: 127_71, wholeWeek: { personPays: 58_55 } });
  });

  it('needs both findings, and the person heard, for what was given away', async () => {
    const gift = { what: 'Money', value: 4_000_000, on: '2025-06-01', to: 'A son', toAvoid: 'yes', foreseen: 'yes' };

    expect((await answered({ gaveAway: 'yes', givenAway: [gift] })).json).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ field: 'givenAway[0].wasGivenUp' })]),
    });
  });

  it('for reablement that begins on Wednesday is nothing', async () => {
    const reablement = { weekOf: '2025-09-29', service: 'reablement', reablementFrom: '2025-10-01' };

    expect(await chargedTo(reablement)).toMatchObject({ outcome: 'free', personPays: 0 });
  });
});
