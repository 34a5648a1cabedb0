import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { type Server, startServer } from '../../local/server.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { runToEnd, startCopy } from './started-copy.ts';

const council = 'leicestershire';

const aFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'careway-start-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

// biome-ignore lint/suspicious/noExplicitAny: what it answers with is what these tests look at.
const bodyOf = async (response: Response): Promise<any> => response.json();
const read = async (url: string, headers: Record<string, string> = {}) => bodyOf(await fetch(url, { headers }));

/** Sends an application and waits until the contact team has been written to: task, mail and execution are there then. */
const submit = async (url: string): Promise<void> => {
  const answers = completeAnswers(needsAssessment, { email: 'rose.okafor@example.com', conditions: ['physical'] });
  await post(`${url}/${council}/applications`, { form: 'needs-assessment', answers });
  await vi.waitUntil(async () => (await read(`${url}/_local/mail`)).length === 2, { timeout: 20_000, interval: 20 });
};

const tasksOf = async (url: string) => {
  const { accessToken } = await bodyOf(await post(`${url}/_local/sign-in`, { council, role: 'contact-officer' }));
  return (await read(`${url}/${council}/staff/tasks`, { authorization: `Bearer ${accessToken}` })).tasks;
};

describe('npm start', () => {
  it('says what to do where its port is in use, and ends with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    onTestFinished(() => void other.close());
    // Listening on an address, not on a pipe.
    const { port } = other.address() as AddressInfo;

    const ended = await runToEnd('local/start.ts', [], { CAREWAY_PORT: String(port), CAREWAY_DATA: await aFolder() });

    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: `Port ${port} is in use, perhaps by another Careway. Stop that one, or choose another port:\n  CAREWAY_PORT=${port + 1} npm start\n`,
    });
  }, 30_000);

  it.each(['abc', '65536', '-1', '80.5', '0x50', '1e3', ' '])(
    'refuses CAREWAY_PORT=%s and ends with 1',
    async (port) => {
      const ended = await runToEnd('local/start.ts', [], { CAREWAY_PORT: port, CAREWAY_DATA: await aFolder() });

      expect(ended).toEqual({
        code: 1,
        stdout: '',
        stderr: `CAREWAY_PORT must be a port from 0 to 65535, not ${port}\n`,
      });
    },
    30_000,
  );

  it.each(['--help', '-h'])('tells with %s how it is used, and starts nothing', async (option) => {
    const { code, stdout, stderr } = await runToEnd('local/start.js', [option], { CAREWAY_PORT: '0' });

    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^npm start runs .*CAREWAY_PORT.*CAREWAY_DATA/s);
  });

  it.each([
    { file: 'local/start.js', option: '--port', words: "Unknown option '--port'.", usage: 'CAREWAY_PORT' },
    { file: 'local/start.js', option: 'again', words: "Unexpected argument 'again'.", usage: 'CAREWAY_PORT' },
    { file: 'local/demo.ts', option: '--speed', words: "Unknown option '--speed'.", usage: '--council SLUG' },
    { file: 'local/verify-history.ts', option: '--all', words: "Unknown option '--all'.", usage: '--table NAME' },
    { file: 'local/reconcile.ts', option: '--all', words: "Unknown option '--all'.", usage: '--machines STACK' },
  ])('refuses $option of $file with a sentence and how it is used', async ({ file, option, words, usage }) => {
    const { code, stdout, stderr } = await runToEnd(file, [option], { CAREWAY_PORT: '0' });

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.startsWith(`${words}\n`)).toBe(true);
    expect(stderr).toContain(usage);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it.each(['20.19.1', '22.17.0', '23.5.0'])('says to whoever has Node %s that it needs another', async (version) => {
    const older = `Object.defineProperty(process,"versions",{value:{...process.versions,node:"${version}"}})`;
    const { code, stdout, stderr } = await runToEnd(['--import', `data:text/javascript,${older}`], ['local/start.js']);

    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`Careway needs Node 24, and this is Node ${version}. Run npm ci, which brings it`);
  });

  it('runs 2 copies side by side, each with its own data, and goes on where it was after Ctrl+C', async () => {
    const folders = [await aFolder(), await aFolder()];
    const [one, other] = await Promise.all(folders.map((CAREWAY_DATA) => startCopy({ CAREWAY_DATA })));
    if (one === undefined || other === undefined) throw new Error('Two folders give two copies');
    onTestFinished(() => other.kill());
    await submit(one.url);
    await post(`${one.url}/_local/clock`, { forward: 'P6W' });
    const before = {
      mail: await read(`${one.url}/_local/mail`),
      tasks: await tasksOf(one.url),
      executions: await read(`${one.url}/_local/executions`),
      clock: await read(`${one.url}/_local/clock`),
    };
    await one.stop();

    const again = await startCopy({ CAREWAY_DATA: folders[0] ?? '', CAREWAY_PORT: String(one.port) });
    onTestFinished(() => again.kill());

    expect(await read(`${other.url}/_local/mail`)).toEqual([]);
    expect(await read(`${again.url}/_local/mail`)).toEqual(before.mail);
    expect(await tasksOf(again.url)).toEqual(before.tasks);
    // Six weeks on, why nobody has triaged it is asked, and the person is told by other means, as their address is not confirmed.
    expect(before.tasks.map(({ kind, status }: { kind: string; status: string }) => `${kind} ${status}`)).toEqual([
      'triage-request open',
      'explain-delay open',
      'contact-another-way open',
    ]);
    expect(await read(`${again.url}/_local/executions`)).toEqual(before.executions);
    const { now } = await read(`${again.url}/_local/clock`);
    expect(Date.parse(now)).toBeGreaterThanOrEqual(Date.parse(before.clock.now));
    expect(Date.parse(now) - Date.parse(before.clock.now)).toBeLessThan(60_000);
  }, 30_000);
});

describe('npm start on a data folder of an older version', () => {
  it('says that it is set aside, and starts', async () => {
    const folder = await aFolder();
    const before = await startCopy({ CAREWAY_DATA: folder });
    await submit(before.url);
    await before.stop();
    await rm(join(folder, 'careway.json'));
    onTestFinished(async () => {
      for (const name of await readdir(tmpdir())) {
        if (name.startsWith(`${basename(folder)}-set-aside-`)) await rm(join(tmpdir(), name), { recursive: true });
      }
    });

    const after = await startCopy({ CAREWAY_DATA: folder });
    onTestFinished(() => after.kill());

    expect(after.said.stdout).toMatch(
      /^The data in \S+ is of an earlier version of Careway.* set aside whole, as \S+,.*\n/,
    );
    expect(after.said.stdout).toContain('Careway is running.');
    expect(await read(`${after.url}/_local/mail`)).toEqual([]);
  }, 30_000);

  it('of a later version says so and ends with 1', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'careway.json'), '{"dataFolder":2}');

    const ended = await runToEnd('local/start.ts', [], { CAREWAY_PORT: '0', CAREWAY_DATA: folder });

    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: `The data in ${folder} was written by a later version of Careway, and is left as it is. Start that version, or choose another folder:\n  CAREWAY_DATA=.careway/other npm start\n`,
    });
  }, 30_000);
});

describe('/_local', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer({ port: 0, clock: 'frozen', start: Temporal.Instant.from('2026-01-05T10:00:00Z') });
    await submit(server.url);
  }, 30_000);
  afterAll(() => server.stop());

  it('signs an example member of staff in', async () => {
    const response = await post(`${server.url}/_local/sign-in`, { council, role: 'assessor' });

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      accessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      expiresIn: 3600,
      staff: expect.objectContaining({ council, roles: expect.arrayContaining(['assessor']) }),
    });
  });

  it.each([
    { description: 'no role', body: { council }, status: 400 },
    { description: 'no JSON', body: '{', status: 400 },
    { description: 'an unknown council', body: { council: 'atlantis', role: 'assessor' }, status: 404 },
    { description: 'an unknown role', body: { council, role: 'king' }, status: 404 },
  ])('answers a sign-in with $description with $status', async ({ body, status }) => {
    expect((await post(`${server.url}/_local/sign-in`, body)).status).toBe(status);
  });

  it('lists mail as JSON, the newest first', async () => {
    const mail = await read(`${server.url}/_local/mail`);

    expect(mail).toHaveLength(2);
    expect(mail.map(({ to }: { to: string[] }) => to)).toContainEqual(['rose.okafor@example.com']);
    for (const one of mail) {
      expect(one).toMatchObject({
        to: [expect.any(String)],
        subject: expect.stringMatching(/\w/),
        text: expect.stringMatching(/\w/),
        html: expect.stringMatching(/^<!doctype html>/i),
        at: '2026-01-05T10:00:00.000Z',
      });
    }
  });

  it('lists executions with status, state entered and history', async () => {
    expect(await read(`${server.url}/_local/executions`)).toEqual([
      expect.objectContaining({
        name: expect.stringMatching(/^leicestershire_\w{3}-\w{4}-\w{3}_assessment-1_1$/),
        machine: 'assessment-journey',
        status: 'RUNNING',
        state: 'Triage the request',
        startDate: '2026-01-05T10:00:00.000Z',
        history: expect.arrayContaining([expect.objectContaining({ id: 1, type: 'ExecutionStarted' })]),
      }),
    ]);
  });

  it.each([
    { description: 'nothing', body: '' },
    { description: 'no JSON', body: '{' },
    { description: 'an empty object', body: {} },
    { description: 'an unknown way', body: { back: 'P1D' } },
    { description: 'two ways at once', body: { forward: 'P1D', next: true } },
    { description: 'an empty duration', body: { forward: 'P' } },
    { description: 'a duration back', body: { forward: '-P1D' } },
    { description: 'a date without a time', body: { to: '2027-01-04' } },
    { description: 'a time before now', body: { to: '2025-01-04T09:00:00Z' } },
    { description: 'next that is not true', body: { next: false } },
  ])('refuses to move the clock by $description with 400, and leaves it', async ({ body }) => {
    const response = await post(`${server.url}/_local/clock`, body);

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ status: 400, detail: expect.stringMatching(/\w/) });
    expect(await read(`${server.url}/_local/clock`)).toMatchObject({ now: '2026-01-05T10:00:00Z' });
  });

  it('moves the clock forward by 1 day, to an instant and to the next event, having done what was due', async () => {
    const move = async (body: unknown) => bodyOf(await post(`${server.url}/_local/clock`, body));

    const day = await move({ forward: 'P1D' });
    const instant = await move({ to: '2026-01-08T10:00:00+00:00' });
    const mailBefore = (await read(`${server.url}/_local/mail`)).length;
    const next = await move({ next: true });
    const mail = await read(`${server.url}/_local/mail`);

    expect(day.now).toBe('2026-01-06T10:00:00Z');
    expect(instant).toMatchObject({ now: '2026-01-08T10:00:00Z', mode: 'frozen' });
    // The request was due in 2 working days; it is in the next morning's digest.
    expect(next.now).toBe('2026-01-09T08:30:00Z');
    expect(mail.length - mailBefore).toBe(1);
    expect(mail[0]).toMatchObject({
      at: '2026-01-09T08:30:00.000Z',
      tags: { message: 'overdue-digest__2026-01-09' },
    });
  });

  it('answers 404 for what is not there', async () => {
    expect((await fetch(`${server.url}/_local/nothing`)).status).toBe(404);
  });
});

describe('npm run demo -- --json', () => {
  const names = [
    'application-received',
    'task-created',
    'task-completed',
    'email-sent',
    'decision-made',
    'plan-returned',
    'plan-agreed',
    'support-started',
    'review-reminder',
    'review-completed',
    'plan-revised',
    'cycle-continued',
  ];

  it('prints JSON lines alone, with each of the 12 events over two years', async () => {
    const { code, stdout, stderr } = await runToEnd('local/demo.ts', ['--json']);
    const events = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

    expect([code, stderr]).toEqual([0, '']);
    expect(new Set(events.map(({ event }) => event))).toEqual(new Set(names));
    for (const event of events) {
      expect(event).toEqual({
        at: expect.stringMatching(/^202[678]-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        event: expect.any(String),
        reference: events[0].reference,
        state: expect.stringMatching(/\w/),
        ...(/email|reminder/.test(event.event) && { to: expect.stringContaining('@') }),
      });
    }
    expect(events.filter(({ event }) => event === 'review-reminder')).toHaveLength(4);
  }, 240_000);

  it('ends with 1 and a reason where there is no such council', async () => {
    const { code, stdout, stderr } = await runToEnd('local/demo.ts', ['--json', '--council', 'atlantis']);

    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('atlantis');
  }, 30_000);
});
