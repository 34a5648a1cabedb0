import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RateName } from '../../schemas/charging-rates.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import { createNewRates } from '../../services/work/new-rates.ts';
import { type Journeys, slug, startJourneys, toSupport } from '../support/journey.ts';
import { aNewYear } from '../support/new-rates.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

const rates = (as: StaffRole, method: string, path: string, body?: object) =>
  journeys.send(method, `/${slug}/staff/rates${path}`, { as, ...(body && { body }) });
const enter = (cells = aNewYear(), lookedAtAgain: RateName[] = []) =>
  rates('finance-officer', 'PUT', '/2027-28', { cells, lookedAtAgain });

const newestCharge = async (reference: CaseReference) => {
  const records = await journeys.deps.store.records(slug, reference, 'work');
  const found = records
    .filter((record) => record.kind === 'work' && record.work === 'assess-finances')
    .toSorted((a, b) => b.at.localeCompare(a.at))[0];
  return found?.kind === 'work' && found.result?.kind === 'charge' ? found.result.charge : undefined;
};

describe('a new year’s national rates', () => {
  it('are entered once, asked about where one looks mistyped, and in force only when somebody else has confirmed them', async () => {
    await journeys.moveTo('2027-04-12T09:00:00Z');
    const reference = await journeys.apply();
    await journeys.work(reference, ...toSupport.slice(0, toSupport.indexOf('assess-finances')));

    // April has come and nobody has confirmed anything: the charge goes on by the last known rates, and says so.
    await journeys.work(reference, 'assess-finances');
    const before = await newestCharge(reference);
    expect(before).toMatchObject({ rateYear: '2026-27', status: 'provisional' });
    expect(before?.toConfirm.map(({ field }) => field)).toContain('2027-28.rates');
    expect(await createNewRates(journeys.deps)()).toEqual({ opened: 0, done: true });

    // Finance is asked for them, once a week until somebody has confirmed them.
    const asks = async () =>
      (await journeys.platform.mail.list()).filter(({ subject }) => subject.includes('Enter the new national rates'));
    const [first] = await asks();
    expect(first?.subject).toContain('(2027-28)');
    const { length } = await asks();
    await createNewRates(journeys.deps)();
    expect(await asks()).toHaveLength(length);

    const slip = { ...aNewYear(), 'mig-single-pension-age': { pence: 249, source: 'Circular' } };
    const asked = await enter(slip as ReturnType<typeof aNewYear>);
    expect(asked.status).toBe(400);
    expect(asked.json.errors.map(({ field }: { field: string }) => field)).toEqual(['cells.mig-single-pension-age']);

    const draft = await enter();
    expect(draft).toMatchObject({ status: 200, json: { year: '2027-28', state: 'draft', version: 1 } });
    expect(await createNewRates(journeys.deps)()).toEqual({ opened: 0, done: true });
    expect(await rates('finance-officer', 'POST', '/2027-28/confirm', { version: 1 })).toMatchObject({
      status: 409,
      json: { code: 'same-cannot-confirm' },
    });
    expect(await rates('manager', 'POST', '/2027-28/confirm', { version: 2 })).toMatchObject({
      status: 409,
      json: { code: 'rates-changed' },
    });

    const confirmed = await rates('manager', 'POST', '/2027-28/confirm', { version: 1 });
    expect(confirmed).toMatchObject({ status: 200, json: { state: 'confirmed' } });
    await journeys.forward('PT1H');
    // What was worked out by the last known rates is worked out again, by those that are confirmed now.
    expect(await createNewRates(journeys.deps)()).toEqual({ opened: 1, done: true });
    await journeys.work(reference, 'assess-finances');
    expect(await newestCharge(reference)).toMatchObject({ rateYear: '2027-28', status: 'final', toConfirm: [] });
  });

  it('stay in force while a correction is a draft, and are listed with who entered and who confirmed them', async () => {
    expect(await enter()).toMatchObject({ status: 200, json: { state: 'draft', version: 2 } });
    const { json } = await rates('manager', 'GET', '');

    expect(json.rates).toEqual([
      expect.objectContaining({ state: 'draft', version: 2 }),
      expect.objectContaining({
        state: 'confirmed',
        version: 1,
        enteredBy: expect.objectContaining({ id: journeys.member('finance-officer').id }),
        confirmedBy: expect.objectContaining({ id: journeys.member('manager').id }),
      }),
    ]);
  });
});
