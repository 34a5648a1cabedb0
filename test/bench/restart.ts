import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { databases } from '../../local/data-folder.ts';
import { createExecutionStore } from '../../local/stepfunctions/store.ts';
import { alternately, type Row } from './measured.ts';
import { start, startCommand } from './started.ts';
import { submit } from './submit.ts';

const cases = 20_000;
const page = '/leicestershire';

/** Puts as many executions beside the one of a folder as it takes, each waiting where that one waits. */
const waitToo = async (folder: string): Promise<void> => {
  const state = new ClassicLevel<string, string>(join(folder, databases[0]));
  const store = createExecutionStore(state.sublevel('stepfunctions'));
  for await (const execution of store.running()) {
    const events = await store.history(execution.arn, 1, execution.lastEvent);
    for (let count = 1; count < cases; count += 1) {
      const name = `${execution.name}-${count}`;
      await store.commit({ ...execution, name, arn: execution.arn.replace(execution.name, name) }, events);
    }
  }
  await state.close();
};

/** A start on 20,000 open cases, each waiting for its triage: from the command to the first page, and the memory then held. */
export const measureRestart = async (rounds: number): Promise<Row[]> => {
  const folders = await mkdtemp(join(tmpdir(), 'careway-bench-'));
  const [one, many] = [join(folders, 'one'), join(folders, 'many')];
  const command = await startCommand();
  for (const folder of [one, many]) {
    const before = await start(command, page, folder);
    await submit(before.url, 'bench');
    await fetch(`${before.url}/_local/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"forward":"PT1S"}',
    });
    await before.stop();
  }
  await waitToo(many);
  const memory: Record<string, number[]> = { one: [], many: [] };
  const startOn = async (name: 'one' | 'many', folder: string): Promise<number> => {
    const { firstAnswerMs, residentMegabytes, stop } = await start(command, page, folder);
    memory[name]?.push(await residentMegabytes());
    await stop();
    return firstAnswerMs;
  };
  const took = await alternately(rounds, { one: () => startOn('one', one), many: () => startOn('many', many) });
  await rm(folders, { recursive: true, force: true });
  const is = 'the same platform with one open case';
  return [
    {
      what: 'Start to the first page, 20,000 open cases',
      unit: 'ms',
      ours: took.many,
      floor: { is, sample: took.one },
      goal: { under: 5000 },
    },
    {
      what: 'Resident memory after it',
      unit: 'MB',
      ours: memory['many'] ?? [],
      floor: { is, sample: memory['one'] ?? [] },
    },
  ];
};
