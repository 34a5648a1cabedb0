import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReconcileCases } from '../../functions/scheduled/reconcile.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import { runToEnd } from '../local/started-copy.ts';
import { aFolder, type Journeys, slug, startJourneys, toSupport } from '../support/journey.ts';
import { snapshot } from '../support/snapshot.ts';

const upTo = (kind: (typeof toSupport)[number]) => toSupport.slice(0, toSupport.indexOf(kind));
const from = (kind: (typeof toSupport)[number]) => toSupport.slice(toSupport.indexOf(kind));

/** Reconciles once more than is needed; what the last run has done. */
const reconciled = async (journeys: Journeys) => {
  const run = () => createReconcileCases(journeys.deps)({ anew: true });
  const first = await run();
  await journeys.settle();
  await journeys.forward('PT20M');
  const second = await run();
  await journeys.settle();
  return { first, second };
};

/** As if Step Functions had been emptied, or the table were read in another account. */
const forgetExecutions = async (folder: string) => {
  const state = new ClassicLevel<string, string>(join(folder, 'state'));
  await state.open();
  await state.sublevel('stepfunctions').clear();
  await state.close();
};

describe('a table that was put back while the executions went on', () => {
  let journeys: Journeys;
  let triage: CaseReference;
  let assessed: CaseReference;
  let planned: CaseReference;
  let reviewed: CaseReference;
  let closed: CaseReference;
  let ran: Awaited<ReturnType<typeof reconciled>>;
  /** What people had been sent when the copy was made, and when it was put back. */
  let early: string[];
  let kept: string[];

  const mails = async () =>
    (await Promise.all([triage, assessed, planned, reviewed, closed].map((one) => journeys.mailOf(one)))).flat();

  beforeAll(async () => {
    journeys = await startJourneys();
    [triage, assessed, planned, reviewed, closed] = await Promise.all([
      journeys.apply(),
      journeys.apply({ email: 'b@example.com' }),
      journeys.apply({ email: 'c@example.com' }),
      journeys.apply({ email: 'd@example.com' }),
      journeys.apply({ email: 'e@example.com' }),
    ]);
    await journeys.work(assessed, ...upTo('decide-eligibility'));
    await journeys.work(planned, ...upTo('set-up-support'));
    await journeys.work(reviewed, ...toSupport, 'check-support');
    const restore = await snapshot(journeys);
    early = await mails();

    // A day on each goes further: triage is over, support starts and its review is planned, a case is closed.
    await journeys.forward('PT24H');
    await journeys.work(triage, 'triage-request');
    await journeys.work(assessed, 'decide-eligibility');
    await journeys.work(planned, ...from('set-up-support'));
    await journeys.close(closed, 'withdrawn');
    // Seven weeks on, the first review of who had support is held and the next is planned.
    await journeys.forward('P49D');
    await journeys.work(reviewed, 'review-plan');
    kept = await mails();
    await restore();
    await journeys.forward('PT1H');
    ran = await reconciled(journeys);
  });
  afterAll(() => journeys.stop());

  it('says what was set going again, and changes nothing the second time', () => {
    expect(ran.first).toMatchObject({ done: true, unmended: 0 });
    expect(ran.first.repaired).toBeGreaterThanOrEqual(4);
    expect(ran.second).toMatchObject({ done: true, repaired: 0, unmended: 0 });
    expect(journeys.errors).toEqual([]);
  });

  it('tells people again only what the table has forgotten that they were told', async () => {
    const since = (await mails()).filter((line) => !kept.includes(line)).map((line) => line.split(' ')[1]);
    const forgotten = kept.filter((line) => !early.includes(line)).map((line) => line.split(' ')[1]);

    expect(since).toEqual(['review-1.remind.person']);
    expect(forgotten).toContain('review-1.remind.person');
  });

  it('waits where the table stands, and each goes on to running support', async () => {
    expect(await journeys.openTask(triage, 'triage-request')).toMatchObject({ status: 'open' });
    await journeys.work(triage, ...toSupport, 'check-support');
    await journeys.work(assessed, ...from('decide-eligibility'), 'check-support');
    await journeys.work(planned, ...from('set-up-support'), 'check-support');
    await journeys.work(closed, ...toSupport, 'check-support');

    for (const reference of [triage, assessed, planned, closed])
      expect(await journeys.case(reference)).toMatchObject({ stage: 'support', reviewGeneration: 1 });
  });

  it('loses no review: the one that was held is asked for again, those of later names come on their days', async () => {
    await journeys.work(reviewed, 'review-plan');
    // A later name that the time before the restore had used up is found by the night's run.
    await journeys.forward('PT24H');
    expect((await reconciled(journeys)).second).toMatchObject({ repaired: 0, unmended: 0 });
    expect(await journeys.case(reviewed)).toMatchObject({ reviewGeneration: 2, nextReview: { kind: 'later' } });
    for (const reference of [triage, assessed, planned, closed]) {
      const { nextReview } = await journeys.case(reference);
      expect(nextReview?.remindAt.slice(0, 7)).toBe('2026-03');
    }
    await journeys.forward('P400D');
    for (const reference of [triage, assessed, planned, reviewed, closed])
      expect(await journeys.openTask(reference, 'review-plan')).toMatchObject({ status: 'open' });
  });

  it('writes into each history why a journey was set going again', async () => {
    expect((await journeys.events(triage)).filter((event) => event.startsWith('journey-'))).toEqual([
      'journey-set-going assessment-1 leg 2: it waited for work that is not there',
    ]);
  });
});

describe('a data folder whose executions are all gone', () => {
  it('has each journey and each review set going by npm run reconcile, from the table alone', async () => {
    const folder = await aFolder();
    const before = await startJourneys({ folder });
    const assessed = await before.apply();
    const supported = await before.apply({ email: 'f@example.com' });
    await before.work(assessed, 'triage-request');
    await before.work(supported, ...toSupport, 'check-support');
    await before.forward('PT24H');
    const mailed = [...(await before.mailOf(assessed)), ...(await before.mailOf(supported))];
    await before.stop();
    await forgetExecutions(folder);

    const command = ['local/reconcile.ts', ['--council', slug], { CAREWAY_DATA: folder }] as const;
    expect(await runToEnd(...command)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('2 cases and executions were looked at: 2 stood still and were set going.'),
    });
    expect((await runToEnd(...command)).stdout).toContain(
      '4 cases and executions were looked at: nothing stood still.',
    );

    const journeys = await startJourneys({ folder });
    expect([...(await journeys.mailOf(assessed)), ...(await journeys.mailOf(supported))]).toEqual(mailed);
    await journeys.work(assessed, ...from('assess-needs'));
    await journeys.forward('P49D');
    await journeys.work(supported, 'review-plan');
    expect(await journeys.case(supported)).toMatchObject({ reviewGeneration: 2 });
    expect(journeys.errors).toEqual([]);
    await journeys.stop();
    await rm(folder, { recursive: true });
  });
});
