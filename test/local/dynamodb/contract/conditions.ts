import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { TableName, type Tested } from './tested.ts';

/** Conditions: what they answer, what a failed one shows, and that one of two racing writers wins. */
export const conditionsContract = ({ db, put, get, failure }: Tested): void => {
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
};
