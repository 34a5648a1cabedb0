import { MemoryLevel } from 'memory-level';
import { describe, expect, it, vi } from 'vitest';
import { aHumanTask, aMachine, aRunner, aTask, START } from './a-runner.ts';

const catching = (ErrorEquals: string[]) => [{ ErrorEquals, Next: 'Late', Output: '{% $states.errorOutput %}' }];
const Late = { Type: 'Succeed' };

describe('TimeoutSeconds of a task', () => {
  it.each([{ TimeoutSeconds: 600 }, { TimeoutSeconds: '{% $states.input.minutes * 60 %}' }])(
    'ends the wait for a token with States.Timeout after 600 seconds for %j, not 1 second earlier',
    async (timeout) => {
      const runner = await aRunner({
        machines: {
          m: aMachine({ A: aHumanTask({ ...timeout, Catch: catching(['States.Timeout']), End: true }), Late }),
        },
      });
      const arn = await runner.begin('m', { minutes: 10 });

      await runner.clock.forward('PT599S');
      const before = await runner.ending(arn);
      await runner.clock.forward('PT1S');

      expect(before).toEqual({ status: 'RUNNING' });
      expect(await runner.ending(arn)).toEqual({ status: 'SUCCEEDED', output: { Error: 'States.Timeout' } });
    },
  );

  it('is not caught by States.TaskFailed, but by States.ALL', async () => {
    const machines = {
      failed: aMachine({
        A: aHumanTask({ TimeoutSeconds: 60, Catch: catching(['States.TaskFailed']), End: true }),
        Late,
      }),
      all: aMachine({ A: aHumanTask({ TimeoutSeconds: 60, Catch: catching(['States.ALL']), End: true }), Late }),
    };
    const runner = await aRunner({ machines });
    const [failed, all] = [await runner.begin('failed'), await runner.begin('all')];

    await runner.clock.forward('PT1M');

    expect(await runner.ending(failed)).toEqual({ status: 'FAILED', error: 'States.Timeout' });
    expect(await runner.ending(all)).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('counts afresh for each attempt, with a new token', async () => {
    const Retry = [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1, IntervalSeconds: 60 }];
    const runner = await aRunner({
      machines: { m: aMachine({ A: aHumanTask({ TimeoutSeconds: 60, Retry, End: true }) }) },
    });
    const arn = await runner.begin('m');

    await runner.clock.forward('PT179S');
    const before = await runner.ending(arn);
    await runner.clock.forward('PT1S');

    const [first, second] = runner.calls.map(({ payload }) => payload.token);
    expect([before.status, (await runner.ending(arn)).status]).toEqual(['RUNNING', 'FAILED']);
    expect(first).not.toBe(second);
  });

  it('lets a call go that has not answered in time, and ignores its answer', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const aborted: boolean[] = [];
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.parse(START) });
    try {
      const runner = await aRunner({
        mode: 'ticking',
        machines: {
          m: aMachine({
            A: aTask('slow', { TimeoutSeconds: 3, Catch: catching(['States.Timeout']), End: true }),
            Late,
          }),
        },
        lambdas: {
          slow: ({ signal }) => {
            signal.addEventListener('abort', () => aborted.push(true));
            return new Promise((resolve) => {
              answer = resolve;
            });
          },
        },
      });
      await runner.call('StartExecution', {
        stateMachineArn: 'arn:aws:states:eu-west-2:000000000000:stateMachine:m',
        name: 'one',
      });
      const arn = 'arn:aws:states:eu-west-2:000000000000:execution:m:one';
      await vi.waitFor(() => expect(runner.calls).toHaveLength(1));

      vi.advanceTimersByTime(3_000);
      await runner.clock.settle();
      answer('too late');
      await runner.clock.settle();

      expect(await runner.ending(arn)).toEqual({ status: 'SUCCEEDED', output: { Error: 'States.Timeout' } });
      expect(aborted).toEqual([true]);
      await runner.stop();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('HeartbeatSeconds', () => {
  const machineOf = (name: string) =>
    aMachine({
      A: aHumanTask({ HeartbeatSeconds: 60, TimeoutSeconds: 150, Catch: catching([name]), End: true }),
      Late,
    });

  it.each(['States.HeartbeatTimeout', 'States.Timeout'])(
    'ends a silent task after 60 seconds, caught as %s',
    async (name) => {
      const runner = await aRunner({ machines: { m: machineOf(name) } });
      const arn = await runner.begin('m');

      await runner.clock.forward('PT59S');
      const before = await runner.ending(arn);
      await runner.clock.forward('PT1S');

      expect(before).toEqual({ status: 'RUNNING' });
      expect(await runner.ending(arn)).toEqual({ status: 'SUCCEEDED', output: { Error: 'States.Timeout' } });
    },
  );

  it('begins again with each heartbeat, up to TimeoutSeconds', async () => {
    const runner = await aRunner({ machines: { m: machineOf('States.Timeout') } });
    const arn = await runner.begin('m');
    const taskToken = runner.calls[0]?.payload.token;

    const moments: string[] = [];
    for (let beat = 0; beat < 2; beat += 1) {
      await runner.clock.forward('PT50S');
      await runner.call('SendTaskHeartbeat', { taskToken });
      moments.push(String(runner.clock.peekNext()));
    }
    await runner.clock.next();

    expect(moments).toEqual(['2026-11-02T09:01:50Z', '2026-11-02T09:02:30Z']);
    expect((await runner.ending(arn)).status).toBe('SUCCEEDED');
  });
});

describe('the end of an execution by time', () => {
  const waiting = (more = {}) => aMachine({ A: { Type: 'Wait', Seconds: 99_999_999, End: true } }, more);

  it('comes with TIMED_OUT after the TimeoutSeconds of the machine, without an error', async () => {
    const runner = await aRunner({ machines: { m: waiting({ TimeoutSeconds: 100 }) } });
    const arn = await runner.begin('m');

    await runner.clock.forward('PT99S');
    const before = await runner.ending(arn);
    await runner.clock.forward('PT1S');

    expect([before, await runner.ending(arn)]).toEqual([{ status: 'RUNNING' }, { status: 'TIMED_OUT' }]);
    expect((await runner.history(arn)).at(-1)).toMatchObject({
      type: 'ExecutionTimedOut',
      executionTimedOutEventDetails: { error: 'States.Timeout' },
    });
  });

  it('comes after 365 days for any machine, not 1 ms earlier, and leaves no timer behind', async () => {
    const runner = await aRunner({ machines: { m: waiting() }, store: new MemoryLevel() });
    const arn = await runner.begin('m');
    const year = runner.clock.now().add({ hours: 365 * 24 });

    await runner.clock.moveTo(year.subtract({ milliseconds: 1 }));
    const before = await runner.ending(arn);
    await runner.clock.moveTo(year);

    expect([before.status, (await runner.ending(arn)).status]).toEqual(['RUNNING', 'TIMED_OUT']);
    expect(runner.clock.peekNext()).toBeNull();
  });
});
