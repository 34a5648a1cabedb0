import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { routes, table } from '../../infra/service-map.ts';
import { type Aws, account, region } from './aws.ts';

type Execution = { executionArn: string; name: string; status: string };
type Item = Record<string, { S?: string } | undefined>;
type Message = { Source: string; Subject: string; To: string[] };

const executions = async (aws: Aws, machine: string, reference: string): Promise<Execution[]> => {
  const stateMachineArn = `arn:aws:states:${region}:${account}:stateMachine:careway-emulator-${machine}`;
  const found = await aws<{ executions: Execution[] }>('states', 'ListExecutions', { stateMachineArn });
  return found.executions.filter(({ name }) => name.includes(reference));
};

/** The journey has ended well, and one execution of the review cycle waits for the reminder. */
export const checkExecutions = async (aws: Aws, reference: string): Promise<void> => {
  let state = '';
  for (let attempt = 0; attempt < 100 && state !== 'Wait for the reminder'; attempt += 1) {
    if (attempt > 0) await setTimeout(300);
    const [cycle] = await executions(aws, 'review-cycle', reference);
    if (cycle === undefined) continue;
    type Event = { stateEnteredEventDetails?: { name: string } };
    const { events } = await aws<{ events: Event[] }>('states', 'GetExecutionHistory', {
      executionArn: cycle.executionArn,
      reverseOrder: true,
    });
    state = events.find((event) => event.stateEnteredEventDetails)?.stateEnteredEventDetails?.name ?? '';
  }
  const statuses = async (machine: string) => (await executions(aws, machine, reference)).map(({ status }) => status);
  assert.equal(state, 'Wait for the reminder', 'the review cycle waits for its reminder');
  assert.deepEqual(await statuses('review-cycle'), ['RUNNING'], 'one review cycle runs');
  assert.deepEqual(await statuses('assessment-journey'), ['SUCCEEDED'], 'the journey has ended well');
};

/** The table holds the case, and none of its keys says who the person is. */
export const checkTable = async (aws: Aws, tableName: string, reference: string): Promise<number> => {
  const { Items } = await aws<{ Items: Item[] }>('dynamodb', 'Scan', { TableName: tableName });
  const keyNames = [table, ...Object.values(table.indexes)].flatMap((keys) => [keys.partitionKey, keys.sortKey]);
  const keys = Items.flatMap((item) => keyNames.flatMap((name) => item[name]?.S ?? []));
  const ofCase = Items.filter((item) => item[table.partitionKey]?.S?.includes(reference));
  assert.ok(ofCase.length > 10, 'the case has its items and its history');
  assert.deepEqual(
    keys.filter((key) => /rose|okafor|@example\.com|LE3/i.test(key)),
    [],
    'no key holds personal data',
  );
  return ofCase.length;
};

/** Mail went to the person and to staff, from the one address, and no subject says who the person is. */
export const checkMail = async (endpoint: string, person: string, worker: string): Promise<number> => {
  const answer: { messages: Record<string, Message[]> } = JSON.parse(
    await (await fetch(`${endpoint}/_ministack/ses/messages`)).text(),
  );
  const messages = Object.values(answer.messages).flat();
  const to = new Set(messages.flatMap(({ To }) => To));
  assert.ok(to.has(person), 'the person got mail');
  assert.ok(to.has(worker), 'the key worker got mail');
  // The council's name stands before the one address of the deployment.
  assert.ok(messages.every(({ Source }) => /^"[^"]+ Council" <no-reply@careway\.example>$/.test(Source)));
  assert.deepEqual(
    messages.map(({ Subject }) => Subject).filter((subject) => /rose|okafor/i.test(subject)),
    [],
    'no subject holds a name',
  );
  return messages.length;
};

/** What the API answers by itself and through the site, before anybody has signed in. */
export const checkSite = async (url: string, council: string): Promise<void> => {
  const answer = async (path: string, method = 'GET') => {
    const response = await fetch(url + path, { method, redirect: 'manual', headers: { accept: 'application/json' } });
    return [response.status, response.headers.get('content-type')];
  };
  const nothing = [404, 'application/problem+json'];
  assert.deepEqual(await answer(`/${council}/no/such/page`), nothing);
  assert.deepEqual(await answer('/atlantis'), nothing);
  assert.deepEqual(await answer(`/${council}/staff/tasks`), [401, 'application/problem+json']);
  assert.deepEqual(await answer(`/${council}/staff/tasks/none/complete`, 'POST'), [401, 'application/problem+json']);
  assert.deepEqual(await answer(`/${council}/staff/no/such/page`), nothing);
  assert.deepEqual(await answer('/_local/clock'), nothing);
  assert.deepEqual(await answer('/openapi.json'), [200, 'application/json']);
  assert.deepEqual(await answer(`/${council}/help`, 'HEAD'), [200, 'text/html; charset=utf-8']);
  const pages = routes.filter(({ site, method }) => site === 'public' && method === 'GET');
  for (const { path } of pages) {
    const [status] = await answer(path.replace('{council}', council).replaceAll(/\{\w+\}/g, 'none'));
    assert.ok(Number(status) < 500, `GET ${path} answers ${status}`);
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
    assert.deepEqual(await answer(`/${council}/help`, method), nothing);
};

/** Nothing of what the data stack kept is there any more. */
export const checkNothingLeft = async (
  aws: Aws,
  { CasesTable, StaffUserPool }: { CasesTable: string; StaffUserPool: string },
): Promise<void> => {
  await assert.rejects(aws('dynamodb', 'DescribeTable', { TableName: CasesTable }), /ResourceNotFound/);
  await assert.rejects(aws('cognito-idp', 'DescribeUserPool', { UserPoolId: StaffUserPool }), /ResourceNotFound/);
};
