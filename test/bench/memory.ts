import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Row, timed } from './measured.ts';
import { bareServer } from './start.ts';
import { start, startCommand } from './started.ts';
import { submitFromMany } from './submit.ts';

const cases = 1000;
const atOnce = 4;

/** Moves the clock and waits until everything due by then has happened. */
const forward = async (url: string, duration: string): Promise<void> => {
  const response = await fetch(`${url}/_local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ forward: duration }),
  });
  if (!response.ok) throw new Error(`The clock answered ${response.status}: ${await response.text()}`);
};

/** Resident memory of the platform, idle and with 1,000 open cases, and how long these take to make and to live with. */
export const measureMemory = async (): Promise<Row[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'careway-bench-'));
  const bare = await start(bareServer, '/', folder);
  const floor = { is: 'a bare node:http server in TypeScript', sample: [await bare.residentMegabytes()] };
  const answer = async (url: string) => (await timed(async () => (await fetch(url)).text())).wallMs;
  const bareAnswers: number[] = [];
  for (let count = 0; count < cases; count += 1) bareAnswers.push(await answer(bare.url));
  await bare.stop();

  const server = await start(await startCommand(), '/leicestershire', folder);
  const idle = await server.residentMegabytes();
  let sent = 0;
  const sender = async () => {
    while (sent < cases) {
      sent += 1;
      await submitFromMany(server.url, sent);
    }
  };
  const made = await timed(async () => {
    await Promise.all(Array.from({ length: atOnce }, sender));
    // Answers when every journey has come to its first task and every mail is sent.
    await forward(server.url, 'PT1S');
  });
  const full = await server.residentMegabytes();
  const week = await timed(() => forward(server.url, 'P1W'));
  const afterWeek = await server.residentMegabytes();
  await server.stop();
  await rm(folder, { recursive: true, force: true });

  const answers = { is: '1,000 answers of a bare node:http server', sample: [bareAnswers.reduce((a, b) => a + b, 0)] };
  return [
    { what: 'Resident memory, idle', unit: 'MB', ours: [idle], floor, goal: { under: 300 } },
    { what: 'Resident memory, 1,000 open cases', unit: 'MB', ours: [full], floor, goal: { under: 300 } },
    { what: 'Resident memory, a week later', unit: 'MB', ours: [afterWeek], floor, goal: { under: 300 } },
    {
      what: 'Make 1,000 cases, each up to its first task and mails',
      unit: 'ms',
      ours: [made.wallMs],
      floor: answers,
      note: `${atOnce} at once over HTTP, on disk`,
    },
    {
      what: 'Move the clock by a week with 1,000 open cases',
      unit: 'ms',
      ours: [week.wallMs],
      floor: answers,
      note: 'five digests, of 1,000 overdue tasks at the end, and their escalation',
    },
  ];
};
