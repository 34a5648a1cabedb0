import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { TableName, type Tested } from './tested.ts';

/** The sparse index: who is in it, in which order, and that it follows its items. */
export const indexContract = ({ db, put, ofWorker, sortKeys, failure }: Tested): void => {
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
};
