import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const execute = promisify(execFile);

/** What `npm start` runs, without npm in front of it. */
export const startCommand = async (): Promise<[string, ...string[]]> => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return [process.execPath, ...String(scripts.start).split(' ').slice(1)];
};

/** A port that nothing listens on now. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // Listening on an address, not on a pipe.
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** A server in a process of its own, how long it took to its first answer, and how much memory it holds. */
export type Started = {
  readonly url: string;
  readonly firstAnswerMs: number;
  /** Resident memory in MB (of 1,000,000 bytes). */
  residentMegabytes(): Promise<number>;
  stop(): Promise<void>;
};

const firstAnswer = async (url: string, child: ChildProcess): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} before it answered`);
    const isAnswer = await fetch(url).then(
      async (response) => (await response.text()) !== '' && response.ok,
      () => false,
    );
    if (isAnswer) return;
    await setTimeout(5);
  }
};

/**
 * Starts a server and asks it for a page, every 5 ms until it answers with 200.
 *
 * @param command what is run, with `CAREWAY_PORT` and `CAREWAY_DATA` set
 * @param page the path that is asked for
 */
export const start = async (
  [command, ...parameters]: readonly [string, ...string[]],
  page: string,
  folder: string,
): Promise<Started> => {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(command, parameters, {
    cwd: root,
    env: { ...process.env, CAREWAY_PORT: String(port), CAREWAY_DATA: folder, CAREWAY_LIMITS: 'off' },
    stdio: 'ignore',
    // A group of its own, so that npm and what it started end together.
    detached: true,
  });
  const url = `http://127.0.0.1:${port}`;
  await firstAnswer(url + page, child);
  const firstAnswerMs = performance.now() - began;
  return {
    url,
    firstAnswerMs,
    async residentMegabytes() {
      const { stdout } = await execute('ps', ['-o', 'rss=', '-p', String(child.pid)]);
      return (Number(stdout) * 1024) / 1e6;
    },
    async stop() {
      if (child.pid === undefined) return;
      process.kill(-child.pid, 'SIGKILL');
      await once(child, 'exit');
    },
  };
};
