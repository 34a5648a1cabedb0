import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReconcileCases } from '../../functions/scheduled/reconcile.ts';
import type { CaseReference } from '../../schemas/scalars.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { assessment, cycle, type Journeys, slug, startJourneys, toSupport } from '../support/journey.ts';

let journeys: Journeys;

const reconcile = async () => {
  const ran = await createReconcileCases(journeys.deps)({ anew: true });
  await journeys.settle();
  // A pass has the name of its moment: the next is another.
  await journeys.forward('PT1S');
  return ran;
};
/** What is on its way is given a quarter of an hour. */
const later = () => journeys.forward('PT16M');
const machineOf = (thread: string) => (thread.startsWith('review') ? 'review-cycle' : 'assessment-journey');
const nameOf = (reference: CaseReference, thread: string, leg: number) => `${slug}_${reference}_${thread}_${leg}`;
const stop = (reference: CaseReference, thread: string, leg = 1) =>
  journeys.deps.executions.stop(machineOf(thread), nameOf(reference, thread, leg), 'stopped by hand');
const goingAgain = async (reference: CaseReference) =>
  (await journeys.events(reference)).filter((event) => /^(journey-|workflow-stopped)/.test(event));
const legsOf = async (reference: CaseReference, thread: string) =>
  (await journeys.legs(reference, thread)).map(({ status }) => status);
const atTriage = async (name: string) => {
  const reference = await journeys.apply({ email: `${name}@example.com` });
  await later();
  return reference;
};
/** An item of the table without what says that it is so, as an older copy has it. */
const forget = async (reference: CaseReference, sk: string) =>
  journeys.platform.dynamoDb.handle('DeleteItem', {
    TableName: journeys.platform.dynamoDb.tableName,
    Key: { pk: { S: `CASE#${slug}#${reference}` }, sk: { S: sk } },
  });

beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

describe('a case and its executions that agree', () => {
  it('are left as they are, and looked at once a day', async () => {
    const reference = await atTriage('agrees');
    const before = await journeys.case(reference);

    expect(await reconcile()).toMatchObject({ done: true, repaired: 0, unmended: 0 });
    const first = await createReconcileCases(journeys.deps)();
    expect(first.looked).toBeGreaterThan(0);
    expect(await createReconcileCases(journeys.deps)()).toEqual({ done: true, looked: 0, repaired: 0, unmended: 0 });
    expect(await journeys.case(reference)).toEqual(before);
  });
});

describe('a run that is out of time', () => {
  it('is gone on with by the next, part by part, until the pass is at its end', async () => {
    await atTriage('parts');
    await journeys.forward('P1D');
    const run = createReconcileCases(journeys.deps);
    const parts: Awaited<ReturnType<typeof run>>[] = [];
    do {
      // Time for one part each.
      let asked = 0;
      parts.push(await run({}, { remainingMs: () => (asked++ === 0 ? 900_000 : 0) }));
    } while (parts.at(-1)?.done === false && parts.length < 20);

    // The executions of either machine, and the table.
    expect(parts.map(({ done }) => done)).toEqual([false, false, true]);
    expect(await run()).toEqual({ done: true, looked: 0, repaired: 0, unmended: 0 });
  });
});

describe('a thread that nobody carries', () => {
  it('is set going where the table stands, once, and nobody is asked or told twice', async () => {
    const reference = await atTriage('stopped');
    const mailed = await journeys.mailOf(reference);
    await stop(reference, assessment());

    // Its end is of this moment: whoever stopped it may be about to start the next.
    expect(await reconcile()).toMatchObject({ repaired: 0 });
    await later();
    expect(await reconcile()).toMatchObject({ repaired: 1 });
    expect(await reconcile()).toMatchObject({ repaired: 0 });

    expect(await goingAgain(reference)).toEqual(['journey-set-going assessment-1 leg 2: it had ended as ABORTED']);
    expect(await journeys.mailOf(reference)).toEqual(mailed);
    await journeys.work(reference, 'triage-request', 'assess-needs');
    expect(await journeys.ending(reference, assessment())).toBe('in Decide eligibility');
  });

  it('is found where it failed without any trace', async () => {
    const reference = await atTriage('no-trace');
    journeys.setFault(({ name }) => (/open-task|report-failure/.test(name) ? { error: 'SomethingElse' } : undefined));
    await journeys.work(reference, 'triage-request');
    // However long the machine tries by itself.
    await journeys.forward('P30D');
    journeys.setFault();
    const open = (await journeys.tasks(reference)).filter(
      ({ id, status }) => status === 'open' && !id.includes('.case.'),
    );
    expect(open).toEqual([]);

    await reconcile();
    expect(await journeys.openTask(reference, 'assess-needs')).toMatchObject({ status: 'open' });
  });

  it('is set going by one of two that look at the same moment', async () => {
    const reference = await atTriage('two-at-once');
    await stop(reference, assessment());
    await later();
    const runs = [createReconcileCases(journeys.deps), createReconcileCases(journeys.deps)];
    await Promise.all(runs.map((run, i) => run({ anew: true }).then(() => i)));
    await journeys.settle();

    expect(await legsOf(reference, assessment())).toEqual(['ABORTED', 'RUNNING']);
    expect(await goingAgain(reference)).toHaveLength(1);
  });

  it('becomes a manager’s work where it stops again and again', async () => {
    const reference = await atTriage('again');
    await stop(reference, assessment(), 1);
    await later();
    await reconcile();
    await stop(reference, assessment(), 2);
    await later();

    expect(await reconcile()).toMatchObject({ unmended: 1 });
    // The sweeper opens it, and tells the team: here by the next morning, on AWS within five minutes.
    await journeys.forward('P1D');
    const task = await journeys.openTask(reference, 'restart-workflow');
    expect(task).toMatchObject({
      id: `${reference}.case.restart-assessment-1-2`,
      reason: 'It stopped, was set going again by itself, and stopped once more',
    });
    expect(await journeys.staffMailOf(reference)).toContainEqual(expect.stringContaining('restart-assessment-1-2'));
    expect(await reconcile()).toMatchObject({ unmended: 0, repaired: 0 });
    await journeys.work(reference, 'restart-workflow');
    expect(await legsOf(reference, assessment())).toEqual(['ABORTED', 'ABORTED', 'RUNNING']);
    expect(await journeys.ending(reference, assessment())).toBe('in Triage the request');
  });
});

describe('an execution that is not where its case is', () => {
  it('gives way to a leg that waits for the open task, where its token is lost', async () => {
    const reference = await atTriage('lost-token');
    const task = await journeys.openTask(reference, 'triage-request');
    await journeys.deps.store.commit({
      tasks: [{ ...task, version: task.version + 1, token: 'AQCAAAAAKgAAAAMAAAAAAAAAA-lost' }],
      events: [
        {
          ...{ council: slug, reference, at: journeys.now(), id: 'lost' },
          ...{ actor: { kind: 'platform', name: 'test' }, action: 'task-continued', authority: 'test' },
        },
      ],
    });
    await later();
    await reconcile();

    expect(await legsOf(reference, assessment())).toEqual(['ABORTED', 'RUNNING']);
    await journeys.work(reference, 'triage-request');
    expect(await journeys.ending(reference, assessment())).toBe('in Assess needs');
  });

  it('gets the answer that it was owed, where the task is finished and the signal is gone', async () => {
    const reference = await atTriage('owed');
    const { id } = await journeys.openTask(reference, 'triage-request');
    journeys.setSignalFault(() => true);
    await journeys.work(reference, 'triage-request');
    await forget(reference, `SIGNAL#answer-${id}`);
    journeys.setSignalFault();
    await later();
    expect(await journeys.ending(reference, assessment())).toBe('in Triage the request');

    await reconcile();
    expect(await journeys.ending(reference, assessment())).toBe('in Assess needs');
    expect(await legsOf(reference, assessment())).toEqual(['RUNNING']);
  });

  it('is the older of two, which is stopped', async () => {
    const reference = await atTriage('two');
    await journeys.startByHand('assessment-journey', { council: slug, reference, thread: assessment(), leg: 2 });
    await later();
    await reconcile();
    await later();
    await reconcile();

    expect(await legsOf(reference, assessment())).toEqual(['ABORTED', 'RUNNING']);
    await journeys.work(reference, 'triage-request');
    expect(await journeys.ending(reference, assessment())).toBe('in Assess needs');
  });

  it('tries again after a fault, and is left to it', async () => {
    const reference = await atTriage('tries');
    journeys.setFault(({ name }) => (name === 'open-task' ? { error: 'Lambda.ServiceException' } : undefined));
    await journeys.work(reference, 'triage-request');
    await reconcile();
    journeys.setFault();

    expect(await goingAgain(reference)).toEqual([]);
  });
});

describe('a plan in force', () => {
  let reference: CaseReference;
  beforeAll(async () => {
    reference = await journeys.apply({ email: 'plan@example.com' });
    await journeys.work(reference, ...toSupport, 'check-support');
    await later();
  });

  it('has its review on its day though the cycle that slept was stopped', async () => {
    await stop(reference, cycle(1));
    await later();
    await reconcile();

    expect(await legsOf(reference, cycle(1))).toEqual(['ABORTED', 'RUNNING']);
    expect(await journeys.ending(reference, cycle(1))).toBe('in Wait for the reminder');
  });

  it('gets a review cycle where it never had one', async () => {
    const careCase = await journeys.case(reference);
    const { nextReview: _gone, ...rest } = careCase;
    await journeys.deps.store.commit({
      case: { ...rest, version: careCase.version + 1, reviewGeneration: 0 },
      events: [
        {
          ...{ council: slug, reference, at: journeys.now(), id: 'gone' },
          ...{ actor: { kind: 'platform', name: 'test' }, action: 'review-planned', authority: 'test' },
        },
      ],
    });
    await reconcile();
    await later();
    await reconcile();

    expect(await journeys.case(reference)).toMatchObject({ reviewGeneration: 1, nextReview: { kind: 'first' } });
    await journeys.forward('P60D');
    await reconcile();
    expect(await journeys.openTask(reference, 'review-plan' as TaskKind)).toMatchObject({ status: 'open' });
  });
});
