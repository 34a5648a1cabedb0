import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import type { CaseReference } from '../../schemas/scalars.ts';
import { type Journeys, startJourneys } from '../support/journey.ts';

let journeys: Journeys;
afterEach(() => journeys.stop());

const told = async (reference: CaseReference) =>
  (await journeys.mailOf(reference)).flatMap(
    (line) => /^(\S{10}).*\.(late|explain)-/.exec(line)?.slice(1).join(' ') ?? [],
  );
const open = async (reference: CaseReference, kind: string) =>
  (await journeys.tasks(reference)).filter((task) => task.kind === kind && task.status === 'open');

/** Whoever holds the late work says why, and a new day. */
const explain = async (reference: CaseReference, newDay: string) => {
  const task = await journeys.openTask(reference, 'explain-delay');
  const answers = { cause: 'staff', why: 'Two of us were ill.', newDay, safeToWait: 'yes' };
  const { status } = await journeys.send('POST', `/leicestershire/staff/tasks/${task.id}/complete`, {
    as: task.role,
    body: { answers },
  });
  expect(status).toBe(200);
  await journeys.settle();
};

describe('a day that a person was told and that passes', { timeout: 60_000 }, () => {
  it('is a working day; then its holder is asked why, and the person is told that it is late or why, as long as that lasts', async () => {
    // 28 days from here are Boxing Day, a Saturday; the last working day before is Christmas Eve.
    journeys = await startJourneys({ digests: true, start: Temporal.Instant.from('2026-11-28T10:00:00Z') });
    const reference = await journeys.apply();
    await journeys.work(reference, 'triage-request');
    const [first] = await journeys.platform.mail.list();
    const [assess] = await open(reference, 'assess-needs');

    await journeys.moveTo('2026-12-29T12:00:00Z');
    const [asked] = await open(reference, 'explain-delay');
    await journeys.moveTo('2027-01-12T12:00:00Z');
    const late = await told(reference);
    await explain(reference, '2027-01-20');
    const explained = await journeys.case(reference);
    await journeys.moveTo('2027-01-21T12:00:00Z');
    const again = await open(reference, 'explain-delay');
    await journeys.work(reference, 'assess-needs');

    expect(assess?.dueOn).toBe('2026-12-24');
    expect(first?.text).not.toContain('26 December');
    expect(asked).toMatchObject({ dueOn: '2026-12-31', role: 'assessor' });
    expect(late).toEqual(['2027-01-04 late', '2027-01-11 late']);
    expect(explained).toMatchObject({ targetOn: '2026-12-26', delayedTo: '2027-01-20' });
    expect((await told(reference)).slice(2)).toEqual(['2027-01-12 explain']);
    expect(again).toHaveLength(1);
    // What is done is not asked about any more.
    expect(await open(reference, 'explain-delay')).toEqual([]);
    expect(journeys.errors).toEqual([]);
  });

  it('is told nowhere as coming, in the mail that was held until then least of all', async () => {
    journeys = await startJourneys({ start: Temporal.Instant.from('2026-12-20T10:00:00Z') });
    const address = 'rose.okafor@example.com';
    const reference = await journeys.apply({ email: address }, { confirmed: false });

    await journeys.moveTo('2028-01-20T10:00:00Z');
    await journeys.confirm(reference, address);

    const [told] = (await journeys.platform.mail.list()).filter(({ tags }) => tags['reference'] === reference);
    expect(told?.text).toContain('We will get in touch as soon as we can.');
    expect(told?.text).not.toContain('2027');
    const status = await journeys.send('GET', `/leicestershire/applications/${reference}`);
    expect(status.json).not.toHaveProperty('targetOn');
  });
});
