import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { type BundleSize, bundleFunctions } from '../../infra/bundle.ts';
import { type FunctionName, functions } from '../../infra/service-map.ts';
import type { Row } from './measured.ts';

const execute = promisify(execFile);

const onCase = { council: 'leicestershire', reference: '000-0000-000', thread: 'assessment-1' };
const get = (path: string, headers = {}) => ({
  httpMethod: 'GET',
  path,
  headers: { accept: 'application/json', ...headers },
  body: null,
});
const bounce = {
  eventType: 'Bounce',
  mail: { tags: { council: ['leicestershire'], reference: ['000-0000-000'], message: ['review-1__remind__person'] } },
};

/** The event of each function's first call: about a case that is not there, so that one read is made and nothing written. */
const events: Record<FunctionName, unknown> = {
  'public-site': get('/leicestershire/applications/000-0000-000'),
  'staff-site': get('/leicestershire/staff/tasks', { authorization: 'Bearer forged' }),
  'take-up-case': onCase,
  'open-task': { ...onCase, step: 'triage', kind: 'triage-request', token: 'token' },
  'send-mail': { ...onCase, step: 'received', template: 'application-received' },
  'record-undelivered-mail': { ...onCase, step: 'received', template: 'application-received' },
  'plan-review': { ...onCase, thread: 'review-1', startedAt: '2026-01-05T10:00:00.000Z' },
  'start-review-cycle': { ...onCase, kind: 'first' },
  'start-reassessment': onCase,
  'close-case': { ...onCase, reason: 'support-ended' },
  'report-failure': { ...onCase, leg: 1, error: 'States.Timeout' },
  'hand-over-work': {},
  'count-work': {},
  'remind-drafts': {},
  'apply-new-rates': {},
  'index-persons': {},
  reconcile: {},
  'send-digests': {},
  'sweep-documents': {},
  'sweep-signals': {},
  'record-mail-feedback': { Records: [{ Sns: { Message: JSON.stringify(bounce) } }] },
};

/** DynamoDB in which nothing is: every read answers at once that there is no item. */
const startEmptyDynamoDb = async () => {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{"Items":[],"Count":0}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Listening on an address, not on a pipe.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() };
};

/** The floor, bundled with the settings of `infra/bundle.ts`. */
const bundleFloor = async (folder: string): Promise<string> => {
  const outfile = join(folder, 'floor/floor.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'empty-handler.ts')],
    outfile,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    bundle: true,
    minify: true,
    legalComments: 'none',
    banner: {
      js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);",
    },
    logLevel: 'error',
  });
  return outfile;
};

type Took = { cpuMs: number; wallMs: number };
type Call = { loaded: Took; called: Took; outcome: string };

const callOnce = async (bundle: string, event: unknown, endpoint: string): Promise<Call> => {
  const { stdout } = await execute(
    process.execPath,
    [join(import.meta.dirname, 'call-once.ts'), bundle, JSON.stringify(event)],
    {
      env: {
        PATH: process.env['PATH'],
        AWS_REGION: 'eu-west-2',
        AWS_ACCESS_KEY_ID: 'bench',
        AWS_SECRET_ACCESS_KEY: 'bench',
        AWS_ENDPOINT_URL: endpoint,
        CASES_TABLE: 'careway',
        COUNCILS: 'leicestershire',
        SITE_URL: 'https://care.example',
        ASSESSMENT_JOURNEY_ARN: 'arn:aws:states:eu-west-2:000000000000:stateMachine:assessment-journey',
        REVIEW_CYCLE_ARN: 'arn:aws:states:eu-west-2:000000000000:stateMachine:review-cycle',
        MAIL_FROM: 'no-reply@careway.example',
        MAIL_CONFIGURATION_SET: 'careway',
        STAFF_ISSUER: 'https://sign-in.example',
        STAFF_CLIENT_ID: 'bench',
      },
    },
  );
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
};

const kilobytes = (bytes: number) => Math.round(bytes / 1000);

/** Import and first call of every function as it is deployed, each time in a new process, beside an empty handler's. */
export const measureColdStarts = async (rounds: number): Promise<Row[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'careway-bench-'));
  const dynamoDb = await startEmptyDynamoDb();
  // Both build into folders of their own beneath this one.
  const sizes: Record<FunctionName, BundleSize> = await bundleFunctions(join(folder, 'functions'));
  const floor = await bundleFloor(folder);
  // Every key of the manifest's functions is a function name.
  const names = Object.keys(functions) as FunctionName[];
  const calls = new Map<string, Call[]>();
  const keep = async (name: string, bundle: string, event: unknown) => {
    const call = await callOnce(bundle, event, dynamoDb.url);
    calls.set(name, [...(calls.get(name) ?? []), call]);
  };
  for (let round = 0; round < rounds; round += 1) {
    await keep('floor', floor, {});
    for (const name of names) await keep(name, join(folder, 'functions', name, `${name}.mjs`), events[name]);
  }
  dynamoDb.stop();
  await rm(folder, { recursive: true, force: true });

  const of = (name: string, measure: (call: Call) => number) => (calls.get(name) ?? []).map(measure);
  const both = (measure: keyof Took) => (call: Call) => call.loaded[measure] + call.called[measure];
  return names.flatMap((name): Row[] => {
    const note = `${kilobytes(sizes[name].atStart)} kB read at start of ${kilobytes(sizes[name].total)}; the call ends with ${calls.get(name)?.[0]?.outcome}`;
    return [
      {
        what: `Import ${name}`,
        unit: 'CPU ms',
        ours: of(name, ({ loaded }) => loaded.cpuMs),
        floor: {
          is: 'an empty handler with the DynamoDB client, bundled alike',
          sample: of('floor', ({ loaded }) => loaded.cpuMs),
        },
        note,
      },
      {
        what: `Import and first call of ${name}`,
        unit: 'CPU ms',
        ours: of(name, both('cpuMs')),
        floor: { is: 'the same handler, reading one item', sample: of('floor', both('cpuMs')) },
      },
      {
        what: `Import and first call of ${name}`,
        unit: 'ms',
        ours: of(name, both('wallMs')),
        floor: { is: 'the same handler, reading one item', sample: of('floor', both('wallMs')) },
      },
    ];
  });
};
