import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutNumbers } from '../../domain/access/seen.ts';
import { type Journeys, slug, startJourneys, toSupport } from '../support/journey.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

describe('the day on which a restriction is looked at again', () => {
  it('opens work, once for the day that counts, which ends when the record’s page says what was decided', async () => {
    const reference = await journeys.apply({ email: 'restricted@example.com' });
    const { personId } = await journeys.case(reference);
    const to = [journeys.member('manager').id];
    const restrict = (body: object) =>
      journeys.send('POST', `/${slug}/staff/persons/${personId}/restriction`, { as: 'manager', body });
    const reviews = async () =>
      (await journeys.deps.store.tasks(slug, reference)).filter(({ kind }) => kind === 'review-restriction');

    expect((await restrict({ to, reason: 'A colleague’s mother.', reviewOn: '2026-01-12' })).status).toBe(200);
    expect((await restrict({ to, reason: 'A colleague’s mother.', reviewOn: '2026-01-19' })).status).toBe(200);
    await journeys.platform.clock.forward({ days: 8 });
    await journeys.settle();
    expect(await reviews()).toEqual([]);

    await journeys.platform.clock.forward({ days: 7 });
    await journeys.settle();
    expect(await reviews()).toMatchObject([{ status: 'open', dueOn: '2026-01-19' }]);
    await expect(journeys.finish(reference, 'review-restriction', { restrictionNow: 'goes-on' })).rejects.toThrow(
      'Save the new day first',
    );
    await expect(journeys.finish(reference, 'review-restriction')).rejects.toThrow('still restricted');
    await restrict({ to: [], reason: 'The colleague has left.' });
    await journeys.finish(reference, 'review-restriction');
    expect(await reviews()).toMatchObject([{ status: 'completed' }]);
  });
});

describe('a finished financial assessment that is wrong', () => {
  it('goes back with the reason, and what it says is worked out and told anew', async () => {
    const email = 'sums@example.com';
    const reference = await journeys.apply({ email });
    await journeys.work(reference, ...toSupport.slice(0, 4));
    const sendBack = () =>
      journeys.send('POST', `/${slug}/staff/cases/${reference}/open-work`, {
        as: 'manager',
        body: { kind: 'assess-finances', reason: 'The rent was left out.' },
      });
    expect((await sendBack()).json.errors).toMatchObject([{ message: expect.stringContaining('already') }]);
    await journeys.work(reference, 'assess-finances');
    expect((await sendBack()).status).toBe(201);

    const task = await journeys.openTask(reference, 'assess-finances');
    expect(task.reason).toContain('Sent back to be put right');
    const seen = await journeys.send('GET', `/${slug}/staff/tasks/${task.id}`, { as: 'finance-officer' });
    expect(seen.text).toContain('The rent was left out.');
    await journeys.finish(reference, 'assess-finances');
    await journeys.settle();
    const told = (await journeys.platform.mail.list()).filter(
      ({ to, tags }) => to.includes(email) && tags['message']?.includes('assess-finances'),
    );
    expect(told.length).toBeGreaterThan(1);
  });
});

describe('a National Insurance number', () => {
  it('stands beside the benefits for whoever checks them, and before nobody else', () => {
    const known = [{ answer: 'QQ123456C' }, { answer: 'yes' }];
    expect(withoutNumbers(known, ['manager', 'assessor'])).toEqual([{ answer: 'yes' }]);
    expect(withoutNumbers(known, ['finance-officer'])).toEqual(known);
  });
});
