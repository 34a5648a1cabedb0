import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** How a program of the project ended, and what it said. */
export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Settings of a copy; without a port it takes a free one. */
export type CopySettings = { readonly CAREWAY_PORT?: string; readonly CAREWAY_DATA?: string };

const run = (file: string | readonly string[], parameters: readonly string[], settings: CopySettings): ChildProcess =>
  spawn(process.execPath, [file, ...parameters].flat(), {
    cwd: root,
    // Nobody types as fast as a test.
    env: { ...process.env, CAREWAY_LIMITS: 'off', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

const heard = (child: ChildProcess) => {
  const said = { stdout: '', stderr: '' };
  child.stdout?.on('data', (data) => {
    said.stdout += data;
  });
  child.stderr?.on('data', (data) => {
    said.stderr += data;
  });
  return said;
};

/** Runs one of the project's programs to its end. @param file the program, or what Node is told before it */
export const runToEnd = async (
  file: string | readonly string[],
  parameters: readonly string[] = [],
  settings: CopySettings = {},
): Promise<Ended> => {
  const child = run(file, parameters, settings);
  const said = heard(child);
  const [code] = await once(child, 'close');
  return { code, ...said };
};

/** A copy of the platform in a process of its own, as `npm start` starts it. */
export type StartedCopy = {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** What it has printed and complained of so far. */
  readonly said: { readonly stdout: string; readonly stderr: string };
  /** Ends it as the system ends a process that may not say goodbye, and waits until it is gone. */
  kill(): Promise<void>;
  /** Ends it as Ctrl+C does. */
  stop(): Promise<void>;
};

/**
 * Starts a copy and waits until it says that it is ready.
 *
 * @throws where it ends before that, with what it said
 */
export const startCopy = async (settings: CopySettings & { CAREWAY_DATA: string }): Promise<StartedCopy> => {
  const child = run('local/start.ts', [], { CAREWAY_PORT: '0', ...settings });
  const said = heard(child);
  const gone = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => said.stdout.includes('Ready in') && resolve());
    gone.then(() => reject(new Error(`The copy ended before it was ready: ${said.stderr}`)), reject);
  });
  const url = /http:\/\/localhost:\d+/.exec(said.stdout)?.[0] ?? '';
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
  };
  return {
    url,
    port: Number(new URL(url).port),
    pid: child.pid ?? 0,
    said,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGINT'),
  };
};
