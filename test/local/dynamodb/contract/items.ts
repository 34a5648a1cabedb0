import { BatchGetCommand, BatchWriteCommand, DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { TableName, type Tested } from './tested.ts';

/** 400 KB less the names pk, sk and text and the two keys of one character. */
const LARGEST_TEXT = 400 * 1024 - 'pksktext'.length - 2;

/** Items: every type, updates, batches, the size limit and keys that are refused. */
export const itemsContract = ({ db, put, get, failure }: Tested): void => {
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
      // Three bytes a character, and four; both fit as characters.
      { script: 'Bengali', text: 'ক'.repeat(Math.floor(LARGEST_TEXT / 3)), more: 'ক' },
      { script: 'emoji', text: '🙂'.repeat(Math.floor(LARGEST_TEXT / 4)), more: '🙂' },
    ])('counts what is written in $script by its bytes', async ({ text, more }) => {
      await put({ pk: 'd', sk: 'a', text });

      const error = await failure(put({ pk: 'e', sk: 'a', text: text + more }));

      expect(error).toMatchObject({ name: 'ValidationException' });
      expect((await get('d'))?.['text']).toBe(text);
      expect(await get('e')).toBeUndefined();
    });

    it('counts names, numbers, lists and maps, each with what it costs beside', async () => {
      // pk, sk, two keys; map: name 1, 3, then 1 + name + value each; list: 3 and 1 each; number 1234.5 is 5 digits: 4.
      const beside = { m: { n: 1234.5, t: true, l: ['ab', null] } };
      const bytes =
        'pksk'.length + 2 + (1 + 3 + (1 + 1 + 4) + (1 + 1 + 1) + (1 + 1 + 3 + (1 + 2) + (1 + 1))) + 'text'.length;
      await put({ pk: 'f', sk: 'a', ...beside, text: 'x'.repeat(400 * 1024 - bytes) });

      expect(
        await failure(put({ pk: 'g', sk: 'a', ...beside, text: 'x'.repeat(400 * 1024 - bytes + 1) })),
      ).toMatchObject({
        name: 'ValidationException',
      });
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
};
