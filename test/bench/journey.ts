import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Row } from './measured.ts';

const execute = promisify(execFile);

type Took = { cpuMs: number; wallMs: number };

/** One person's whole two years, each time in a new process: every step that a person, a member of staff or the clock takes. */
export const measureJourney = async (rounds: number): Promise<Row[]> => {
  const plays: { ours: Took; floor: Took; items: number; mails: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { stdout } = await execute(process.execPath, [join(import.meta.dirname, 'play-journey.ts')]);
    plays.push(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? ''));
  }
  const [first] = plays;
  const row = (unit: 'CPU ms' | 'ms', measure: keyof Took): Row => ({
    what: 'A whole two-year journey',
    unit,
    ours: plays.map(({ ours }) => ours[measure]),
    floor: {
      is: `the ${first?.items} items that it leaves, put one by one into an empty local DynamoDB`,
      sample: plays.map(({ floor }) => floor[measure]),
    },
    note: `with ${first?.mails} mails, 19 tasks and about 500 working days; the first calls of all functions included`,
  });
  return [row('CPU ms', 'cpuMs'), { ...row('ms', 'wallMs'), goal: { under: 20_000 } }];
};
