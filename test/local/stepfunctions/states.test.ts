import { describe, expect, it } from 'vitest';
import { aHumanTask, aMachine, anError, aRunner, arnOf, aTask, START } from './a-runner.ts';

async function endingOf(states: Record<string, unknown>, input: unknown = {}, more: Record<string, unknown> = {}) {
  const runner = await aRunner({
    machines: { m: aMachine(states, more) },
    lambdas: { echo: ({ payload }) => payload },
  });
  return runner.ending(await runner.begin('m', input));
}

describe('Pass and Succeed', () => {
  it('gives its input on when it has no Output', async () => {
    expect(await endingOf({ A: { Type: 'Pass', End: true } }, { a: 1 })).toEqual({
      status: 'SUCCEEDED',
      output: { a: 1 },
    });
  });

  it('replaces only strings that are wholly {% %}, at any depth, and leaves keys alone', async () => {
    const Output = { '{% 1 %}': ['{% $states.input.n + 1 %}', 'a {% $states.input.n %} in text', 7, null, true] };

    expect(await endingOf({ A: { Type: 'Pass', Output, End: true } }, { n: 1 })).toEqual({
      status: 'SUCCEEDED',
      output: { '{% 1 %}': [2, 'a {% $states.input.n %} in text', 7, null, true] },
    });
  });

  it('ends with the Output of a Succeed state', async () => {
    const ending = await endingOf({
      A: { Type: 'Pass', Next: 'B' },
      B: { Type: 'Succeed', Output: { done: '{% true %}' } },
    });

    expect(ending).toEqual({ status: 'SUCCEEDED', output: { done: true } });
  });
});

describe('Fail', () => {
  it('ends with its Error and Cause, which may be expressions', async () => {
    const ending = await endingOf(
      { A: { Type: 'Fail', Error: '{% "No" & $states.input.what %}', Cause: 'because' } },
      { what: 'Budget' },
    );

    expect(ending).toEqual({ status: 'FAILED', error: 'NoBudget', cause: 'because' });
  });
});

describe('Fail without Error and Cause', () => {
  it('fails without them', async () => {
    expect(await endingOf({ A: { Type: 'Fail' } })).toEqual({ status: 'FAILED' });
  });
});

describe('Choice', () => {
  const states = {
    'How many?': {
      Type: 'Choice',
      Choices: [
        {
          Condition: '{% $states.input.n > 10 %}',
          Next: 'End',
          Output: { way: 'many' },
          Assign: { seen: '{% $states.input.n %}' },
        },
        { Condition: '{% $states.input.n > 5 %}', Next: 'End' },
      ],
      Default: 'End',
      Output: { way: 'default' },
      Assign: { seen: 0 },
    },
    End: {
      Type: 'Pass',
      Output: '{% $merge([$states.input, {"seen": $exists($seen) ? $seen : "nothing"}]) %}',
      End: true,
    },
  };

  it.each([
    { n: 11, output: { way: 'many', seen: 11 }, description: 'first rule with its own Output and Assign' },
    { n: 10, output: { n: 10, seen: 'nothing' }, description: 'second rule, which passes the input on' },
    { n: 5, output: { way: 'default', seen: 0 }, description: 'Default with the Output and Assign of the state' },
  ])('takes the $description for $n', async ({ n, output }) => {
    expect(await endingOf(states, { n })).toEqual({ status: 'SUCCEEDED', output });
  });

  it('fails with States.NoChoiceMatched when no rule is true and there is no Default', async () => {
    const ending = await endingOf({
      A: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'B' }] },
      B: { Type: 'Succeed' },
    });

    expect(ending).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });

  it('fails with States.QueryEvaluationError when a Condition gives text', async () => {
    const ending = await endingOf({
      A: { Type: 'Choice', Choices: [{ Condition: '{% "true" %}', Next: 'B' }] },
      B: { Type: 'Succeed' },
    });

    expect(ending).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });
});

describe('Wait', () => {
  it.each([
    { wait: { Seconds: 90 }, until: '2026-11-02T09:01:30Z' },
    { wait: { Seconds: '{% $states.input.days * 86400 %}' }, until: '2026-12-14T09:00:00Z' },
    { wait: { Timestamp: '2027-01-04T09:00:00Z' }, until: '2027-01-04T09:00:00Z' },
    { wait: { Timestamp: '{% $states.input.at %}' }, until: '2026-11-05T08:00:00Z' },
  ])('waits with $wait until $until exactly', async ({ wait, until }) => {
    const runner = await aRunner({
      machines: { m: aMachine({ A: { Type: 'Wait', ...wait, Next: 'B' }, B: { Type: 'Succeed' } }) },
    });
    const arn = await runner.begin('m', { days: 42, at: '2026-11-05T09:00:00+01:00' });

    const next = await runner.clock.next();

    expect(String(next)).toBe(until);
    expect(await runner.describe(arn)).toMatchObject({ status: 'SUCCEEDED', stopDate: Date.parse(until) / 1000 });
  });

  it.each([{ Seconds: 0 }, { Timestamp: START }, { Timestamp: '2020-01-01T00:00:00Z' }])(
    'does not wait for %j on a clock that stands still',
    async (wait) => {
      expect(await endingOf({ A: { Type: 'Wait', ...wait, End: true } }, { a: 1 })).toEqual({
        status: 'SUCCEEDED',
        output: { a: 1 },
      });
    },
  );

  it.each([{ Seconds: '{% -1 %}' }, { Seconds: '{% 1.5 %}' }, { Timestamp: '{% "tomorrow" %}' }])(
    'fails with States.QueryEvaluationError for %j',
    async (wait) => {
      expect(await endingOf({ A: { Type: 'Wait', ...wait, End: true } })).toMatchObject({
        error: 'States.QueryEvaluationError',
      });
    },
  );
});

describe('Task with lambda:invoke', () => {
  it('gives Payload, StatusCode 200 and ExecutedVersion as its result', async () => {
    expect(await endingOf({ A: aTask('echo') }, { n: 1 })).toEqual({
      status: 'SUCCEEDED',
      output: { Payload: { n: 1 }, StatusCode: 200, ExecutedVersion: '$LATEST' },
    });
  });

  it('calls a function named by its ARN and version by its name', async () => {
    const ending = await endingOf(
      {
        A: aTask('arn:aws:lambda:eu-west-2:000000000000:function:echo:live', {
          Output: '{% $states.result.Payload %}',
          End: true,
        }),
      },
      { n: 2 },
    );

    expect(ending).toEqual({ status: 'SUCCEEDED', output: { n: 2 } });
  });

  it('fails with the errorType of the function, and its error as JSON in the Cause', async () => {
    const runner = await aRunner({
      machines: { m: aMachine({ A: aTask('broken') }) },
      lambdas: {
        broken: () => ({ functionError: { errorType: 'CaseClosed', errorMessage: 'it is', trace: ['at x'] } }),
      },
    });

    const { error, cause } = await runner.ending(await runner.begin('m'));

    expect(error).toBe('CaseClosed');
    expect(JSON.parse(String(cause))).toEqual({ errorType: 'CaseClosed', errorMessage: 'it is', trace: ['at x'] });
  });

  it.each([
    { name: 'Lambda.TooManyRequestsException', error: 'Lambda.TooManyRequestsException' },
    { name: 'TypeError', error: 'Lambda.Unknown' },
  ])('reports $error when the call itself throws a $name', async ({ name, error }) => {
    const runner = await aRunner({
      machines: { m: aMachine({ A: aTask('away') }) },
      lambdas: {
        away: () => {
          throw Object.assign(new Error('gone'), { name });
        },
      },
    });

    expect(await runner.ending(await runner.begin('m'))).toMatchObject({ status: 'FAILED', error, cause: 'gone' });
  });

  it('fails with States.DataLimitExceeded at 262,145 bytes, which States.ALL does not catch', async () => {
    const machine = aMachine({
      A: aTask('big', { Output: 1, End: true, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }] }),
      B: { Type: 'Succeed' },
    });
    // The result around the payload takes 56 bytes.
    const overhead = JSON.stringify({ ExecutedVersion: '$LATEST', Payload: '', StatusCode: 200 }).length;
    const runner = await aRunner({
      machines: { m: machine },
      lambdas: { big: ({ payload }) => 'x'.repeat(262_144 - overhead + Number(payload.more)) },
    });

    const fits = await runner.ending(await runner.begin('m', { more: 0 }));
    const over = await runner.ending(await runner.begin('m', { more: 1 }));

    expect(fits).toEqual({ status: 'SUCCEEDED', output: 1 });
    expect(over).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });
});

describe('Task with aws-sdk:sfn:startExecution', () => {
  const parent = aMachine({
    Start: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:sfn:startExecution',
      Arguments: { StateMachineArn: arnOf('child'), Name: '{% $states.input.name %}', Input: { n: 1 } },
      Catch: [{ ErrorEquals: ['Sfn.ExecutionAlreadyExistsException'], Next: 'Taken', Output: 'taken' }],
      End: true,
    },
    Taken: { Type: 'Succeed' },
  });
  const child = aMachine({ W: { Type: 'Wait', Seconds: 60, End: true } });

  it('gives ExecutionArn and an ISO StartDate, and the child runs by itself', async () => {
    const runner = await aRunner({ machines: { parent, child } });

    const { output } = await runner.ending(await runner.begin('parent', { name: 'cycle-2' }));

    const ExecutionArn = 'arn:aws:states:eu-west-2:000000000000:execution:child:cycle-2';
    expect(output).toEqual({ ExecutionArn, StartDate: START });
    expect(await runner.describe(ExecutionArn)).toMatchObject({ status: 'RUNNING', input: '{"n":1}' });
  });

  it('reports a name in use as Sfn.ExecutionAlreadyExistsException', async () => {
    const runner = await aRunner({ machines: { parent, child } });
    await runner.begin('child', { other: true }, 'cycle-2');

    expect(await runner.ending(await runner.begin('parent', { name: 'cycle-2' }))).toEqual({
      status: 'SUCCEEDED',
      output: 'taken',
    });
  });
});

describe('Task with waitForTaskToken', () => {
  const machines = { m: aMachine({ Ask: aHumanTask() }) };

  it('waits for its token and takes the output of SendTaskSuccess as its result', async () => {
    const runner = await aRunner({ machines });
    const arn = await runner.begin('m');
    const before = await runner.ending(arn);

    await runner.call('SendTaskSuccess', { taskToken: runner.calls[0]?.payload.token, output: '{"agreed":true}' });
    await runner.clock.settle();

    expect(before).toEqual({ status: 'RUNNING' });
    expect(await runner.ending(arn)).toEqual({ status: 'SUCCEEDED', output: { agreed: true } });
  });

  it('takes a token that is sent before the function has answered', async () => {
    const runner = await aRunner({
      machines,
      lambdas: {
        ask: async ({ payload }) => {
          await runner.call('SendTaskSuccess', { taskToken: payload.token, output: '1' });
        },
      },
    });

    expect(await runner.ending(await runner.begin('m'))).toEqual({ status: 'SUCCEEDED', output: 1 });
  });

  it('fails at once when the function fails', async () => {
    const runner = await aRunner({ machines, lambdas: { ask: () => anError('NoMail') } });

    expect(await runner.ending(await runner.begin('m'))).toMatchObject({ status: 'FAILED', error: 'NoMail' });
  });

  it('fails with the error and cause of SendTaskFailure', async () => {
    const runner = await aRunner({ machines });
    const arn = await runner.begin('m');

    await runner.call('SendTaskFailure', {
      taskToken: runner.calls[0]?.payload.token,
      error: 'Refused',
      cause: 'moved',
    });
    await runner.clock.settle();

    expect(await runner.ending(arn)).toEqual({ status: 'FAILED', error: 'Refused', cause: 'moved' });
  });
});
