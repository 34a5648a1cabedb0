import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { type Documents, readItem } from './item-kinds.ts';
import type { WalkPart } from './parts.ts';

/** Items that one part of a list has. */
const atATime = 100;

/** An item of the one table as it is written: `data` is what its schema reads again. */
export type Item = { readonly pk: string; readonly sk: string; readonly data: unknown; readonly expiresAt?: number };

/** What becomes of an item, and what must hold for it. The condition must name something that is there: no item begins by a change. */
export type ItemChange = Pick<
  UpdateCommandInput,
  'UpdateExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
> & { readonly ConditionExpression: string };

/**
 * Single items that belong to no case: drafts, links, and what finds them by an address. A case's own items change together and with an
 * audit event, by `commit` of the case store.
 */
export const createItemStore = ({ documents, tableName }: { documents: Documents; tableName: string }) => {
  const all = async <T extends z.ZodType>(schema: T, input: Omit<QueryCommandInput, 'TableName'>) => {
    const found: z.output<T>[] = [];
    let start: QueryCommandInput['ExclusiveStartKey'];
    do {
      const { Items = [], LastEvaluatedKey } = await documents.send(
        new QueryCommand({ TableName: tableName, ...input, ...(start && { ExclusiveStartKey: start }) }),
      );
      found.push(...Items.map((item) => readItem(schema, item)));
      start = LastEvaluatedKey;
    } while (start);
    return found;
  };

  return {
    /** What stands under a key, strongly consistent. An item that has outlived its time may still be there for a while. */
    async get<T extends z.ZodType>(schema: T, pk: string, sk: string): Promise<z.output<T> | undefined> {
      const { Item } = await documents.send(
        new GetCommand({ TableName: tableName, Key: { pk, sk }, ConsistentRead: true }),
      );
      return Item && readItem(schema, Item);
    },

    /**
     * Writes an item that carries a version: 1 may only be new, and n only replaces n - 1.
     *
     * @returns false where someone else was first: read again and decide anew
     */
    async put(item: Item & Record<string, unknown>, version: number): Promise<boolean> {
      const condition =
        version === 1
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version - 1 } };
      try {
        await documents.send(new PutCommand({ TableName: tableName, Item: { ...item, version }, ...condition }));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },

    /**
     * Changes an item where a condition holds, both in one write: nobody comes in between.
     *
     * @returns the item as it is now, or undefined where the condition did not hold
     */
    async change<T extends z.ZodType>(
      schema: T,
      Key: { readonly pk: string; readonly sk: string },
      change: ItemChange,
    ): Promise<z.output<T> | undefined> {
      try {
        const { Attributes = {} } = await documents.send(
          new UpdateCommand({ TableName: tableName, Key, ...change, ReturnValues: 'ALL_NEW' }),
        );
        return readItem(schema, Attributes);
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined;
        throw error;
      }
    },

    /** Every item of a partition whose sort key begins so, strongly consistent. */
    list: <T extends z.ZodType>(schema: T, pk: string, skPrefix: string): Promise<z.output<T>[]> =>
      all(schema, {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': pk, ':sk': skPrefix },
        ConsistentRead: true,
      }),

    /**
     * The newest items of a partition between two sort keys, both included, strongly consistent: at most so many.
     *
     * @param to nothing after it, such as `EVENT#2026-01-05T10:00:00.000Z#id`
     */
    async newest<T extends z.ZodType>(
      schema: T,
      pk: string,
      { from, to, atMost }: { readonly from: string; readonly to: string; readonly atMost: number },
    ): Promise<z.output<T>[]> {
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
          ScanIndexForward: false,
          Limit: atMost,
          ConsistentRead: true,
        }),
      );
      return Items.map((item) => readItem(schema, item));
    },

    /**
     * Some items of a partition, in the order of their sort keys, and the sort key to read on after, where there are more. Not strongly
     * consistent.
     */
    async some<T extends z.ZodType>(
      schema: T,
      pk: string,
      { begins, most, after }: { readonly begins: string; readonly most: number; readonly after?: string | undefined },
    ): Promise<{ data: z.output<T>[]; next?: string }> {
      const { Items = [], LastEvaluatedKey } = await documents.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: begins === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :sk)',
          ExpressionAttributeValues: { ':pk': pk, ...(begins !== '' && { ':sk': begins }) },
          Limit: most,
          ...(after && { ExclusiveStartKey: { pk, sk: after } }),
        }),
      );
      const next = LastEvaluatedKey?.['sk'];
      return { data: Items.map((item) => readItem(schema, item)), ...(typeof next === 'string' && { next }) };
    },

    /** Part of what the index `due` lists before a place and from another on, the earliest first. */
    async due<T extends z.ZodType>(
      schema: T,
      duePk: string,
      {
        from = '!',
        before,
        after,
      }: { readonly from?: string; readonly before: string; readonly after?: string | undefined },
    ): Promise<WalkPart<z.output<T>[]>> {
      const { Items = [], LastEvaluatedKey } = await documents.send(
        new QueryCommand({
          TableName: tableName,
          IndexName: 'due',
          KeyConditionExpression: 'duePk = :pk AND workSk BETWEEN :from AND :before',
          ExpressionAttributeValues: { ':pk': duePk, ':from': from, ':before': before },
          Limit: atATime,
          ...(after !== undefined && { ExclusiveStartKey: JSON.parse(after) }),
        }),
      );
      return {
        part: Items.map((item) => readItem(schema, item)),
        ...(LastEvaluatedKey && { next: JSON.stringify(LastEvaluatedKey) }),
      };
    },

    /** Forgets an item; forgetting it twice does no harm. */
    async remove(pk: string, sk: string): Promise<void> {
      await documents.send(new DeleteCommand({ TableName: tableName, Key: { pk, sk } }));
    },
  };
};

export type ItemStore = ReturnType<typeof createItemStore>;
