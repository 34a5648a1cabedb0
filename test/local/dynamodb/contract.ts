import {
  type CancellationReason,
  ConditionalCheckFailedException,
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  TransactionCanceledException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A DynamoDB to test, and how to end it. */
export interface TestedDynamoDb {
  client: DynamoDBClient;
  stop: () => Promise<void>;
}

const TableName = 'Contract';

/** A table of the shape that the platform has: string keys and one sparse index, billed by request. */
export const contractTable = (name: string) =>
  new CreateTableCommand({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk', 'worker', 'due'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byWorker',
        KeySchema: [
          { AttributeName: 'worker', KeyType: 'HASH' },
          { AttributeName: 'due', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  });

/** 400 KB less the names pk, sk and text and the two keys of one character. */
const LARGEST_TEXT = 400 * 1024 - 'pksktext'.length - 2;

/**
 * What the platform relies on DynamoDB for, as tests that any DynamoDB passes: ours and Amazon's.
 *
 * @param name of the DynamoDB, for the titles
 * @param start called once, before the tests
 */
export const dynamoDbContract = (name: string, start: () => Promise<TestedDynamoDb>): void => {
  describe(name, () => {
    let dynamoDb: TestedDynamoDb;
    let db: DynamoDBDocumentClient;

    beforeAll(async () => {
      dynamoDb = await start();
      db = DynamoDBDocumentClient.from(dynamoDb.client);
      await db.send(contractTable(TableName));
    }, 30_000);

    afterAll(() => dynamoDb.stop());

    const put = (Item: Record<string, unknown>) => db.send(new PutCommand({ TableName, Item }));
    const get = async (pk: string, sk = 'a') =>
      (await db.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }))).Item;
    const ofWorker = async (worker: string, more: object = {}) =>
      await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'byWorker',
          KeyConditionExpression: 'worker = :worker',
          ExpressionAttributeValues: { ':worker': worker },
          ...more,
        }),
      );
    const sortKeys = (items: Record<string, unknown>[] = []) => items.map(({ sk }) => sk);
    const transact = (TransactItems: TransactWriteCommandInput['TransactItems'], ClientRequestToken?: string) =>
      db.send(new TransactWriteCommand({ TransactItems, ...(ClientRequestToken && { ClientRequestToken }) }));
    const failure = async (attempt: Promise<unknown>): Promise<Error> => {
      try {
        await attempt;
      } catch (error) {
        if (error instanceof Error) return error;
      }
      throw new Error('It did not fail');
    };
    const reasons = async (attempt: Promise<unknown>): Promise<CancellationReason[]> => {
      const error = await failure(attempt);
      if (!(error instanceof TransactionCanceledException)) throw error;
      return error.CancellationReasons ?? [];
    };

    describe('tables', () => {
      it('describes an ACTIVE table with its index, billed by request', async () => {
        const { Table } = await db.send(new DescribeTableCommand({ TableName }));

        expect(Table).toMatchObject({
          TableStatus: 'ACTIVE',
          BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
          GlobalSecondaryIndexes: [{ IndexName: 'byWorker', IndexStatus: 'ACTIVE' }],
        });
        expect(Table?.CreationDateTime).toBeInstanceOf(Date);
      });

      it('refuses to create a table twice', async () => {
        expect(await failure(db.send(contractTable(TableName)))).toMatchObject({ name: 'ResourceInUseException' });
      });

      it.each([
        { what: 'read', command: () => new GetCommand({ TableName: 'Nowhere', Key: { pk: 'x', sk: 'a' } }) },
        { what: 'write', command: () => new PutCommand({ TableName: 'Nowhere', Item: { pk: 'x', sk: 'a' } }) },
      ])('refuses to $what where there is no table', async ({ command }) => {
        expect(await failure(db.send<never, never>(command() as never))).toMatchObject({
          name: 'ResourceNotFoundException',
          $metadata: { httpStatusCode: 400 },
        });
      });

      it('accepts a table with protection, encryption, tags and on-demand limits, and does not delete it', async () => {
        const { input } = contractTable('Protected');
        await db.send(
          new CreateTableCommand({
            ...input,
            DeletionProtectionEnabled: true,
            SSESpecification: { Enabled: true },
            Tags: [{ Key: 'stage', Value: 'test' }],
            OnDemandThroughput: { MaxReadRequestUnits: 5, MaxWriteRequestUnits: 5 },
          }),
        );

        const error = await failure(db.send(new DeleteTableCommand({ TableName: 'Protected' })));

        expect(error).toMatchObject({ name: 'ValidationException' });
        expect(error.message).toContain('protected against deletion');
      });

      it('forgets the items of a deleted table, also when it is created again', async () => {
        await db.send(contractTable('Brief'));
        await db.send(new PutCommand({ TableName: 'Brief', Item: { pk: 'x', sk: 'a', worker: 'w', due: '1' } }));

        await db.send(new DeleteTableCommand({ TableName: 'Brief' }));
        await db.send(contractTable('Brief'));

        expect((await db.send(new ScanCommand({ TableName: 'Brief' }))).Count).toBe(0);
        expect((await db.send(new ScanCommand({ TableName: 'Brief', IndexName: 'byWorker' }))).Count).toBe(0);
      });
    });

    describe('items', () => {
      it('gives back every type that was put', async () => {
        const item = {
          pk: 'types',
          sk: 'a',
          text: 'Žofie – 12 £',
          empty: '',
          number: -12.5,
          yes: true,
          nothing: null,
          list: [1, 'two', { three: 3 }],
          map: { deep: { er: ['x'] } },
          set: new Set(['x', 'y']),
          bytes: new Uint8Array([0, 255, 7]),
        };

        await put(item);

        expect(await get('types')).toEqual(item);
      });

      it('updates, counts, removes and appends in one expression and returns what is new', async () => {
        await put({ pk: 'update', sk: 'a', version: 1, outdated: true, log: ['one'] });

        const { Attributes } = await db.send(
          new UpdateCommand({
            TableName,
            Key: { pk: 'update', sk: 'a' },
            UpdateExpression:
              'SET #log = list_append(#log, :entry), name1 = if_not_exists(name1, :name) REMOVE outdated ADD version :one',
            ExpressionAttributeNames: { '#log': 'log' },
            ExpressionAttributeValues: { ':entry': ['two'], ':name': 'new', ':one': 1 },
            ReturnValues: 'ALL_NEW',
          }),
        );

        expect(Attributes).toEqual({ pk: 'update', sk: 'a', version: 2, log: ['one', 'two'], name1: 'new' });
      });

      it('returns the deleted item', async () => {
        await put({ pk: 'delete', sk: 'a', n: 1 });

        const { Attributes } = await db.send(
          new DeleteCommand({ TableName, Key: { pk: 'delete', sk: 'a' }, ReturnValues: 'ALL_OLD' }),
        );

        expect(Attributes).toEqual({ pk: 'delete', sk: 'a', n: 1 });
        expect(await get('delete')).toBeUndefined();
      });

      it('writes and reads in batches of 25 and 100', async () => {
        const items = Array.from({ length: 25 }, (_, n) => ({ pk: 'batch', sk: `${n}`, n }));

        await db.send(
          new BatchWriteCommand({ RequestItems: { [TableName]: items.map((Item) => ({ PutRequest: { Item } })) } }),
        );
        const Keys = Array.from({ length: 100 }, (_, n) => ({ pk: 'batch', sk: `${n}` }));
        const { Responses } = await db.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }));

        const read = Responses?.[TableName] ?? [];
        expect(read.toSorted((one, other) => one.n - other.n)).toEqual(items);
      });

      it('takes an item of 400 KB and refuses one byte more', async () => {
        await put({ pk: 'b', sk: 'a', text: 'x'.repeat(LARGEST_TEXT) });

        const error = await failure(put({ pk: 'c', sk: 'a', text: 'x'.repeat(LARGEST_TEXT + 1) }));

        expect(error).toMatchObject({
          name: 'ValidationException',
          message: 'Item size has exceeded the maximum allowed size',
        });
        expect(await get('c')).toBeUndefined();
      });

      it.each([
        { wrong: 'key of another type', item: { pk: 1, sk: 'a' } },
        { wrong: 'missing sort key', item: { pk: 'x' } },
        { wrong: 'empty key', item: { pk: '', sk: 'a' } },
        { wrong: 'index key of another type', item: { pk: 'x', sk: 'a', worker: 1 } },
        { wrong: 'empty index key', item: { pk: 'x', sk: 'a', worker: '', due: '1' } },
      ])('refuses an item with $wrong', async ({ item }) => {
        expect(await failure(put(item))).toMatchObject({ name: 'ValidationException' });
      });
    });

    describe('conditions', () => {
      it('lets an item be created once', async () => {
        const create = new PutCommand({
          TableName,
          Item: { pk: 'once', sk: 'a', by: 'first' },
          ConditionExpression: 'attribute_not_exists(pk)',
        });
        await db.send(create);

        const error = await failure(db.send(create));

        expect(error).toBeInstanceOf(ConditionalCheckFailedException);
        expect(error).toMatchObject({ message: 'The conditional request failed', $metadata: { httpStatusCode: 400 } });
        expect(error).toHaveProperty('Item', undefined);
      });

      it('shows the item that failed the condition when asked to', async () => {
        await put({ pk: 'shown', sk: 'a', version: 3 });

        const error = await failure(
          db.send(
            new UpdateCommand({
              TableName,
              Key: { pk: 'shown', sk: 'a' },
              UpdateExpression: 'SET version = :next',
              ConditionExpression: 'version = :expected',
              ExpressionAttributeValues: { ':next': 3, ':expected': 2 },
              ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
            }),
          ),
        );

        expect(error).toHaveProperty('Item.version', { N: '3' });
      });

      it('lets exactly one of two concurrent updates with the same expected version win', async () => {
        await put({ pk: 'race', sk: 'a', version: 1 });
        const update = (by: string) =>
          db.send(
            new UpdateCommand({
              TableName,
              Key: { pk: 'race', sk: 'a' },
              UpdateExpression: 'SET version = version + :one, writer = :by',
              ConditionExpression: 'version = :expected',
              ExpressionAttributeValues: { ':one': 1, ':expected': 1, ':by': by },
            }),
          );

        const results = await Promise.allSettled([update('first'), update('second')]);

        expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
        const winner = results[0]?.status === 'fulfilled' ? 'first' : 'second';
        expect(await get('race')).toMatchObject({ version: 2, writer: winner });
      });

      it.each([
        { condition: 'size(title) > :n AND begins_with(title, :t)', values: { ':n': 3, ':t': 'Rev' }, holds: true },
        { condition: 'amount BETWEEN :low AND :high', values: { ':low': 9, ':high': 10 }, holds: true },
        { condition: 'amount > :n', values: { ':n': 10 }, holds: false },
        { condition: 'contains(tags, :tag)', values: { ':tag': 'urgent' }, holds: true },
        { condition: 'title IN (:one, :two)', values: { ':one': 'Review', ':two': 'Plan' }, holds: true },
        { condition: 'attribute_exists(absent) OR NOT amount = :n', values: { ':n': 10 }, holds: false },
        { condition: 'nested.deep = :x AND attribute_type(nested, :m)', values: { ':x': 1, ':m': 'M' }, holds: true },
      ])('answers $holds to: $condition', async ({ condition, values, holds }) => {
        const Item = { pk: 'expr', sk: 'a', title: 'Review', amount: 10, tags: ['urgent'], nested: { deep: 1 } };
        await put(Item);

        const result = await db
          .send(new PutCommand({ TableName, Item, ConditionExpression: condition, ExpressionAttributeValues: values }))
          .then(
            () => true,
            (error: Error) => error.name !== 'ConditionalCheckFailedException' && error,
          );

        expect(result).toBe(holds);
      });
    });

    describe('transactions', () => {
      it('does all four kinds of action together', async () => {
        await put({ pk: 'tx', sk: 'checked', open: true });
        await put({ pk: 'tx', sk: 'updated', n: 1 });
        await put({ pk: 'tx', sk: 'deleted' });

        await transact([
          {
            ConditionCheck: {
              TableName,
              Key: { pk: 'tx', sk: 'checked' },
              ConditionExpression: '#open = :yes',
              ExpressionAttributeNames: { '#open': 'open' },
              ExpressionAttributeValues: { ':yes': true },
            },
          },
          { Put: { TableName, Item: { pk: 'tx', sk: 'put', worker: 'tx-worker', due: '1' } } },
          {
            Update: {
              TableName,
              Key: { pk: 'tx', sk: 'updated' },
              UpdateExpression: 'ADD n :one',
              ExpressionAttributeValues: { ':one': 1 },
            },
          },
          { Delete: { TableName, Key: { pk: 'tx', sk: 'deleted' } } },
        ]);

        expect(await get('tx', 'checked')).toEqual({ pk: 'tx', sk: 'checked', open: true });
        expect(await get('tx', 'updated')).toMatchObject({ n: 2 });
        expect(await get('tx', 'deleted')).toBeUndefined();
        expect(sortKeys((await ofWorker('tx-worker')).Items)).toEqual(['put']);
      });

      it('does nothing and gives the reason of each action, in order, when a condition fails', async () => {
        await put({ pk: 'cancel', sk: 'a', version: 2 });

        const result = await reasons(
          transact([
            { Put: { TableName, Item: { pk: 'cancel', sk: 'new', worker: 'cancel-worker', due: '1' } } },
            {
              ConditionCheck: {
                TableName,
                Key: { pk: 'cancel', sk: 'a' },
                ConditionExpression: 'version = :one',
                ExpressionAttributeValues: { ':one': 1 },
                ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
              },
            },
            {
              Delete: {
                TableName,
                Key: { pk: 'cancel', sk: 'absent' },
                ConditionExpression: 'attribute_exists(pk)',
                ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
              },
            },
          ]),
        );

        expect(result.map(({ Code }) => Code)).toEqual(['None', 'ConditionalCheckFailed', 'ConditionalCheckFailed']);
        expect(result[1]?.Item).toMatchObject({ sk: { S: 'a' }, version: { N: '2' } });
        expect(result[2]).not.toHaveProperty('Item');
        expect(await get('cancel', 'new')).toBeUndefined();
        expect((await ofWorker('cancel-worker')).Items).toEqual([]);
      });

      it('names the codes in the message of the error', async () => {
        const absent = { TableName, Key: { pk: 'none', sk: 'a' }, ConditionExpression: 'attribute_exists(pk)' };

        const error = await failure(
          transact([{ Put: { TableName, Item: { pk: 'none', sk: 'b' } } }, { Delete: absent }]),
        );

        expect(error.message).toBe(
          'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed]',
        );
      });

      it('gives ValidationError as the reason of an action whose value does not fit an index', async () => {
        const result = await reasons(
          transact([
            { Put: { TableName, Item: { pk: 'misfit', sk: 'a' } } },
            { Put: { TableName, Item: { pk: 'misfit', sk: 'b', worker: 7, due: '1' } } },
          ]),
        );

        expect(result.map(({ Code }) => Code)).toEqual(['None', 'ValidationError']);
        expect(await get('misfit')).toBeUndefined();
      });

      it('checks a condition of an action against the state before the transaction', async () => {
        await put({ pk: 'before', sk: 'a', n: 1 });

        await transact([
          {
            Update: {
              TableName,
              Key: { pk: 'before', sk: 'a' },
              UpdateExpression: 'SET n = :two',
              ConditionExpression: 'n = :one',
              ExpressionAttributeValues: { ':one': 1, ':two': 2 },
            },
          },
          {
            Put: {
              TableName,
              Item: { pk: 'before', sk: 'b' },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
        ]);

        expect(await get('before')).toMatchObject({ n: 2 });
      });

      it('refuses two actions on one item', async () => {
        const error = await failure(
          transact([
            { Put: { TableName, Item: { pk: 'twice', sk: 'a' } } },
            { Delete: { TableName, Key: { sk: 'a', pk: 'twice' } } },
          ]),
        );

        expect(error).toMatchObject({
          name: 'ValidationException',
          message: 'Transaction request cannot include multiple operations on one item',
        });
      });

      it.each([
        { count: 0, refused: true },
        { count: 1, refused: false },
        { count: 100, refused: false },
        { count: 101, refused: true },
      ])('with $count actions is refused: $refused', async ({ count, refused }) => {
        const puts = Array.from({ length: count }, (_, n) => ({
          Put: { TableName, Item: { pk: 'many', sk: `${n}` } },
        }));

        const result = await transact(puts).then(
          () => false,
          (error: Error) => error.name === 'ValidationException',
        );

        expect(result).toBe(refused);
      });

      it.each([
        { what: 'an action of no kind', item: {} },
        {
          what: 'an action of two kinds',
          item: {
            Put: { TableName, Item: { pk: 'kinds', sk: 'a' } },
            Delete: { TableName, Key: { pk: 'kinds', sk: 'b' } },
          },
        },
      ])('refuses $what', async ({ item }) => {
        expect(await failure(transact([item]))).toMatchObject({ name: 'ValidationException' });
      });

      it('refuses more than 4 MB', async () => {
        const error = await failure(
          transact(
            Array.from({ length: 11 }, (_, n) => ({
              Put: { TableName, Item: { pk: 'large', sk: `${n}`, text: 'x'.repeat(400_000) } },
            })),
          ),
        );

        expect(error).toMatchObject({ name: 'ValidationException' });
        expect(error.message).toContain('cannot exceed 4MB');
        expect(await get('large', '0')).toBeUndefined();
      });

      it('does a request with the same token once, and refuses the token for another request', async () => {
        const add = (n: number) => [
          {
            Update: {
              TableName,
              Key: { pk: 'token', sk: 'a' },
              UpdateExpression: 'ADD n :n',
              ExpressionAttributeValues: { ':n': n },
            },
          },
        ];
        await transact(add(1), 'token-1');
        await transact(add(1), 'token-1');

        const error = await failure(transact(add(2), 'token-1'));

        expect(error).toMatchObject({ name: 'IdempotentParameterMismatchException' });
        expect(await get('token')).toMatchObject({ n: 1 });
      });

      it('lets a cancelled request be tried again with the same token', async () => {
        const take = {
          Put: {
            TableName,
            Item: { pk: 'retry', sk: 'taken' },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        };
        await put({ pk: 'retry', sk: 'taken' });
        await failure(transact([take], 'token-2'));
        await db.send(new DeleteCommand({ TableName, Key: { pk: 'retry', sk: 'taken' } }));

        await transact([take], 'token-2');

        expect(await get('retry', 'taken')).toBeDefined();
      });

      it('gets items of one moment in the order asked for, with a gap for what is absent', async () => {
        await put({ pk: 'together', sk: 'a', n: 1 });
        await put({ pk: 'together', sk: 'b', n: 2, more: true });

        const { Responses } = await db.send(
          new TransactGetCommand({
            TransactItems: [
              { Get: { TableName, Key: { pk: 'together', sk: 'b' }, ProjectionExpression: 'n' } },
              { Get: { TableName, Key: { pk: 'together', sk: 'absent' } } },
              { Get: { TableName, Key: { pk: 'together', sk: 'a' } } },
            ],
          }),
        );

        expect(Responses?.map(({ Item }) => Item)).toEqual([{ n: 2 }, undefined, { pk: 'together', sk: 'a', n: 1 }]);
      });

      it('never shows half of a transaction to a transactional read', async () => {
        const both = (n: number) => [
          { Put: { TableName, Item: { pk: 'pair', sk: 'a', n } } },
          { Put: { TableName, Item: { pk: 'pair', sk: 'b', n } } },
        ];
        await transact(both(0));
        const read = async () => {
          const keys = ['a', 'b'].map((sk) => ({ Get: { TableName, Key: { pk: 'pair', sk } } }));
          const { Responses } = await db.send(new TransactGetCommand({ TransactItems: keys }));
          return Responses?.map(({ Item }) => Item?.n);
        };

        const reads = [];
        for (let n = 1; n <= 10; n++) {
          const [, seen] = await Promise.all([transact(both(n)), read().catch(() => [n, n])]);
          reads.push(seen);
        }

        expect(reads.filter((seen) => seen?.[0] !== seen?.[1])).toEqual([]);
        expect(await read()).toEqual([10, 10]);
      });
    });

    describe('queries', () => {
      beforeAll(async () => {
        for (const n of [5, 1, 4, 2, 3]) await put({ pk: 'list', sk: `2026-0${n}`, n, odd: n % 2 === 1 });
        await put({ pk: 'list', sk: 'other' });
        await put({ pk: 'list2', sk: '2026-01' });
      });

      const list = (more: object) =>
        db.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk AND begins_with(sk, :year)',
            ...more,
            ExpressionAttributeValues: {
              ':pk': 'list',
              ':year': '2026',
              ...('values' in more ? (more.values as object) : {}),
            },
          }),
        );

      it('come in the order of the sort key, or backwards', async () => {
        const forwards = await list({});
        const backwards = await list({ ScanIndexForward: false });

        expect(sortKeys(forwards.Items)).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']);
        expect(sortKeys(backwards.Items)).toEqual(sortKeys(forwards.Items).toReversed());
      });

      it.each([
        { range: 'sk > :from', from: '2026-03', expected: ['2026-04', '2026-05', 'other'] },
        { range: 'sk >= :from', from: '2026-04', expected: ['2026-04', '2026-05', 'other'] },
        { range: 'sk < :from', from: '2026-03', expected: ['2026-01', '2026-02'] },
        { range: 'sk <= :from', from: '2026-02', expected: ['2026-01', '2026-02'] },
        { range: 'sk = :from', from: '2026-02', expected: ['2026-02'] },
        { range: 'sk BETWEEN :from AND :from', from: '2026-05', expected: ['2026-05'] },
      ])('take the range $range', async ({ range, from, expected }) => {
        const { Items } = await db.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: `pk = :pk AND ${range}`,
            ExpressionAttributeValues: { ':pk': 'list', ':from': from },
          }),
        );

        expect(sortKeys(Items)).toEqual(expected);
      });

      it('go through pages of 2 without loss or repetition, in both directions', async () => {
        for (const ScanIndexForward of [true, false]) {
          const pages = [];
          let ExclusiveStartKey: Record<string, unknown> | undefined;
          do {
            const page = await list({ Limit: 2, ScanIndexForward, ...(ExclusiveStartKey && { ExclusiveStartKey }) });
            pages.push(sortKeys(page.Items));
            ExclusiveStartKey = page.LastEvaluatedKey;
          } while (ExclusiveStartKey);

          const all = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];
          expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
          expect(pages.flat()).toEqual(ScanIndexForward ? all : all.toReversed());
        }
      });

      it('count the items read before the filter against the limit', async () => {
        const page = await list({ Limit: 3, FilterExpression: 'odd = :yes', values: { ':yes': true } });

        expect(sortKeys(page.Items)).toEqual(['2026-01', '2026-03']);
        expect(page).toMatchObject({ Count: 2, ScannedCount: 3, LastEvaluatedKey: { pk: 'list', sk: '2026-03' } });
      });

      it('give only the attributes asked for', async () => {
        const { Items } = await list({ Limit: 1, ProjectionExpression: 'n' });

        expect(Items).toEqual([{ n: 1 }]);
      });

      it('can count alone', async () => {
        const { Count, Items } = await list({ Select: 'COUNT' });

        expect({ Count, Items }).toEqual({ Count: 5, Items: undefined });
      });

      it('end a page at 1 MB', async () => {
        const text = 'x'.repeat(390_000);
        for (const sk of ['1', '2', '3', '4']) await put({ pk: 'megabyte', sk, text });

        const page = await db.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': 'megabyte' },
          }),
        );

        expect(page).toMatchObject({ Count: 3, LastEvaluatedKey: { pk: 'megabyte', sk: '3' } });
      });

      it('reach every item once by scanning in pages', async () => {
        await db.send(contractTable('Scanned'));
        const keys = Array.from({ length: 7 }, (_, n) => `p${n}`);
        for (const pk of keys) await db.send(new PutCommand({ TableName: 'Scanned', Item: { pk, sk: 'a' } }));

        const seen = [];
        let ExclusiveStartKey: Record<string, unknown> | undefined;
        do {
          const page = await db.send(
            new ScanCommand({ TableName: 'Scanned', Limit: 3, ...(ExclusiveStartKey && { ExclusiveStartKey }) }),
          );
          seen.push(...(page.Items ?? []).map(({ pk }) => pk));
          ExclusiveStartKey = page.LastEvaluatedKey;
        } while (ExclusiveStartKey);

        expect(seen.toSorted()).toEqual(keys);
      });
    });

    describe('the sparse index', () => {
      it('holds only items that have both of its keys, in its order', async () => {
        await put({ pk: 'sparse', sk: '1', worker: 'sparse', due: '2026-02' });
        await put({ pk: 'sparse', sk: '2', worker: 'sparse', due: '2026-01' });
        await put({ pk: 'sparse', sk: '3', worker: 'sparse' });
        await put({ pk: 'sparse', sk: '4', due: '2026-01' });

        expect(sortKeys((await ofWorker('sparse')).Items)).toEqual(['2', '1']);
      });

      it('follows an item when it is reassigned, postponed, finished and deleted', async () => {
        const Key = { pk: 'moves', sk: '1' };
        const update = (UpdateExpression: string, values?: Record<string, string>) =>
          db.send(
            new UpdateCommand({
              TableName,
              Key,
              UpdateExpression,
              ...(values && { ExpressionAttributeValues: values }),
            }),
          );
        const state = async () => {
          const [one, two] = await Promise.all([ofWorker('moves-1'), ofWorker('moves-2')]);
          return [one, two].map(({ Items = [] }) => Items.map(({ due }) => due));
        };
        await put({ ...Key, worker: 'moves-1', due: '2026-01' });
        const states = [await state()];

        await update('SET worker = :worker', { ':worker': 'moves-2' });
        states.push(await state());
        await update('SET due = :due', { ':due': '2026-03' });
        states.push(await state());
        await update('REMOVE worker');
        states.push(await state());
        await put({ ...Key, worker: 'moves-1', due: '2026-04' });
        states.push(await state());
        await db.send(new DeleteCommand({ TableName, Key }));
        states.push(await state());

        expect(states).toEqual([
          [['2026-01'], []],
          [[], ['2026-01']],
          [[], ['2026-03']],
          [[], []],
          [['2026-04'], []],
          [[], []],
        ]);
      });

      it('keeps items apart that share both index keys, and goes through them in pages', async () => {
        const expected = Array.from({ length: 5 }, (_, n) => `${n}`);
        for (const sk of expected) await put({ pk: 'same', sk, worker: 'same', due: '2026-01' });

        const seen = [];
        let ExclusiveStartKey: Record<string, unknown> | undefined;
        do {
          const page = await ofWorker('same', { Limit: 2, ...(ExclusiveStartKey && { ExclusiveStartKey }) });
          seen.push(...sortKeys(page.Items));
          ExclusiveStartKey = page.LastEvaluatedKey;
        } while (ExclusiveStartKey);

        expect(seen.toSorted()).toEqual(expected);
      });

      it('refuses a consistent read', async () => {
        expect(await failure(ofWorker('any', { ConsistentRead: true }))).toMatchObject({ name: 'ValidationException' });
      });
    });

    it('tells, sets and unsets the time-to-live attribute, and refuses to set it twice', async () => {
      await db.send(contractTable('Expiring'));
      const describeIt = async () =>
        (await db.send(new DescribeTimeToLiveCommand({ TableName: 'Expiring' }))).TimeToLiveDescription;
      const set = (Enabled: boolean, AttributeName = 'expiresAt') =>
        db.send(
          new UpdateTimeToLiveCommand({
            TableName: 'Expiring',
            TimeToLiveSpecification: { Enabled, AttributeName },
          }),
        );

      expect(await describeIt()).toEqual({ TimeToLiveStatus: 'DISABLED' });
      expect((await set(true)).TimeToLiveSpecification).toEqual({ Enabled: true, AttributeName: 'expiresAt' });
      expect(await describeIt()).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' });
      expect(await failure(set(true))).toMatchObject({ message: 'TimeToLive is already enabled' });
      expect(await failure(set(true, 'other'))).toMatchObject({ name: 'ValidationException' });
      await set(false);
      expect(await describeIt()).toEqual({ TimeToLiveStatus: 'DISABLED' });
      expect(await failure(set(false))).toMatchObject({ message: 'TimeToLive is already disabled' });
    });
  });
};
