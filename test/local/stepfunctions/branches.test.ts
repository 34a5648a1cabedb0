import { describe, expect, it } from 'vitest';
import { aHumanTask, aMachine, anError, aRunner, aTask } from './a-runner.ts';

const block = (States: Record<string, unknown>) => ({ StartAt: Object.keys(States)[0], States });
const tokenOf = (runner: Awaited<ReturnType<typeof aRunner>>, index: number) => runner.calls[index]?.payload.token;

describe('Parallel', () => {
  it('gives every branch the same input and its result in the order of the branches', async () => {
    const runner = await aRunner({
      machines: {
        m: aMachine({
          P: {
            Type: 'Parallel',
            Arguments: { n: '{% $states.input.n + 1 %}' },
            Branches: [
              block({ W: { Type: 'Wait', Seconds: 60, End: true } }),
              block({ Q: { Type: 'Pass', Output: '{% $states.input.n * 10 %}', End: true } }),
            ],
            Output: { got: '{% $states.result %}' },
            End: true,
          },
        }),
      },
    });
    const arn = await runner.begin('m', { n: 1 });

    await runner.clock.next();

    expect(await runner.ending(arn)).toEqual({ status: 'SUCCEEDED', output: { got: [{ n: 2 }, 20] } });
  });

  it('waits for two people at once, in whatever order they answer', async () => {
    const runner = await aRunner({
      machines: {
        m: aMachine({
          P: { Type: 'Parallel', Branches: [block({ A: aHumanTask() }), block({ B: aHumanTask() })], End: true },
        }),
      },
    });
    const arn = await runner.begin('m');

    const [view] = await runner.functions.executions();
    await runner.call('SendTaskSuccess', { taskToken: tokenOf(runner, 1), output: '"second"' });
    const between = await runner.ending(arn);
    await runner.call('SendTaskSuccess', { taskToken: tokenOf(runner, 0), output: '"first"' });

    expect(view?.currentStates).toEqual(['A', 'B']);
    expect(between).toEqual({ status: 'RUNNING' });
    expect(await runner.ending(arn)).toEqual({ status: 'SUCCEEDED', output: ['first', 'second'] });
  });

  it('fails with the error of a branch, gives the others up and closes their tokens', async () => {
    const runner = await aRunner({
      machines: {
        m: aMachine({
          P: {
            Type: 'Parallel',
            Branches: [
              block({ A: aHumanTask() }),
              block({ W: { Type: 'Wait', Seconds: 5, Next: 'F' }, F: { Type: 'Fail', Error: 'Moved', Cause: 'away' } }),
            ],
            Catch: [{ ErrorEquals: ['Moved'], Next: 'C' }],
            End: true,
          },
          C: { Type: 'Succeed' },
        }),
      },
    });
    const arn = await runner.begin('m');

    await runner.clock.next();

    expect(await runner.ending(arn)).toEqual({ status: 'SUCCEEDED', output: { Error: 'Moved', Cause: 'away' } });
    expect((await runner.history(arn)).map(({ type }) => type)).toContain('TaskStateAborted');
    await expect(runner.call('SendTaskSuccess', { taskToken: tokenOf(runner, 0), output: '1' })).rejects.toMatchObject({
      name: 'TaskTimedOut',
    });
  });

  it('runs all branches again when it is retried', async () => {
    let calls = 0;
    const runner = await aRunner({
      machines: {
        m: aMachine({
          P: {
            Type: 'Parallel',
            Branches: [block({ A: aTask('ok') }), block({ B: aTask('sometimes') })],
            Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 30 }],
            Output: 'done',
            End: true,
          },
        }),
      },
      lambdas: { ok: () => 1, sometimes: () => (calls++ === 0 ? anError('Busy') : 2) },
    });
    const arn = await runner.begin('m');

    await runner.clock.forward('PT30S');

    expect(await runner.ending(arn)).toEqual({ status: 'SUCCEEDED', output: 'done' });
    expect(runner.calls.map(({ name }) => name).sort()).toEqual(['ok', 'ok', 'sometimes', 'sometimes']);
  });

  it('fails the states around it too when an inner Parallel fails, and gives their branches up', async () => {
    const inner = {
      Type: 'Parallel',
      Branches: [block({ A: aHumanTask() }), block({ F: aTask('broken') })],
      End: true,
    };
    const runner = await aRunner({
      machines: {
        m: aMachine({
          P: { Type: 'Parallel', Branches: [block({ I: inner }), block({ B: aHumanTask() })], End: true },
        }),
      },
      lambdas: { broken: () => anError('Busy') },
    });

    const arn = await runner.begin('m');

    expect(await runner.ending(arn)).toMatchObject({ status: 'FAILED', error: 'Busy' });
    expect(runner.clock.peekNext()).toBeNull();
  });
});

describe('Map', () => {
  const mapOf = (more: Record<string, unknown>, States: Record<string, unknown>) =>
    aMachine({ M: { Type: 'Map', ItemProcessor: block(States), End: true, ...more } });
  const double = { D: { Type: 'Pass', Output: '{% $states.input * 2 %}', End: true } };

  it('runs its processor for each item of the input and keeps their order', async () => {
    const runner = await aRunner({ machines: { m: mapOf({}, double) } });

    expect(await runner.ending(await runner.begin('m', [3, 1, 2]))).toEqual({ status: 'SUCCEEDED', output: [6, 2, 4] });
  });

  it('gives [] for no items', async () => {
    const runner = await aRunner({ machines: { m: mapOf({}, double) } });

    expect(await runner.ending(await runner.begin('m', []))).toEqual({ status: 'SUCCEEDED', output: [] });
  });

  it('shows Map.Item.Index and Value to ItemSelector and to the states inside', async () => {
    const machine = mapOf(
      {
        Items: '{% $states.input.names %}',
        ItemSelector: { who: '{% $states.context.Map.Item.Value %}', of: '{% $states.input.of %}' },
      },
      {
        A: {
          Type: 'Pass',
          Output: { input: '{% $states.input %}', index: '{% $states.context.Map.Item.Index %}' },
          End: true,
        },
      },
    );
    const runner = await aRunner({ machines: { m: machine } });

    expect((await runner.ending(await runner.begin('m', { names: ['a', 'b'], of: 7 }))).output).toEqual([
      { input: { who: 'a', of: 7 }, index: 0 },
      { input: { who: 'b', of: 7 }, index: 1 },
    ]);
  });

  it('takes the entries of an object as items with a Key', async () => {
    const machine = mapOf(
      { Items: { x: 1, y: 2 } },
      { A: { Type: 'Pass', Output: '{% $states.context.Map.Item.Key & $states.input %}', End: true } },
    );
    const runner = await aRunner({ machines: { m: machine } });

    expect((await runner.ending(await runner.begin('m'))).output).toEqual(['x1', 'y2']);
  });

  it.each([
    { MaxConcurrency: 2, seconds: [10, 20, 30] },
    { MaxConcurrency: '{% 1 %}', seconds: [10, 20, 30, 40, 50] },
    { MaxConcurrency: 5, seconds: [10] },
    { MaxConcurrency: 0, seconds: [10] },
  ])(
    'runs 5 items of 10 seconds with MaxConcurrency $MaxConcurrency in steps at $seconds seconds',
    async ({ MaxConcurrency, seconds }) => {
      const runner = await aRunner({
        machines: { m: mapOf({ MaxConcurrency }, { W: { Type: 'Wait', Seconds: 10, End: true } }) },
      });
      const arn = await runner.begin('m', [1, 2, 3, 4, 5]);
      const start = runner.clock.now().epochMilliseconds;
      const steps: number[] = [];

      while ((await runner.ending(arn)).status === 'RUNNING') {
        await runner.clock.next();
        steps.push((runner.clock.now().epochMilliseconds - start) / 1000);
      }

      expect(steps).toEqual(seconds);
    },
  );

  it('runs at most 40 iterations at once, as an inline Map on AWS', async () => {
    const runner = await aRunner({ machines: { m: mapOf({}, { A: aHumanTask() }) } });

    await runner.begin(
      'm',
      Array.from({ length: 41 }, (_, index) => index),
    );

    expect(runner.calls).toHaveLength(40);
  });

  it('fails with the error of the first failed iteration and starts no more', async () => {
    const runner = await aRunner({
      machines: { m: mapOf({ MaxConcurrency: 1 }, { A: aTask('f') }) },
      lambdas: { f: () => (runner.calls.length === 2 ? anError('Busy') : 1) },
    });

    const arn = await runner.begin('m', [1, 2, 3]);

    expect(await runner.ending(arn)).toMatchObject({ status: 'FAILED', error: 'Busy' });
    expect(runner.calls).toHaveLength(2);
    expect((await runner.history(arn)).filter(({ type }) => type.startsWith('Map')).map(({ type }) => type)).toEqual([
      'MapStateEntered',
      'MapStateStarted',
      'MapIterationStarted',
      'MapIterationSucceeded',
      'MapIterationStarted',
      'MapIterationFailed',
      'MapStateFailed',
    ]);
  });

  it.each([{ Items: '{% 5 %}' }, { MaxConcurrency: '{% -1 %}' }])(
    'fails with States.QueryEvaluationError for %j',
    async (more) => {
      const runner = await aRunner({ machines: { m: mapOf(more, double) } });

      expect(await runner.ending(await runner.begin('m', [1]))).toMatchObject({ error: 'States.QueryEvaluationError' });
    },
  );
});
