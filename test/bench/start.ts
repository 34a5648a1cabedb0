import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternately, type Row } from './measured.ts';
import { start, startCommand } from './started.ts';
import { submit } from './submit.ts';

/** The floor of everything that starts a server. */
export const bareServer = [process.execPath, 'test/bench/bare-server.ts'] as const;
const page = '/leicestershire';

/** From the command to the first page of a council, on a new folder and on one that holds a case. */
export const measureStart = async (rounds: number): Promise<Row[]> => {
  const folders = await mkdtemp(join(tmpdir(), 'careway-bench-'));
  const existing = join(folders, 'existing');
  let made = 0;
  const answers = async (command: readonly [string, ...string[]], folder: string): Promise<number> => {
    const { firstAnswerMs, stop } = await start(command, page, folder);
    await stop();
    return firstAnswerMs;
  };
  const ours = await startCommand();
  const before = await start(ours, page, existing);
  await submit(before.url, 'bench');
  await before.stop();
  const { bare, cold, again, npm } = await alternately(rounds, {
    bare: () => answers(bareServer, folders),
    cold: () => {
      made += 1;
      return answers(ours, join(folders, `new-${made}`));
    },
    again: () => answers(ours, existing),
    npm: () => answers(['npm', 'start', '--silent'], existing),
  });
  await rm(folders, { recursive: true, force: true });
  const row = (what: string, sample: number[]): Row => ({
    what,
    unit: 'ms',
    ours: sample,
    floor: { is: 'a bare node:http server in TypeScript, to its first answer', sample: bare },
    note: `polled every 5 ms until GET ${page} answers 200`,
    goal: { under: 5000 },
  });
  return [
    row('Start to the first page, new folder', cold),
    row('Start to the first page, existing folder', again),
    row('The same with npm in front (npm start)', npm),
  ];
};
