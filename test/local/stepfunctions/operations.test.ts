import { describe, expect, it } from 'vitest';
import { StepFunctionsError } from '../../../local/stepfunctions/service-error.ts';
import { aHumanTask, aMachine, aRunner, arnOf, START } from './a-runner.ts';

const machines = {
  ask: aMachine({ Ask: aHumanTask({ TimeoutSeconds: 60, End: true }) }),
  quick: aMachine({ A: { Type: 'Succeed' } }),
};
const epoch = Date.parse(START) / 1000;
const executionArn = (machine: string, name: string) =>
  `arn:aws:states:eu-west-2:000000000000:execution:${machine}:${name}`;

describe('StartExecution', () => {
  it('answers the ARN and the date in seconds, and names the execution itself if need be', async () => {
    const runner = await aRunner({ machines });

    const named = await runner.call('StartExecution', { stateMachineArn: arnOf('ask'), name: 'one' });
    const unnamed = await runner.call('StartExecution', { stateMachineArn: arnOf('ask') });

    expect(named).toEqual({ executionArn: executionArn('ask', 'one'), startDate: epoch });
    expect(unnamed.executionArn).toMatch(/:execution:ask:[0-9a-f-]{36}$/);
  });

  it('answers the same while it runs for the same name and input, and starts one execution, also at once', async () => {
    const runner = await aRunner({ machines });
    const again = () => runner.call('StartExecution', { stateMachineArn: arnOf('ask'), name: 'one', input: '{"a":1}' });

    const answers = await Promise.all([again(), again()]);
    await runner.clock.settle();

    expect(answers[0]).toEqual(answers[1]);
    expect(runner.calls).toHaveLength(1);
  });

  it.each([
    { machine: 'ask', input: '{"a":2}', why: 'another input' },
    { machine: 'quick', input: '{"a":1}', why: 'the same input once it has ended' },
  ])('refuses a name in use with $why: ExecutionAlreadyExists', async ({ machine, input }) => {
    const runner = await aRunner({ machines });
    await runner.begin(machine, { a: 1 }, 'one');

    await expect(
      runner.call('StartExecution', { stateMachineArn: arnOf(machine), name: 'one', input }),
    ).rejects.toMatchObject({ name: 'ExecutionAlreadyExists', status: 400 });
  });

  it.each([
    { input: { stateMachineArn: arnOf('none') }, type: 'StateMachineDoesNotExist' },
    { input: { stateMachineArn: 'ask' }, type: 'InvalidArn' },
    { input: { stateMachineArn: arnOf('ask'), input: '{' }, type: 'InvalidExecutionInput' },
    { input: { stateMachineArn: arnOf('ask'), name: 'a b' }, type: 'ValidationException' },
    { input: { stateMachineArn: arnOf('ask'), name: 'n'.repeat(81) }, type: 'ValidationException' },
    { input: { stateMachineArn: arnOf('ask'), input: `"${'x'.repeat(262_143)}"` }, type: 'ValidationException' },
    { input: {}, type: 'ValidationException' },
  ])('refuses bad input with $type', async ({ input, type }) => {
    const runner = await aRunner({ machines });

    await expect(runner.call('StartExecution', input)).rejects.toMatchObject({ name: type });
  });

  it.each([
    { name: 'n'.repeat(80), input: '{}' },
    { name: 'big', input: `"${'x'.repeat(262_142)}"` },
  ])('takes a name of 80 characters and an input of 262,144 bytes', async ({ name, input }) => {
    const runner = await aRunner({ machines });

    await expect(runner.call('StartExecution', { stateMachineArn: arnOf('ask'), name, input })).resolves.toBeDefined();
  });
});

describe('DescribeExecution and ListExecutions', () => {
  it('describe a finished execution with its texts of JSON', async () => {
    const runner = await aRunner({ machines });
    const arn = await runner.begin('quick', { a: 1 }, 'one');

    expect(await runner.describe(arn)).toMatchObject({
      executionArn: arn,
      stateMachineArn: arnOf('quick'),
      name: 'one',
      status: 'SUCCEEDED',
      startDate: epoch,
      stopDate: epoch,
      input: '{"a":1}',
      output: '{"a":1}',
    });
  });

  it('list the newest first, filtered by status, in pages', async () => {
    const runner = await aRunner({ machines });
    for (const name of ['one', 'two', 'three']) {
      await runner.begin('ask', {}, name);
      await runner.clock.forward('PT1S');
    }
    await runner.call('StopExecution', { executionArn: executionArn('ask', 'two') });
    const list = (more: object) => runner.call('ListExecutions', { stateMachineArn: arnOf('ask'), ...more });
    const names = ({ executions }: Record<string, unknown>) =>
      (executions as { name: string }[]).map(({ name }) => name);

    const first = await list({ maxResults: 2 });
    const second = await list({ maxResults: 2, nextToken: first.nextToken });

    expect([names(first), names(second), second.nextToken]).toEqual([['three', 'two'], ['one'], undefined]);
    expect(names(await list({ statusFilter: 'RUNNING' }))).toEqual(['three', 'one']);
  });

  it('refuse an unknown execution: ExecutionDoesNotExist', async () => {
    const runner = await aRunner({ machines });

    await expect(runner.describe(executionArn('ask', 'none'))).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
  });
});

describe('StopExecution', () => {
  it('ends with ABORTED, the given error and cause, and closes the token', async () => {
    const runner = await aRunner({ machines });
    const arn = await runner.begin('ask');

    const answer = await runner.call('StopExecution', { executionArn: arn, error: 'Died', cause: 'told by family' });

    expect(answer).toEqual({ stopDate: epoch });
    expect(await runner.ending(arn)).toEqual({ status: 'ABORTED', error: 'Died', cause: 'told by family' });
    await expect(
      runner.call('SendTaskSuccess', { taskToken: runner.calls[0]?.payload.token, output: '1' }),
    ).rejects.toMatchObject({ name: 'TaskTimedOut' });
    expect(runner.clock.peekNext()).toBeNull();
  });

  it('leaves an ended execution as it is', async () => {
    const runner = await aRunner({ machines });
    const arn = await runner.begin('quick');
    await runner.clock.forward('P1D');

    expect(await runner.call('StopExecution', { executionArn: arn })).toEqual({ stopDate: epoch });
    expect((await runner.ending(arn)).status).toBe('SUCCEEDED');
  });
});

describe('a task token', () => {
  const sends = [
    { operation: 'SendTaskSuccess', more: { output: '{}' } },
    { operation: 'SendTaskFailure', more: {} },
    { operation: 'SendTaskHeartbeat', more: {} },
  ];

  it.each(sends)('that is unknown makes $operation answer InvalidToken', async ({ operation, more }) => {
    const runner = await aRunner({ machines });

    await expect(runner.call(operation, { taskToken: 'AAAA', ...more })).rejects.toMatchObject({
      name: 'InvalidToken',
    });
  });

  it.each(sends)('whose task has timed out makes $operation answer TaskTimedOut', async ({ operation, more }) => {
    const runner = await aRunner({ machines });
    await runner.begin('ask');
    await runner.clock.forward('PT60S');

    await expect(runner.call(operation, { taskToken: runner.calls[0]?.payload.token, ...more })).rejects.toMatchObject({
      name: 'TaskTimedOut',
      message: "Task Timed Out: 'Provided task does not exist anymore'",
    });
  });

  it('can be sent once: of two senders at once, one is told TaskTimedOut', async () => {
    const runner = await aRunner({ machines });
    await runner.begin('ask');
    const send = () => runner.call('SendTaskSuccess', { taskToken: runner.calls[0]?.payload.token, output: '{}' });

    const results = await Promise.allSettled([send(), send()]);

    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('with output that is not JSON is answered InvalidOutput, and the task waits on', async () => {
    const runner = await aRunner({ machines });
    const arn = await runner.begin('ask');

    await expect(
      runner.call('SendTaskSuccess', { taskToken: runner.calls[0]?.payload.token, output: '{' }),
    ).rejects.toMatchObject({ name: 'InvalidOutput' });
    expect((await runner.ending(arn)).status).toBe('RUNNING');
  });

  it('that fails a task without an error name fails it with States.TaskFailed', async () => {
    const runner = await aRunner({ machines });
    const arn = await runner.begin('ask');

    await runner.call('SendTaskFailure', { taskToken: runner.calls[0]?.payload.token });

    expect(await runner.ending(arn)).toEqual({ status: 'FAILED', error: 'States.TaskFailed' });
  });
});

describe('state machines', () => {
  it('are listed and described with their definition', async () => {
    const runner = await aRunner({ machines });

    const { stateMachines } = await runner.call('ListStateMachines', {});
    const described = await runner.call('DescribeStateMachine', { stateMachineArn: arnOf('quick') });

    expect(stateMachines).toMatchObject([{ name: 'ask' }, { name: 'quick', stateMachineArn: arnOf('quick') }]);
    expect(JSON.parse(String(described.definition))).toEqual(machines.quick);
  });

  it('answer an operation that is not run here with UnknownOperationException', async () => {
    const runner = await aRunner({ machines });

    await expect(runner.call('RedriveExecution', {})).rejects.toEqual(
      new StepFunctionsError('UnknownOperationException', 'RedriveExecution is not run here.'),
    );
  });

  it('send errors in the form of AWS JSON 1.0', () => {
    expect(JSON.stringify(new StepFunctionsError('InvalidToken', 'no'))).toBe(
      '{"__type":"InvalidToken","message":"no"}',
    );
  });
});

describe('the viewer', () => {
  it('shows executions with their parsed texts, present states, dates and history', async () => {
    const runner = await aRunner({ machines });
    await runner.begin('quick', { a: 1 }, 'one');
    await runner.clock.forward('PT1S');
    await runner.begin('ask', {}, 'two');

    const [running, ended] = await runner.functions.executions();

    expect(running).toMatchObject({ name: 'two', machine: 'ask', status: 'RUNNING', currentStates: ['Ask'] });
    expect(ended).toMatchObject({
      name: 'one',
      currentStates: [],
      startDate: START,
      stopDate: START,
      input: { a: 1 },
      output: { a: 1 },
    });
    expect(ended?.history.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'SucceedStateEntered',
      'SucceedStateExited',
      'ExecutionSucceeded',
    ]);
    expect(await runner.functions.executions({ status: 'RUNNING', machine: 'quick' })).toEqual([]);
  });
});
