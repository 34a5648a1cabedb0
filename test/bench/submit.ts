import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { directDocuments } from '../../local/dynamodb/documents.ts';
import type { Platform } from '../../local/platform.ts';
import { startServer } from '../../local/server.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { councilSlug } from '../../schemas/scalars.ts';
import { createApplications } from '../../services/apply/applications.ts';
import { createCaseStore } from '../../services/store/case-store.ts';
import { changeCouncil } from '../support/a-council.ts';
import { alternately, type Row, timed } from './measured.ts';

const council = councilSlug.parse('leicestershire');

/** The answers that the benchmark sends. */
export const application = {
  form: 'needs-assessment',
  answers: completeAnswers(needsAssessment, { email: 'rose.okafor@example.com', conditions: ['physical'] }),
};

type Items = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** The one transaction that a submission writes, caught on its way to DynamoDB. */
const writtenBy = async ({ deps, dynamoDb }: Platform): Promise<{ reference: string; items: Items }> => {
  let items: Items = [];
  const documents = {
    send: async ({ input }: { input: TransactWriteCommandInput }) => {
      items = input.TransactItems ?? items;
      return {};
    },
  };
  const applications = createApplications({
    ...deps,
    // Only `send` is called of it.
    store: createCaseStore({
      documents: documents as unknown as DynamoDBDocumentClient,
      tableName: dynamoDb.tableName,
    }),
    workflows: { ...deps.workflows, trySend: async () => 0 },
  });
  const sent = await applications(deps.councils.known(council), application.form, application.answers, 'key-of-floor');
  return { reference: sent.application.reference, items };
};

/** A bare `node:http` server: reads the body, writes the same items under a new reference in one transaction, answers it. */
const startFloor = async (platform: Platform) => {
  const { reference, items } = await writtenBy(platform);
  const json = JSON.stringify(items);
  const documents = directDocuments(platform.dynamoDb.handleTyped);
  const server = createServer(async (asked, response) => {
    JSON.parse(await text(asked));
    const fresh = platform.deps.newReference();
    const claim = `application#${asked.headers['idempotency-key']}`;
    const TransactItems: Items = JSON.parse(json.replaceAll(reference, fresh).replace(/application#[\w-]{43}/, claim));
    await documents.send(new TransactWriteCommand({ TransactItems }));
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ reference: fresh }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Listening on an address, not on a pipe.
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, writes: items.length, stop: () => server.close() };
};

/** Sends the example application once. @throws where the answer is not 201 */
export const submit = async (url: string, key: string): Promise<void> => {
  const response = await fetch(`${url}/${council}/applications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(application),
  });
  const answer = await response.text();
  if (response.status !== 201) throw new Error(`Submitting answered ${response.status}: ${answer}`);
};

/** The same from one of many network addresses, of which none sends more in an hour than it may. */
export const submitFromMany = async (url: string, n: number): Promise<void> => {
  const to = new URL(`${url}/${council}/applications`);
  const headers = { 'content-type': 'application/json', 'idempotency-key': `case-${n}` };
  const sent = request({
    host: '127.0.0.1',
    port: to.port,
    path: to.pathname,
    method: 'POST',
    headers,
    localAddress: `127.0.0.${2 + (n % 200)}`,
  });
  sent.end(JSON.stringify(application));
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const said = await text(answer);
  if (answer.statusCode !== 201) throw new Error(`Submitting answered ${answer.statusCode}: ${said}`);
};

/** Lets one network address send as many forms as a benchmark does. */
export const withoutLimit = ({ deps }: Pick<Platform, 'deps'>): void => {
  changeCouncil(deps, { limits: { ...deps.councils.known(council).limits, formsPerSender: 10_000 } });
};

/** Submitting an application, to the answer, beside a bare server that does the same DynamoDB write. */
export const measureSubmit = async (rounds: number): Promise<Row[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'careway-bench-'));
  const server = await startServer({ limited: false, folder, port: 0, clock: 'frozen' });
  withoutLimit(server.platform);
  const floor = await startFloor(server.platform);
  let sent = 0;
  const send = async (url: string) => {
    sent += 1;
    const took = await timed(() => submit(url, `bench-${sent}`));
    // The journey that a submission starts is not part of the answer, and not of the next measurement.
    await server.platform.clock.settle();
    return took.wallMs;
  };
  for (let warm = 0; warm < 20; warm += 1) await Promise.all([send(server.url), send(floor.url)]);
  const { ours, bare } = await alternately(rounds, { ours: () => send(server.url), bare: () => send(floor.url) });
  floor.stop();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  return [
    {
      what: 'Submit an application, to the answer',
      unit: 'ms',
      ours,
      floor: {
        is: `a bare node:http handler that writes the same ${floor.writes} items to the same DynamoDB in one transaction`,
        sample: bare,
      },
      note: 'the whole question list, checked; case, record, signal, claim and audit event; the journey started',
    },
  ];
};
