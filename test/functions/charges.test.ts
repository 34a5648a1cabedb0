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

/** The charge that is kept when a finance officer completes the assessment of a case of its own. */
const chargedTo = async (changes: object) => {
  const reference: CaseReference = await openCase(platform);
  await workUpTo(platform, reference, 'estimate-budget');
  const { id } = await platform.client.waitForTask('finance-officer', reference, 'assess-finances');
  const answer = await platform.send('POST', `/${council}/staff/tasks/${id}/complete`, {
    as: 'finance-officer',
    body: { answers: { ...staffAnswers('2026-01-05')['assess-finances'], ...changes } },
  });
  expect(answer.json).toMatchObject({ outcome: expect.any(String) });
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

  it('for reablement that begins on Wednesday is nothing', async () => {
    const reablement = { weekOf: '2025-09-29', service: 'reablement', reablementFrom: '2025-10-01' };

    expect(await chargedTo(reablement)).toMatchObject({ outcome: 'free', personPays: 0 });
  });
});
