import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fivePages, typed } from './five-page-form.ts';
import { type Answer, createConnection, fillForm, requestsPerJourney } from './form-client.ts';
import type { Recorded } from './form-floor.ts';
import type { Row } from './measured.ts';
import { type Usage, usage } from './reporting.ts';
import { startCommand } from './started.ts';

const atOnce = 8;
const filled = { council: 'leicestershire', form: fivePages.form.id, typed };

/** A server that another file runs, on the processors that this process shares with it. */
type Running = { readonly port: number; used(): Promise<Usage>; stop(): Promise<void> };

/** Where `npm start` keeps compiled code from the second time on. */
const compiled = join(import.meta.dirname, '../../.careway/compiled');

const startFile = async (file: string, given: object): Promise<Running> => {
  const [, ...flags] = await startCommand();
  const child: ChildProcess = fork(join(import.meta.dirname, file), {
    execArgv: flags.filter((flag) => flag.startsWith('--')),
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ask = async <T>(message: object): Promise<T> => {
    const answered = once(child, 'message');
    child.send(message);
    const [answer] = await answered;
    return answer;
  };
  const { port } = await ask<{ port: number }>(given);
  return {
    port,
    used: () => ask<Usage>({}),
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
};

/** One journey on a platform, answer by answer, for a server that does nothing but repeat it. */
const record = async (port: number): Promise<Recorded> => {
  const recorded: Record<string, Recorded[string]> = {};
  const connection = createConnection(port);
  await fillForm(connection, filled, (method, path, { status, location, cookie, body }: Answer) => {
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      ...(location && { location }),
      ...(cookie && { 'set-cookie': cookie }),
    };
    recorded[`${method} ${path}`] = { status, headers, body };
  });
  connection.close();
  return recorded;
};

/** One round: how long each journey took, how long all together, and what both sides used meanwhile. */
type Round = { eachMs: number[]; wallMs: number; server: number; client: number };

const play = async ({ port, used }: Running, journeys: number, people: number): Promise<Round> => {
  const eachMs: number[] = [];
  let begun = 0;
  const connections = Array.from({ length: people }, () => createConnection(port));
  const [serverBefore, clientBefore, began] = [await used(), usage(), performance.now()];
  const person = async (connection: ReturnType<typeof createConnection>) => {
    while (begun < journeys) {
      begun += 1;
      const from = performance.now();
      await fillForm(connection, filled);
      eachMs.push(performance.now() - from);
    }
  };
  await Promise.all(connections.map(person));
  const wallMs = performance.now() - began;
  const [clientAfter, serverAfter] = [usage(), await used()];
  for (const connection of connections) connection.close();
  return {
    eachMs,
    wallMs,
    server: serverAfter.cpuMs - serverBefore.cpuMs,
    client: clientAfter.cpuMs - clientBefore.cpuMs,
  };
};

/** Rounds of both servers by turns, alone and eight at once. */
export const measureForm = async (rounds: number): Promise<Row[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'careway-bench-'));
  // The first start compiles, and is not measured.
  const first = await startFile('form-server.ts', { folder });
  await play(first, 1, 1);
  await first.stop();
  const ours = await startFile('form-server.ts', { folder });
  const floor = await startFile('form-floor.ts', { recorded: await record(ours.port) });
  await play(ours, 300, atOnce);
  await play(floor, 300, atOnce);
  const residentBefore = (await ours.used()).residentBytes;
  const alone = { ours: [] as Round[], floor: [] as Round[] };
  const together = { ours: [] as Round[], floor: [] as Round[] };
  for (let round = 0; round < rounds; round += 1) {
    alone.ours.push(await play(ours, 50, 1));
    alone.floor.push(await play(floor, 50, 1));
    together.ours.push(await play(ours, 200, atOnce));
    together.floor.push(await play(floor, 200, atOnce));
  }
  const resident = { ours: (await ours.used()).residentBytes / 1e6, floor: (await floor.used()).residentBytes / 1e6 };
  await Promise.all([ours.stop(), floor.stop()]);
  await rm(folder, { recursive: true, force: true });

  const is = 'a bare node:http server that reads each request and answers it with the same bytes, to the same client';
  const each = (of: Round[]) => of.flatMap(({ eachMs }) => eachMs);
  const cpu = (of: Round[], side: 'server' | 'client') => of.map(({ [side]: spent, eachMs }) => spent / eachMs.length);
  const perSecond = (of: Round[], counted: number) =>
    of.map(({ eachMs, wallMs }) => (eachMs.length * counted * 1000) / wallMs);
  const row = (
    what: string,
    unit: Row['unit'],
    measure: (of: Round[]) => number[],
    of: typeof alone,
    rest: object = {},
  ): Row => ({
    what,
    unit,
    ours: measure(of.ours),
    floor: { is, sample: measure(of.floor) },
    ...rest,
  });
  return [
    row('A five-page form, begun to confirmed, alone', 'ms', each, alone, {
      note: `${requestsPerJourney} requests, every page saved on disk`,
      goal: { under: 15 },
    }),
    row(`The same, ${atOnce} at once`, 'ms', each, together),
    row(`The same, ${atOnce} at once`, 'journeys a second', (of) => perSecond(of, 1), together, {
      goal: { over: 100 },
    }),
    row(`The same, ${atOnce} at once`, 'pages a second', (of) => perSecond(of, requestsPerJourney), together, {
      goal: { over: 1250 },
    }),
    row('CPU time of the server for each journey', 'CPU ms', (of) => cpu(of, 'server'), together),
    row('CPU time of the client for each journey', 'CPU ms', (of) => cpu(of, 'client'), together),
    {
      what: 'Resident memory after these journeys',
      unit: 'MB',
      ours: [resident.ours],
      floor: { is, sample: [resident.floor] },
      note: `${Math.round(residentBefore / 1e6)} MB after the first 300`,
      goal: { under: 150 },
    },
  ];
};
