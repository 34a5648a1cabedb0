import { MemoryLevel } from 'memory-level';
import { describe, expect, it } from 'vitest';
import { aHumanTask, aMachine, anError, aRunner, aTask, START } from './a-runner.ts';

const timestamp = Date.parse(START) / 1000;
const truncated = { truncated: false };

describe('GetExecutionHistory', () => {
  it('tells a task with a token in the events and details that AWS names', async () => {
    const runner = await aRunner({
      machines: { m: aMachine({ Ask: aHumanTask({ Assign: { x: 1 }, TimeoutSeconds: 90, End: true }) }) },
    });
    const arn = await runner.begin('m', { a: 1 });
    const taskToken = String(runner.calls[0]?.payload.token);
    await runner.call('SendTaskSuccess', { taskToken, output: '7' });

    const names = { resourceType: 'lambda', resource: 'invoke.waitForTaskToken' };
    const parameters = JSON.stringify({ FunctionName: 'ask', Payload: { token: taskToken } });
    const submitted = JSON.stringify({ ExecutedVersion: '$LATEST', Payload: null, StatusCode: 200 });
    expect(await runner.history(arn)).toEqual(
      [
        {
          type: 'ExecutionStarted',
          executionStartedEventDetails: {
            input: '{"a":1}',
            inputDetails: truncated,
            roleArn: 'arn:aws:iam::000000000000:role/m',
          },
        },
        {
          type: 'TaskStateEntered',
          stateEnteredEventDetails: { name: 'Ask', input: '{"a":1}', inputDetails: truncated },
        },
        {
          type: 'TaskScheduled',
          taskScheduledEventDetails: { ...names, region: 'eu-west-2', parameters, timeoutInSeconds: 90 },
        },
        { type: 'TaskStarted', taskStartedEventDetails: names },
        { type: 'TaskSubmitted', taskSubmittedEventDetails: { ...names, output: submitted, outputDetails: truncated } },
        { type: 'TaskSucceeded', taskSucceededEventDetails: { ...names, output: '7', outputDetails: truncated } },
        {
          type: 'TaskStateExited',
          stateExitedEventDetails: {
            name: 'Ask',
            output: '7',
            outputDetails: truncated,
            assignedVariables: { x: '1' },
            assignedVariablesDetails: truncated,
          },
        },
        { type: 'ExecutionSucceeded', executionSucceededEventDetails: { output: '7', outputDetails: truncated } },
      ].map((event, index) => ({ id: index + 1, previousEventId: index === 1 ? 0 : index, timestamp, ...event })),
    );
  });

  it('tells a failed attempt, the retry and a failed expression', async () => {
    const runner = await aRunner({
      machines: {
        m: aMachine({
          A: aTask('f', { Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 1 }], Next: 'B' }),
          B: { Type: 'Pass', Output: { v: '{% $states.input.nowhere %}' }, End: true },
        }),
      },
      lambdas: { f: () => (runner.calls.length === 1 ? anError('Busy') : 1) },
    });
    const arn = await runner.begin('m');
    await runner.clock.next();

    const history = await runner.history(arn);

    expect(history.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskFailed',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'PassStateEntered',
      'EvaluationFailed',
      'ExecutionFailed',
    ]);
    expect(history[4]).toMatchObject({ taskFailedEventDetails: { error: 'Busy' } });
    expect(history[10]).toMatchObject({
      evaluationFailedEventDetails: { error: 'States.QueryEvaluationError', location: 'Output/v', state: 'B' },
    });
  });

  it('chains the events of each branch through previousEventId', async () => {
    const branch = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } });
    const runner = await aRunner({
      machines: { m: aMachine({ P: { Type: 'Parallel', Branches: [branch('A'), branch('B')], End: true } }) },
    });

    const history = await runner.history(await runner.begin('m'));

    expect(history.map(({ id, previousEventId, type }) => `${id} after ${previousEventId}: ${type}`)).toEqual([
      '1 after 0: ExecutionStarted',
      '2 after 0: ParallelStateEntered',
      '3 after 2: ParallelStateStarted',
      '4 after 3: PassStateEntered',
      '5 after 3: PassStateEntered',
      '6 after 4: PassStateExited',
      '7 after 5: PassStateExited',
      '8 after 7: ParallelStateSucceeded',
      '9 after 8: ParallelStateExited',
      '10 after 9: ExecutionSucceeded',
    ]);
  });

  it.each([
    { reverseOrder: false, pages: [[1, 2], [3, 4], [5]] },
    { reverseOrder: true, pages: [[5, 4], [3, 2], [1]] },
  ])('comes in pages of maxResults with reverseOrder $reverseOrder', async ({ reverseOrder, pages }) => {
    const five = await aRunner({
      machines: {
        m: aMachine({ A: { Type: 'Choice', Choices: [{ Condition: true, Next: 'B' }] }, B: { Type: 'Fail' } }),
      },
    });
    const longer = await five.begin('m');

    const got: number[][] = [];
    let nextToken: unknown;
    do {
      const page = await five.call('GetExecutionHistory', {
        executionArn: longer,
        maxResults: 2,
        reverseOrder,
        ...(nextToken !== undefined && { nextToken }),
      });
      got.push((page.events as { id: number }[]).map(({ id }) => id));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);

    expect(got).toEqual(pages);
  });
});

describe('the history quota', () => {
  const machines = {
    m: aMachine({ Wait: { Type: 'Wait', Seconds: 60, Output: 'done', Next: 'End' }, End: { Type: 'Succeed' } }),
  };

  /** Lets an execution wait, says that so many events were written, and takes it up again: 4 more are to come. */
  async function lastOf(lastEvent: number) {
    const store = new MemoryLevel();
    const before = await aRunner({ machines, store });
    const executionArn = await before.begin('m');
    await before.stop();
    const executions = store
      .sublevel('stepfunctions')
      .sublevel<string, object>('executions', { valueEncoding: 'json' });
    await executions.put(executionArn, { ...(await executions.get(executionArn)), lastEvent });
    const runner = await aRunner({ machines, store });
    await runner.clock.next();
    const { events } = await runner.call('GetExecutionHistory', { executionArn, reverseOrder: true, maxResults: 1 });
    return { last: (events as unknown[])[0], ending: await runner.ending(executionArn) };
  }

  it('lets an execution succeed with event 25,000', async () => {
    const { last, ending } = await lastOf(24_996);

    expect(last).toMatchObject({ id: 25_000, type: 'ExecutionSucceeded' });
    expect(ending).toEqual({ status: 'SUCCEEDED', output: 'done' });
  });

  it('fails an execution with States.Runtime when event 25,000 would be another one', async () => {
    const { last, ending } = await lastOf(24_997);

    expect(last).toMatchObject({ id: 25_000, type: 'ExecutionFailed' });
    expect(ending).toEqual({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: 'The execution reached the maximum number of history events (25000).',
    });
  });
});
