import { DeleteCommand, TransactGetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { TableName, type Tested } from './tested.ts';

/** Transactions: whole or not at all, with reasons in order, limits and request tokens. */
export const transactionsContract = ({
  db,
  put,
  get,
  ofWorker,
  sortKeys,
  transact,
  failure,
  reasons,
}: Tested): void => {
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
};
