import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Git-ignored; holds the emulator's virtual environment, its log and the synthesized stack. */
export const folder = fileURLToPath(new URL('../../.careway/emulator', import.meta.url));

/** The release that this suite was written against, and the library with which it signs tokens as Cognito does. */
const packages = ['ministack==1.5.33', 'cryptography'];

const inEnvironment = (name: string): string =>
  process.platform === 'win32'
    ? path.join(folder, 'venv', 'Scripts', `${name}.exe`)
    : path.join(folder, 'venv', 'bin', name);

/** The command of a Python that can install the emulator: 3.10 or later, with pip and venv; undefined where there is none. */
export const findPython = async (): Promise<string | undefined> => {
  for (const command of ['python3', 'python']) {
    try {
      await run(command, ['-c', 'import sys, pip, venv, ensurepip; sys.exit(sys.version_info < (3, 10))']);
      return command;
    } catch {
      // Absent, too old or without pip: the next name may do.
    }
  }
  return undefined;
};

/** Installs the emulator into its own virtual environment, once. @throws Error with pip's message where it cannot */
export const installEmulator = async (python: string): Promise<void> => {
  const installed = await run(inEnvironment('python'), ['-m', 'pip', 'freeze']).catch(() => undefined);
  if (installed?.stdout.includes('ministack==1.5.33') && installed.stdout.includes('cryptography==')) return;
  await mkdir(folder, { recursive: true });
  if (!existsSync(inEnvironment('python'))) await run(python, ['-m', 'venv', path.join(folder, 'venv')]);
  await run(inEnvironment('python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]);
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gave no port');
  return address.port;
};

const isHealthy = (endpoint: string): Promise<boolean> =>
  fetch(`${endpoint}/_ministack/health`, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** An emulator that runs. */
export type Emulator = { readonly endpoint: string; stop(): Promise<void> };

/**
 * Starts the emulator on a free port of the loopback, in eu-west-2, and waits until it answers.
 *
 * @throws Error naming the log where it does not answer within a minute
 */
export const startEmulator = async (): Promise<Emulator> => {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  // Outside the project, so that a function finds no dependency that its bundle lacks.
  const scratch = await mkdtemp(path.join(tmpdir(), 'careway-emulator-'));
  const log = await open(path.join(folder, 'emulator.log'), 'w');
  const emulator = spawn(inEnvironment('ministack'), [], {
    cwd: scratch,
    stdio: ['ignore', log.fd, log.fd],
    env: {
      ...process.env,
      // The functions run on the `node` that is found first, which must be the project's.
      PATH: [path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
      TMPDIR: scratch,
      BIND_HOST: '127.0.0.1',
      MINISTACK_HOST: '127.0.0.1',
      MINISTACK_REGION: 'eu-west-2',
      GATEWAY_PORT: String(port),
      // Functions then call with their own roles, and what their policies do not allow is refused.
      AUTH: 'true',
      IOT_MTLS_ENABLED: '0',
    },
  });
  const ended = new Promise<void>((resolve) => emulator.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    emulator.kill('SIGTERM');
    const isStuck = await Promise.race([ended.then(() => false), setTimeout(10_000, true, { ref: false })]);
    if (isStuck) emulator.kill('SIGKILL');
    await log.close();
    await rm(scratch, { recursive: true, force: true });
  };
  for (let attempt = 0; attempt < 120; attempt += 1) {
    if (await isHealthy(endpoint)) return { endpoint, stop };
    if (emulator.exitCode !== null) break;
    await setTimeout(500);
  }
  await stop();
  throw new Error(`The emulator did not answer; see ${path.join(folder, 'emulator.log')}`);
};
