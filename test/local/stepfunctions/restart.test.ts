import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { MemoryLevel } from 'memory-level';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Store } from '../../../local/clock.ts';
import { aHumanTask, aMachine, anError, aRunner, aTask } from './a-runner.ts';
import { crashMachines } from './crash-machines.ts';

type Runner = Awaited<ReturnType<typeof aRunner>>;
const endings = async (runner: Runner, arns: string[]) => Promise.all(arns.map((arn) => runner.ending(arn)));

describe('after a restart', () => {
  it('goes on with a wait at exactly the instant it was for', async () => {
    const store = new MemoryLevel();
    const before = await aRunner({ machines: crashMachines, store });
    const arn = await before.begin('wait');
    await before.clock.forward('PT5M');
    await before.stop();

    const after = await aRunner({ machines: crashMachines, store });
    const next = await after.clock.next();

    expect(String(next)).toBe('2026-11-02T09:10:00Z');
    expect(await after.ending(arn)).toEqual({ status: 'SUCCEEDED', output: 'before' });
  });

  it('takes the token that was handed out before, and does not call the function again', async () => {
    const store = new MemoryLevel();
    const before = await aRunner({ machines: crashMachines, store });
    const arn = await before.begin('token');
    await before.stop();

    const after = await aRunner({ machines: crashMachines, store });
    await after.call('SendTaskSuccess', { taskToken: before.calls[0]?.payload.token, output: '"yes"' });

    expect(await after.ending(arn)).toEqual({ status: 'SUCCEEDED', output: 'yes' });
    expect(after.calls).toEqual([]);
  });

  it('still times a task out at the instant that was set before', async () => {
    const store = new MemoryLevel();
    const before = await aRunner({ machines: crashMachines, store });
    const arn = await before.begin('token');
    await before.clock.forward('PT30M');
    await before.stop();

    const after = await aRunner({ machines: crashMachines, store });
    const next = await after.clock.next();

    expect(String(next)).toBe('2026-11-02T10:00:00Z');
    expect(await after.ending(arn)).toEqual({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('goes on with a retry at its instant, with the attempts counted on', async () => {
    const store = new MemoryLevel();
    const lambdas = { flaky: () => anError('Busy') };
    const before = await aRunner({ machines: crashMachines, store, lambdas });
    const arn = await before.begin('retry');
    await before.stop();

    const after = await aRunner({ machines: crashMachines, store, lambdas });
    const next = await after.clock.next();

    expect(String(next)).toBe('2026-11-02T09:05:00Z');
    expect([before.calls.length, after.calls.length]).toEqual([1, 1]);
    expect(await after.ending(arn)).toMatchObject({ status: 'FAILED', error: 'Busy' });
  });

  it('makes a call again that was under way, with the same payload and token', async () => {
    const store = new MemoryLevel();
    const machines = { m: aMachine({ Ask: aHumanTask() }) };
    const before = await aRunner({ machines, store, lambdas: { ask: () => new Promise(() => undefined) } });
    await before.call('StartExecution', { stateMachineArn: 'arn:aws:states:eu-west-2:000000000000:stateMachine:m' });
    while (before.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await before.stop();

    const after = await aRunner({ machines, store });
    await after.clock.settle();

    expect(before.calls[0]?.signal.aborted).toBe(true);
    expect(after.calls.map(({ payload }) => payload)).toEqual(before.calls.map(({ payload }) => payload));
  });

  it('finishes an execution with the definition that it was started with', async () => {
    const store = new MemoryLevel();
    const before = await aRunner({ machines: crashMachines, store });
    const arn = await before.begin('wait');
    await before.stop();
    const wait = aMachine({ Other: { Type: 'Succeed' } });

    const after = await aRunner({ machines: { ...crashMachines, wait }, store });
    await after.clock.next();

    expect(await after.ending(arn)).toEqual({ status: 'SUCCEEDED', output: 'before' });
  });

  it('parses a definition once by its content, not once an execution', async () => {
    const store = new MemoryLevel();
    const released = aMachine({ Ask: aHumanTask() }, { Comment: 'As it was released first.' });
    const today = aMachine({ Ask: aHumanTask() }, { Comment: 'As it is now.' });
    const running: string[] = [];
    for (const machine of [released, today]) {
      const runner = await aRunner({ machines: { m: machine }, store });
      for (let count = 0; count < 20; count += 1) running.push(await runner.begin('m'));
      await runner.stop();
    }
    const parse = vi.spyOn(JSON, 'parse');
    onTestFinished(() => void parse.mockRestore());
    const parsed = (machine: unknown) => parse.mock.calls.filter(([text]) => text === JSON.stringify(machine)).length;

    const after = await aRunner({ machines: { m: today }, store });

    expect([parsed(released), parsed(today)]).toEqual([1, 1]);
    await after.clock.next();
    expect(new Set((await endings(after, running)).map(({ status }) => status))).toEqual(new Set(['TIMED_OUT']));
  });

  it('writes a definition once, not with every start', async () => {
    const store = new MemoryLevel();
    const machines = { m: aMachine({ Ask: aHumanTask() }) };
    const runner = await aRunner({ machines, store });
    const text = JSON.stringify(machines.m);
    const written: unknown[] = [];
    store.on('write', (operations: { value?: unknown }[]) => {
      written.push(...operations.map(({ value }) => String(value)).filter((value) => value === text));
    });

    await Promise.all([runner.begin('m'), runner.begin('m'), runner.begin('m')]);

    expect(written).toHaveLength(1);
  });

  it('still ends an execution that is a year old', async () => {
    const store = new MemoryLevel();
    const machines = { m: aMachine({ Ask: aHumanTask() }) };
    const before = await aRunner({ machines, store });
    const arn = await before.begin('m');
    await before.stop();

    const after = await aRunner({ machines, store });
    const next = await after.clock.next();

    expect(String(next)).toBe('2027-11-02T09:00:00Z');
    expect(await after.ending(arn)).toEqual({ status: 'TIMED_OUT' });
  });

  it('does not start a child execution twice when the start was under way', async () => {
    const store = new MemoryLevel();
    const child = aMachine({ W: { Type: 'Wait', Seconds: 5, End: true } });
    const Arguments = { StateMachineArn: 'arn:aws:states:eu-west-2:000000000000:stateMachine:child', Input: '{}' };
    const parent = aMachine({
      Ready: aTask('ok', { Next: 'Start' }),
      Start: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sfn:startExecution', Arguments, End: true },
    });
    const before = await aRunner({ machines: { parent, child }, store });
    const arn = await before.begin('parent');
    // The snapshot as it was when the call had been written but not answered.
    const executions = store
      .sublevel('stepfunctions')
      .sublevel<string, Record<string, unknown>>('executions', { valueEncoding: 'json' });
    const running = store.sublevel('stepfunctions').sublevel('running');
    const ended = await executions.get(arn);
    const scheduled = (await before.history(arn)).find(
      ({ type, taskScheduledEventDetails }) =>
        type === 'TaskScheduled' && taskScheduledEventDetails?.resource === 'startExecution',
    );
    await before.stop();
    const parameters = JSON.parse(String(scheduled?.taskScheduledEventDetails?.parameters));
    const run = {
      attempt: 90,
      state: 'Start',
      input: {},
      enteredAtMs: 0,
      enteredEvent: 7,
      retryCount: 0,
      retries: {},
      token: null,
    };
    const waiting = {
      kind: 'task',
      parameters,
      answered: false,
      timeoutAtMs: null,
      heartbeatSeconds: null,
      heartbeatAtMs: null,
    };
    const { output: _, stoppedAtMs: __, ...rest } = ended ?? {};
    await executions.put(arn, {
      ...rest,
      status: 'RUNNING',
      lastNumber: 99,
      scopes: { 0: { id: 0, parent: null, index: 0, variables: {}, lastEvent: 9, run: { ...run, waiting } } },
    });
    await running.put(arn, arn);

    const after = await aRunner({ machines: { parent, child }, store });
    await after.clock.settle();

    expect((await after.ending(arn)).status).toBe('SUCCEEDED');
    expect(await after.functions.executions({ machine: 'child' })).toHaveLength(1);
  });
});

describe('after kill -9', () => {
  it('every execution goes on from where it was: wait, token, two tokens, Map, retry and call', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'careway-'));
    try {
      const { arns, tokens } = await killedInTheMiddle(folder);
      const store: Store = new ClassicLevel(folder);
      const runner = await aRunner({
        machines: crashMachines,
        store,
        lambdas: { flaky: () => 'at last', hangs: ({ payload }) => payload.n },
      });

      expect(String(runner.clock.now())).toBe('2026-11-02T09:01:01Z');
      for (const [index, taskToken] of tokens.entries()) {
        await runner.call('SendTaskSuccess', { taskToken, output: String(index) });
      }
      await runner.clock.forward('PT1H');
      const names = ['wait', 'token', 'both', 'each', 'retry', 'call'];
      const results = await endings(
        runner,
        names.map((name) => String(arns[name])),
      );

      expect(results.map(({ output }) => output)).toEqual(['before', 0, [1, 2], [2, 4], 'at last', 5]);
      for (const name of names) {
        const ids = (await runner.history(String(arns[name]))).map(({ id }) => id);
        expect(ids).toEqual(ids.map((_, index) => index + 1));
      }
      await runner.stop();
      await store.close();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** Runs the child on a folder until it says that it is in the middle of everything, and kills it. */
function killedInTheMiddle(folder: string): Promise<{ arns: Record<string, string>; tokens: string[] }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'crash-child.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => {
      said += data;
      if (said.endsWith('\n')) child.kill('SIGKILL');
    });
    child.on('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve(JSON.parse(said));
      else reject(new Error(`The child ended with code ${code} before it was killed.`));
    });
  });
}
