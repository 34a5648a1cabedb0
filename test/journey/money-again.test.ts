import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReference } from '../../schemas/scalars.ts';
import { createCaseRequests } from '../../services/follow/case-requests.ts';
import { createNewRates } from '../../services/work/new-rates.ts';
import { type Journeys, startJourneys, toSupport } from '../support/journey.ts';

/** Up to the financial assessment, which a test makes with answers of its own. */
const before = toSupport.slice(0, toSupport.indexOf('assess-finances'));

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

/** The financial assessments of a case that are open: the kind of cause in their step, why, and by when. */
const open = async (reference: CaseReference) =>
  (await journeys.tasks(reference))
    .filter(({ kind, status }) => kind === 'assess-finances' && status === 'open')
    .map(({ id, reason, dueOn }) => ({
      cause: /assess-finances-(.+)-[0-9a-f]{8}$/.exec(id)?.[1],
      reason,
      dueOn,
    }));

/** A case on which the finances are assessed, with what a test wants different. */
const assessed = async (finances: object = {}) => {
  const reference = await journeys.apply();
  await journeys.work(reference, ...before, ['assess-finances', finances]);
  return reference;
};

const savings = (pounds: number) => ({
  weeklyCost: 192_00,
  capital: [{ kind: 'isa', owners: 1, value: pounds * 100 }],
});

describe('the financial assessment, made again', () => {
  it('opens by itself weeks before savings reach the limit (A2), and what is assessed meanwhile takes back what was planned', async () => {
    const reference = await assessed(savings(30_000));
    const other = await assessed(savings(30_000));
    // 36 weeks from Monday 5 January 2026 are over on 14 September.
    await journeys.moveTo('2026-08-16T12:00:00Z');
    expect(await open(reference)).toEqual([]);
    await journeys.moveTo('2026-08-17T12:00:00Z');
    const [task] = await open(reference);
    expect(task).toEqual({
      cause: 'capital-reaches-limit',
      reason: 'Savings may reach the upper limit, from which the council helps to pay on Monday 14 September 2026',
      dueOn: '2026-09-14',
    });
    // It is the person's turn: they are asked what they have now.
    expect((await journeys.mailOf(reference)).at(-1)).toContain('capital-reaches-limit');

    // The other one came into money before: nothing is left of what was planned for them but the next year.
    expect(await open(other)).toHaveLength(1);
    await journeys.work(other, ['assess-finances', { ...savings(80_000), weekOf: '2026-08-17' }]);
    await journeys.moveTo('2027-07-19T12:00:00Z');
    expect(await open(other)).toEqual([]);
    await journeys.moveTo('2027-07-20T12:00:00Z');
    expect((await open(other)).map(({ cause }) => cause)).toEqual(['a-year']);
  });
});

describe('what is known to change', () => {
  const inCareHome = {
    setting: 'care-home',
    weeklyFee: 100_000,
    budgetRate: 100_000,
    admittedForGoodOn: '2026-01-05',
    benefits: [{ kind: 'state-pension', weekly: 26_000 }],
    topUpPayer: 'none',
    deferredPayment: 'no',
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
    confirmed: [
      ...['capital-upper-limit', 'capital-lower-limit', 'personal-expenses-allowance'].map((rate) => `2025-26.${rate}`),
      'home.value',
    ].map((field) => ({ field, source: 'Looked up' })),
  };

  it('opens the finances before week 13 of the home’s disregard and before week 7 of reablement, and a report of money joins what is open', async () => {
    await journeys.stop();
    journeys = await startJourneys();
    const home = await assessed(inCareHome);
    const reablement = await assessed({ service: 'reablement', reablementFrom: '2026-01-05' });

    await journeys.moveTo('2026-01-20T12:00:00Z');
    expect((await open(reablement)).map(({ cause, dueOn }) => [cause, dueOn])).toEqual([
      ['free-weeks-end', '2026-02-16'],
    ]);
    expect(await open(home)).toEqual([]);
    await journeys.moveTo('2026-03-03T12:00:00Z');
    expect((await open(home)).map(({ cause, dueOn }) => [cause, dueOn])).toEqual([['home-counts', '2026-03-30']]);

    // What the person tells meanwhile is taken in by the work that is open, and no second one stands beside it.
    await createCaseRequests(journeys.deps)(
      { careCase: await journeys.case(home), actor: { kind: 'public', as: 'person' } },
      'change',
      { changed: ['money'], changeDetail: 'A legacy.', changeUrgent: 'no', wantsAdvocate: 'no' },
      'told-once',
    );
    await journeys.work(home, ['look-at-money', { assessAgain: 'yes' }]);
    const [task, ...more] = await open(home);
    expect(more).toEqual([]);
    expect(task?.reason).toContain('The person told us of a change in their money');

    // The home counts from week 13 on, so a deferred payment is offered.
    await journeys.work(home, ['assess-finances', { ...inCareHome, weekOf: '2026-03-30', toldPersonOn: '2026-03-03' }]);
    expect((await journeys.openTask(home, 'arrange-deferred-payment')).reason).toContain('must be offered');
  });
});

describe('new rates', () => {
  const applyNewRates = () => createNewRates(journeys.deps)();

  it('open one financial assessment, weeks before, where they change the charge: none where the person pays all or nothing', async () => {
    await journeys.stop();
    journeys = await startJourneys();
    const [pays, paysAll, paysNothing, closed] = [
      await assessed(),
      await assessed(savings(30_000)),
      await assessed({ hasBenefits: 'no' }),
      await assessed(),
    ];
    await journeys.close(closed, 'moved-away');
    await journeys.moveTo('2026-03-08T12:00:00Z');
    expect(await applyNewRates()).toEqual({ opened: 0, done: true });

    await journeys.moveTo('2026-03-09T12:00:00Z');
    expect(await applyNewRates()).toEqual({ opened: 1, done: true });
    expect(await applyNewRates()).toEqual({ opened: 0, done: true });

    expect(await open(pays)).toEqual([
      {
        cause: 'new-rates',
        reason: 'New rates apply from Monday 6 April 2026, and new benefits from Monday 6 April 2026',
        dueOn: '2026-04-08',
      },
    ]);
    expect([await open(paysAll), await open(paysNothing), await open(closed)]).toEqual([[], [], []]);
    const staffMail = await journeys.staffMailOf(pays);
    expect(staffMail.filter((line) => line.includes('new-rates'))).toEqual([]);
  });
});
