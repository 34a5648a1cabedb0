import { CreateTableCommand, DescribeTableCommand, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contractTable, TableName } from './contract/tested.ts';
import { startLocalDynamoDb } from './local-dynamodb.ts';

const MINUTE_MS = 60_000;

describe('the local DynamoDB', () => {
  let local: Awaited<ReturnType<typeof startLocalDynamoDb>>;
  let db: DynamoDBDocumentClient;
  beforeEach(async () => {
    local = await startLocalDynamoDb();
    db = DynamoDBDocumentClient.from(local.client);
    await db.send(contractTable(TableName));
    local.batches.length = 0;
  });
  afterEach(() => local.stop());

  const task = (sk: string, more: object = {}) => ({ pk: 'case', sk, worker: 'w', due: '2026-01-05', ...more });
  const put = (Item: Record<string, unknown>) => db.send(new PutCommand({ TableName, Item }));
  const get = async (sk: string) => (await db.send(new GetCommand({ TableName, Key: { pk: 'case', sk } }))).Item;
  const count = async (IndexName?: string) =>
    (await db.send(new ScanCommand({ TableName, ...(IndexName && { IndexName }) }))).Count;

  describe('writes one LevelDB batch', () => {
    const Key = { pk: 'case', sk: 'a' };
    const reassign = {
      TableName,
      Key,
      UpdateExpression: 'SET worker = :w',
      ExpressionAttributeValues: { ':w': 'v' },
    };

    it.each([
      { operation: 'PutItem', changes: 2, run: () => put(task('b')) },
      {
        operation: 'UpdateItem that moves an index entry',
        changes: 3,
        run: () => db.send(new UpdateCommand(reassign)),
      },
      { operation: 'DeleteItem', changes: 2, run: () => db.send(new DeleteCommand({ TableName, Key })) },
      {
        operation: 'BatchWriteItem of 2',
        changes: 4,
        run: () =>
          db.send(
            new BatchWriteCommand({
              RequestItems: { [TableName]: [{ PutRequest: { Item: task('b') } }, { DeleteRequest: { Key } }] },
            }),
          ),
      },
      {
        operation: 'TransactWriteItems of 2 and its token',
        changes: 6,
        run: () =>
          db.send(
            new TransactWriteCommand({
              TransactItems: [{ Put: { TableName, Item: task('b') } }, { Update: reassign }],
            }),
          ),
      },
    ])('with $changes changes for $operation', async ({ changes, run }) => {
      await put(task('a'));
      local.batches.length = 0;

      await run();

      expect(local.batches).toEqual([changes]);
    });

    it('with nothing in it, that is none, for a write that is refused', async () => {
      await put(task('a'));
      local.batches.length = 0;
      const ConditionExpression = 'attribute_not_exists(pk)';

      const results = await Promise.allSettled([
        db.send(new PutCommand({ TableName, Item: task('a'), ConditionExpression })),
        db.send(
          new TransactWriteCommand({
            TransactItems: [
              { Put: { TableName, Item: task('b') } },
              { Put: { TableName, Item: task('a'), ConditionExpression } },
            ],
          }),
        ),
      ]);

      expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(local.batches).toEqual([]);
    });
  });

  it('counts to 50 when 50 transactions and updates add 1 at the same time', async () => {
    const add = {
      TableName,
      Key: { pk: 'case', sk: 'counter' },
      UpdateExpression: 'ADD n :one',
      ExpressionAttributeValues: { ':one': 1 },
    };

    await Promise.all(
      Array.from({ length: 25 }, () => [
        db.send(new UpdateCommand(add)),
        db.send(new TransactWriteCommand({ TransactItems: [{ Update: add }] })),
      ]).flat(),
    );

    expect(await get('counter')).toMatchObject({ n: 50 });
  });

  describe('expires', () => {
    const nowSeconds = Date.parse('2026-01-05T09:00:00Z') / 1000;
    const fiveYears = 5 * 365 * 24 * 60 * 60;
    beforeEach(() =>
      db.send(
        new UpdateTimeToLiveCommand({
          TableName,
          TimeToLiveSpecification: { Enabled: true, AttributeName: 'expiresAt' },
        }),
      ),
    );

    it.each([
      { when: 'one second ago', expiresAt: nowSeconds - 1, deleted: true },
      { when: 'now', expiresAt: nowSeconds, deleted: true },
      { when: 'in one second', expiresAt: nowSeconds + 1, deleted: false },
      { when: 'just under five years ago', expiresAt: nowSeconds - fiveYears + 1, deleted: true },
      { when: 'five years ago, taken for a mistake', expiresAt: nowSeconds - fiveYears, deleted: false },
      { when: 'never', expiresAt: undefined, deleted: false },
      { when: 'at a text, which is not a time', expiresAt: '1', deleted: false },
    ])('an item whose time was $when: $deleted', async ({ expiresAt, deleted }) => {
      await put(task('a', expiresAt === undefined ? {} : { expiresAt }));

      const gone = await local.dynamoDb.expire();

      expect(gone).toBe(deleted ? 1 : 0);
      expect(await count()).toBe(deleted ? 0 : 1);
      expect(await count('byWorker')).toBe(deleted ? 0 : 1);
    });

    it('what is past when the clock is moved, and shows it to readers until then', async () => {
      await put(task('a', { expiresAt: nowSeconds + 60 }));
      local.clock.now += 2 * MINUTE_MS;
      const before = await count();

      await local.dynamoDb.expire();

      expect([before, await count()]).toEqual([1, 0]);
    });

    it('2 items each in its time, the second written when the first was already waited for', async () => {
      await put(task('a', { expiresAt: nowSeconds + 120 }));
      const none = await local.dynamoDb.expire();
      await put(task('b', { expiresAt: nowSeconds + 60 }));
      local.clock.now += MINUTE_MS;
      const second = await local.dynamoDb.expire();
      local.clock.now += MINUTE_MS;

      expect([none, second, await local.dynamoDb.expire(), await count()]).toEqual([0, 1, 1, 0]);
    });

    it('nothing when time-to-live is switched off again', async () => {
      await put(task('a', { expiresAt: nowSeconds - 1 }));
      await db.send(
        new UpdateTimeToLiveCommand({
          TableName,
          TimeToLiveSpecification: { Enabled: false, AttributeName: 'expiresAt' },
        }),
      );

      expect(await local.dynamoDb.expire()).toBe(0);
    });
  });

  describe('with a request token', () => {
    const addOnce = () =>
      db.send(
        new TransactWriteCommand({
          ClientRequestToken: 'token',
          TransactItems: [
            {
              Update: {
                TableName,
                Key: { pk: 'case', sk: 'counter' },
                UpdateExpression: 'ADD n :one',
                ExpressionAttributeValues: { ':one': 1 },
              },
            },
          ],
        }),
      );

    it.each([
      { laterMs: 10 * MINUTE_MS - 1, n: 1 },
      { laterMs: 10 * MINUTE_MS, n: 2 },
    ])('has counted to $n after the same request $laterMs ms later', async ({ laterMs, n }) => {
      await addOnce();
      local.clock.now += laterMs;

      await addOnce();

      expect(await get('counter')).toMatchObject({ n });
    });

    it('forgets tokens older than 10 minutes when it expires items', async () => {
      await addOnce();
      const tokens = () => local.store.keys({ gte: 'token~', lt: 'token~~' }).all();
      const kept = await tokens();
      local.clock.now += 10 * MINUTE_MS;

      await local.dynamoDb.expire();

      expect([kept.length, (await tokens()).length]).toEqual([1, 0]);
    });
  });

  it('dates a table by its own clock', async () => {
    const { Table } = await db.send(new DescribeTableCommand({ TableName }));

    expect(Table?.CreationDateTime).toEqual(new Date('2026-01-05T09:00:00Z'));
  });

  it('refuses a table with a stream, which it would never fill', async () => {
    const { input } = contractTable('Streaming');
    const StreamSpecification = { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } as const;

    await expect(db.send(new CreateTableCommand({ ...input, StreamSpecification }))).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });

  it('refuses an operation that it does not know', async () => {
    await expect(local.dynamoDb.handle('ExecuteStatement', {})).rejects.toMatchObject({
      name: 'UnknownOperationException',
      status: 400,
    });
  });
});
