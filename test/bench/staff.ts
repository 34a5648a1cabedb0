import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { handler } from '../../functions/staff/site.ts';
import type { Handle } from '../../local/aws-endpoint.ts';
import { directDocuments } from '../../local/dynamodb/documents.ts';
import type { Platform } from '../../local/platform.ts';
import { startServer } from '../../local/server.ts';
import { personId as personIdSchema } from '../../schemas/person.ts';
import { councilSlug } from '../../schemas/scalars.ts';
import type { Deps } from '../../services/deps.ts';
import { createCaseStore } from '../../services/store/case-store.ts';
import type { Documents } from '../../services/store/item-kinds.ts';
import { casePartition, personPartition } from '../../services/store/keys.ts';
import { referenceAt } from '../support/many-tasks.ts';
import { alternately, type Row, timed } from './measured.ts';
import { submit } from './submit.ts';

const council = councilSlug.parse('leicestershire');
const many = 20_000;
/** Calls of one measurement, so that what a clock cannot tell apart is many times as long. */
const calls = 40;

type Command = { readonly input: object };
type Stored = Record<string, { S?: string }>;

const surnames = ['Okafor', 'Birtwistle', 'Quigley', 'Chaudhry', 'Marsden', 'Thackray', 'Jankowska', 'Lamptey'];

/** Fills a table with open cases like one that was sent in: each with its task, its person and what finds them. */
const fill = async (platform: Platform) => {
  const { dynamoDb, deps } = platform;
  const documents = directDocuments(dynamoDb.handleTyped);
  const [{ reference, personId }] = [await theOnlyCase(deps)];
  const of = async (pk: string): Promise<Record<string, unknown>[]> => {
    const { Items = [] } = await documents.send(
      new QueryCommand({
        TableName: dynamoDb.tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
      }),
    );
    return Items;
  };
  const kept = /^(?:CASE|TASK|PERSON)/;
  const items = [...(await of(casePartition(council, reference))), ...(await of(personPartition(council, personId)))];
  const text = JSON.stringify(items.filter(({ sk }) => kept.test(String(sk))));
  const { marshall } = await import('@aws-sdk/util-dynamodb');
  const persons: (typeof personId)[] = [];
  let batch: object[] = [];
  const write = async () => {
    if (batch.length > 0) await dynamoDb.handleTyped('TransactWriteItems', { TransactItems: batch });
    batch = [];
  };
  for (let at = 0; at < many; at += 1) {
    const person = personIdSchema.parse(`person${String(at).padStart(16, '-')}`);
    persons.push(person);
    const name = `${surnames[at % surnames.length]}${at % 97}`;
    const copy: Stored[] = JSON.parse(
      text.replaceAll(reference, referenceAt(at)).replaceAll(personId, person).replaceAll('"Okafor"', `"${name}"`),
    );
    for (const item of copy) {
      batch.push({
        Put: { TableName: dynamoDb.tableName, Item: marshall(item, { removeUndefinedValues: true }) },
      });
    }
    if (batch.length > 80) await write();
  }
  await write();
  for (const person of persons) await deps.store.index.settle(council, person);
  return { reference: referenceAt(7), name: `${surnames[7]}7` };
};

const theOnlyCase = async ({ store }: Deps) => {
  const { tasks } = await store.taskPages.page({ parts: [{ index: 'due', pk: `DUE#${council}` }] });
  const [first] = tasks;
  if (first === undefined) throw new Error('Nothing was sent in');
  return store.knownCase(council, first.reference);
};

/**
 * A document client that hears from memory what it was told before, and takes every write for done: what is left is our own work, with that of the
 * client, which reads what the database says each time.
 */
const remembering = (handle: Handle) => {
  const answers = new Map<string, unknown>();
  let heard: Command[] = [];
  const documents = directDocuments(async (operation, input) => {
    // Of every write it is enough to know that it is done.
    const key = /Get|Query/.test(operation) ? `${operation} ${JSON.stringify(input)}` : operation;
    if (!answers.has(key)) answers.set(key, await handle(operation, input));
    return answers.get(key);
  });
  const send = (command: Command) => {
    heard.push(command);
    return documents.send(command as never);
  };
  return {
    // Of the document client only `send` is called.
    documents: { send } as unknown as Documents,
    /** What was asked since it was last asked for. */
    taken: () => {
      const all = heard;
      heard = [];
      return all;
    },
  };
};

/** The pages on which staff spend their day, at 20,000 open cases, in CPU time of the function alone. */
export const measureStaff = async (rounds: number): Promise<Row[]> => {
  const server = await startServer({ limited: false, port: 0, clock: 'frozen', councils: [council] });
  const { platform, url } = server;
  await submit(url, 'the-one-of-the-bench');
  await platform.clock.settle();
  const { reference, name } = await fill(platform);
  const { documents, taken } = remembering(platform.dynamoDb.handleTyped);
  const deps = { ...platform.deps, store: createCaseStore({ documents, tableName: platform.dynamoDb.tableName }) };
  const run = handler.with(deps);
  const { accessToken } = await platform.signIn.issueAccessToken({ council, role: 'contact-officer' });
  const call = async (path: string, given: { query?: Record<string, string>; body?: object } = {}): Promise<string> => {
    const { query = {}, body: sent } = given;
    const event = {
      httpMethod: sent ? 'POST' : 'GET',
      path: `/${council}/staff${path}`,
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(sent ? { 'content-type': 'application/json' } : { accept: 'text/html' }),
      },
      queryStringParameters: query,
      body: sent ? JSON.stringify(sent) : null,
      isBase64Encoded: false,
      // The function reads nothing else of the event.
    } as unknown as APIGatewayProxyEvent;
    const { statusCode, body } = await run(event, { awsRequestId: 'bench', functionName: 'staff-site' } as Context);
    if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}: ${body.slice(0, 300)}`);
    return body;
  };
  const pages = [
    { what: 'Work list of 50 tasks', ask: () => call('/tasks', { query: { whose: 'unclaimed' } }) },
    { what: 'Case page', ask: () => call(`/cases/${reference}`) },
    { what: 'Search by name, as JSON', ask: () => call('/find', { body: { words: name } }) },
  ];
  const rows: Row[] = [];
  for (const { what, ask } of pages) {
    for (let warm = 0; warm < 30; warm += 1) await ask();
    taken();
    const body = await ask();
    const commands = taken();
    const bare = async () => {
      for (const command of commands) await documents.send(command as never);
      return JSON.stringify({ statusCode: 200, body });
    };
    for (let warm = 0; warm < 30; warm += 1) await bare();
    const each = async (work: () => Promise<unknown>) => {
      const { cpuMs } = await timed(async () => {
        for (let one = 0; one < calls; one += 1) await work();
      });
      taken();
      return cpuMs / calls;
    };
    const { ours, floor } = await alternately(rounds, { ours: () => each(ask), floor: () => each(bare) });
    rows.push({
      what: `${what}, at ${many.toLocaleString('en-GB')} open cases`,
      unit: 'CPU ms',
      ours,
      floor: {
        is: `a handler that asks the document client the same ${commands.length} things and answers with the same ${Math.round(body.length / 1000)} kB`,
        sample: floor,
      },
      note: 'sign-in checked, the database’s own work not counted',
      goal: { under: 10 },
    });
  }
  await server.stop();
  return rows;
};
