import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseReference } from '../../schemas/scalars.ts';
import { assessment, type Journeys, startJourneys } from '../support/journey.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

/** What the table answers, or what becomes of a request to it, where the same request may succeed later. */
const fromTheTable = [
  'InternalServerError',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionCanceledException',
  'TransactionInProgressException',
  'TransactionConflictException',
  'ServiceUnavailable',
  'LimitExceededException',
  'KMSThrottlingException',
  'TimeoutError',
  'ECONNRESET',
  'ENOTFOUND',
];
/** How Lambda itself fails a call. */
const fromLambda = [
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.TooManyRequestsException',
  'Lambda.EC2ThrottledException',
  'Lambda.KMSThrottlingException',
  'Lambda.Unknown',
  'Runtime.ExitError',
  'Sandbox.Timedout',
];

/** Where the case stands, what there is to do on it, and how often staff were told. */
const seen = async (reference: CaseReference) => ({
  ending: await journeys.ending(reference, assessment()),
  tasks: (await journeys.tasks(reference)).map(({ kind, status }) => `${status} ${kind}`),
  told: await journeys.staffMailOf(reference),
});
const asIfNothingHappened = {
  ending: 'in Triage the request',
  tasks: ['open triage-request'],
  told: ['assessment-1.triage-request.task-opened.staff'],
};

describe('an error of AWS while a task is opened', { timeout: 60_000 }, () => {
  it.each(fromTheTable)('changes nothing where the table once gave %s', async (error) => {
    let left = 1;
    journeys.setTableFault((_, { name }) => (name === 'open-task' && left-- > 0 ? { error } : undefined));
    const reference = await journeys.apply();
    const before = await journeys.ending(reference, assessment());

    await journeys.forward('PT2M');

    expect([before, await seen(reference)]).toEqual(['in Triage the request', asIfNothingHappened]);
    expect(left).toBeLessThan(0);
  });

  it.each(fromLambda)('changes nothing where the call once ended in %s', async (error) => {
    let left = 1;
    journeys.setFault(({ name }) => (name === 'open-task' && left-- > 0 ? { error } : undefined));
    const reference = await journeys.apply();

    await journeys.forward('PT2M');

    expect(await seen(reference)).toEqual(asIfNothingHappened);
  });

  it.each(['TypeError', 'ErrorThatNobodyKnows'])('does not fail a case at once where it is %s', async (error) => {
    let left = 1;
    journeys.setFault(({ name }) => (name === 'open-task' && left-- > 0 ? { error } : undefined));
    const reference = await journeys.apply();

    await journeys.forward('PT2M');

    expect(await seen(reference)).toEqual(asIfNothingHappened);
  });

  it.each(['PT3M', 'PT1H', 'PT24H'])('is waited out where the table throttles every function for %s', async (lasts) => {
    const end = journeys.platform.clock.now().add(lasts).epochMilliseconds;
    journeys.setTableFault(() =>
      journeys.platform.clock.now().epochMilliseconds < end ? { error: 'ThrottlingException' } : undefined,
    );
    const reference = await journeys.apply({}, { confirmed: false });

    await journeys.forward(lasts);
    await journeys.forward('PT1H');
    journeys.setTableFault();

    expect(await seen(reference)).toEqual(asIfNothingHappened);
  });
});

describe('a fault that lasts longer than a step is tried again', { timeout: 60_000 }, () => {
  it('becomes a task for a manager with a line in the history, once the table takes it', async () => {
    journeys.setFault(({ name }) => (name === 'open-task' ? { error: 'Lambda.ServiceException' } : undefined));
    const reference = await journeys.apply();

    await journeys.forward('P3D');
    journeys.setFault();

    expect(await seen(reference)).toEqual({
      ending: 'FAILED at Stopped by a fault',
      tasks: ['open restart-workflow'],
      told: ['case.restart-assessment-1-1.task-opened.staff'],
    });
    expect(await journeys.events(reference)).toContain('workflow-stopped assessment-1 leg 1: Lambda.ServiceException');
  });

  it('is told within hours where it is no trouble of AWS but a fault of our own', async () => {
    journeys.setFault(({ name }) => (name === 'open-task' ? { error: 'TypeError' } : undefined));
    const reference = await journeys.apply();

    await journeys.forward('PT6H');
    journeys.setFault();

    expect((await seen(reference)).tasks).toEqual(['open restart-workflow']);
  });

  it('is told once the reporter is there again, though it could not be reached for two days', async () => {
    const end = journeys.platform.clock.now().add({ hours: 96 }).epochMilliseconds;
    journeys.setFault(({ name }) =>
      name === 'open-task' || (name === 'report-failure' && journeys.platform.clock.now().epochMilliseconds < end)
        ? { error: 'Lambda.ServiceException' }
        : undefined,
    );
    const reference = await journeys.apply();

    await journeys.forward('P4D');
    await journeys.forward('PT2H');
    journeys.setFault();

    expect((await seen(reference)).tasks).toEqual(['open restart-workflow']);
  });

  it('is owed where the manager’s task cannot be written with the report, and the sweep writes it', async () => {
    journeys.setFault(({ name }) => (name === 'open-task' ? { error: 'PersonNotFound' } : undefined));
    let left = 1;
    journeys.setTableFault((operation, { name }) =>
      name === 'report-failure' && operation === 'TransactWriteItems' && left-- <= 0
        ? { error: 'ThrottlingException' }
        : undefined,
    );
    const reference = await journeys.apply();
    const before = await seen(reference);
    journeys.setTableFault();
    journeys.setFault();

    await journeys.forward('PT10M');

    expect(before.tasks).toEqual([]);
    expect(await seen(reference)).toMatchObject({
      tasks: ['open restart-workflow'],
      told: ['case.restart-assessment-1-1.task-opened.staff'],
    });
  });
});
