import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { aMachine, anError, aRunner, aTask, START } from './a-runner.ts';

/** Runs a task that fails every time, and answers when it was called, in seconds after the start. */
async function callsOf(Retry: unknown[], errors: string[] | string = 'Busy', random = () => 0.5) {
  const at: number[] = [];
  const runner = await aRunner({
    machines: { m: aMachine({ A: aTask('broken', { Retry, End: true }) }) },
    random,
    lambdas: {
      broken: () => {
        at.push((runner.clock.now().epochMilliseconds - Date.parse(START)) / 1000);
        return anError(typeof errors === 'string' ? errors : (errors[at.length - 1] ?? 'Last'));
      },
    },
  });
  const arn = await runner.begin('m');
  await runner.clock.moveTo(Temporal.Instant.from('2026-12-01T00:00:00Z'));
  return { at, ending: await runner.ending(arn) };
}

describe('Retry', () => {
  it('tries 3 times more by default, after 1, 2 and 4 seconds', async () => {
    const { at, ending } = await callsOf([{ ErrorEquals: ['Busy'] }]);

    expect(at).toEqual([0, 1, 3, 7]);
    expect(ending).toMatchObject({ status: 'FAILED', error: 'Busy' });
  });

  it.each([
    { retry: { IntervalSeconds: 10, MaxAttempts: 4, BackoffRate: 3 }, at: [0, 10, 40, 130, 400] },
    { retry: { IntervalSeconds: 10, MaxAttempts: 4, BackoffRate: 3, MaxDelaySeconds: 50 }, at: [0, 10, 40, 90, 140] },
    { retry: { IntervalSeconds: 3, MaxAttempts: 2, BackoffRate: 1.5 }, at: [0, 3, 7.5] },
    { retry: { IntervalSeconds: 5, MaxAttempts: 2, BackoffRate: 1 }, at: [0, 5, 10] },
    { retry: { MaxAttempts: 0 }, at: [0] },
    { retry: { IntervalSeconds: 60, MaxAttempts: 2, JitterStrategy: 'FULL' }, at: [0, 15, 45] },
    { retry: { IntervalSeconds: 60, MaxAttempts: 2, JitterStrategy: 'NONE' }, at: [0, 60, 180] },
  ])('with $retry calls at seconds $at', async ({ retry, at }) => {
    const result = await callsOf([{ ErrorEquals: ['Busy'], ...retry }], 'Busy', () => 0.25);

    expect(result.at).toEqual(at);
  });

  it('counts the attempts of each retrier for itself, and uses the first that names the error', async () => {
    const { at, ending } = await callsOf(
      [
        { ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 2, BackoffRate: 1 },
        { ErrorEquals: ['States.ALL'], IntervalSeconds: 100, MaxAttempts: 1 },
      ],
      ['Busy', 'Other', 'Busy', 'Busy'],
    );

    expect(at).toEqual([0, 1, 101, 102]);
    expect(ending).toMatchObject({ error: 'Busy' });
  });

  it('shows RetryCount 0, 1, 2 to the arguments of each attempt', async () => {
    const seen: unknown[] = [];
    const Arguments = { FunctionName: 'f', Payload: { count: '{% $states.context.State.RetryCount %}' } };
    const runner = await aRunner({
      machines: { m: aMachine({ A: aTask('f', { Arguments, Retry: [{ ErrorEquals: ['Busy'] }], End: true }) }) },
      lambdas: {
        f: ({ payload }) => {
          seen.push(payload.count);
          return seen.length < 3 ? anError('Busy') : 'ok';
        },
      },
    });
    const arn = await runner.begin('m');

    await runner.clock.forward('PT1H');

    expect(seen).toEqual([0, 1, 2]);
    expect(await runner.ending(arn)).toMatchObject({ status: 'SUCCEEDED' });
  });
});

describe('Catch', () => {
  const machineOf = (Catch: unknown[], more: Record<string, unknown> = {}) =>
    aMachine({
      A: aTask('broken', { Catch, End: true, ...more }),
      First: { Type: 'Pass', Output: { by: 'first', got: '{% $states.input %}' }, End: true },
      Second: { Type: 'Pass', Output: { by: 'second', got: '{% $states.input %}' }, End: true },
    });
  const endingOf = async (machine: unknown, error = 'Busy') => {
    const runner = await aRunner({ machines: { m: machine }, lambdas: { broken: () => anError(error, 'why') } });
    return runner.ending(await runner.begin('m', { reference: 'K7M' }));
  };
  const cause = JSON.stringify({ errorType: 'Busy', errorMessage: 'why', trace: [] });

  it('goes to the first catcher that names the error, with the Error Output', async () => {
    const ending = await endingOf(
      machineOf([
        { ErrorEquals: ['Other'], Next: 'Second' },
        { ErrorEquals: ['More', 'Busy'], Next: 'First' },
        { ErrorEquals: ['States.ALL'], Next: 'Second' },
      ]),
    );

    expect(ending).toEqual({ status: 'SUCCEEDED', output: { by: 'first', got: { Error: 'Busy', Cause: cause } } });
  });

  it('passes its own Output on, made of $states.errorOutput and the input of the state', async () => {
    const Output = { what: '{% $states.errorOutput.Error %}', case: '{% $states.input.reference %}' };
    const ending = await endingOf(
      machineOf([
        { ErrorEquals: ['States.TaskFailed'], Next: 'First', Output },
        { ErrorEquals: ['States.ALL'], Next: 'Second' },
      ]),
    );

    expect(ending).toEqual({ status: 'SUCCEEDED', output: { by: 'first', got: { what: 'Busy', case: 'K7M' } } });
  });

  it('assigns its own variables and not those of the state', async () => {
    const machine = aMachine({
      A: aTask('broken', {
        Assign: { own: 1 },
        Catch: [{ ErrorEquals: ['Busy'], Next: 'B', Assign: { caught: '{% $states.errorOutput.Error %}' } }],
        Next: 'B',
      }),
      B: { Type: 'Pass', Output: { caught: '{% $caught %}', own: '{% $exists($own) %}' }, End: true },
      Second: { Type: 'Pass', End: true },
      First: { Type: 'Choice', Choices: [{ Condition: true, Next: 'Second' }], Default: 'First' },
    });
    delete (machine.States as Record<string, unknown>).First;
    delete (machine.States as Record<string, unknown>).Second;

    expect(await endingOf(machine)).toEqual({ status: 'SUCCEEDED', output: { caught: 'Busy', own: false } });
  });

  it('comes after the retries are used up', async () => {
    const runner = await aRunner({
      machines: {
        m: machineOf(
          [
            { ErrorEquals: ['Busy'], Next: 'First' },
            { ErrorEquals: ['States.ALL'], Next: 'Second' },
          ],
          { Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 1, IntervalSeconds: 5 }] },
        ),
      },
      lambdas: { broken: () => anError('Busy') },
    });
    const arn = await runner.begin('m');

    const before = await runner.ending(arn);
    await runner.clock.forward('PT5S');

    expect(before).toEqual({ status: 'RUNNING' });
    expect(await runner.ending(arn)).toMatchObject({ output: { by: 'first' } });
    expect(runner.calls).toHaveLength(2);
  });

  it('fails with the original error when no catcher names it', async () => {
    const machine = machineOf([
      { ErrorEquals: ['Other'], Next: 'First' },
      { ErrorEquals: ['States.Timeout'], Next: 'Second' },
    ]);

    expect(await endingOf(machine)).toEqual({ status: 'FAILED', error: 'Busy', cause });
  });

  it('catches a failed expression as States.QueryEvaluationError', async () => {
    const runner = await aRunner({
      machines: {
        m: aMachine({
          A: aTask('ok', {
            Output: '{% $states.result.Payload.nowhere %}',
            Catch: [
              { ErrorEquals: ['States.QueryEvaluationError'], Next: 'B', Output: '{% $states.errorOutput.Cause %}' },
            ],
            End: true,
          }),
          B: { Type: 'Succeed' },
        }),
      },
      lambdas: { ok: () => ({}) },
    });

    expect(await runner.ending(await runner.begin('m'))).toEqual({
      status: 'SUCCEEDED',
      output:
        "An error occurred while executing the state 'A' (entered at the event id #2). The JSONata expression " +
        "'$states.result.Payload.nowhere' specified for the field 'Output' returned nothing (undefined).",
    });
  });

  it('does not catch a failure of its own expressions', async () => {
    const machine = machineOf([
      { ErrorEquals: ['Busy'], Next: 'First', Output: '{% $states.input.nowhere %}' },
      { ErrorEquals: ['States.ALL'], Next: 'Second' },
    ]);

    expect(await endingOf(machine)).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  });
});
