import { PutCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { contractTable, TableName, type Tested } from './tested.ts';

/** Queries and scans: order, ranges, pages, filters and projections. */
export const queriesContract = ({ db, put, sortKeys }: Tested): void => {
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

    it('answer at most about 1 MB of bytes at once, and all of it in pages, also by an index', async () => {
      // 30 of 90 KB each: 2.7 MB, of which characters are 0.9 MB.
      for (let n = 0; n < 30; n += 1)
        await put({
          pk: 'wide',
          sk: `${n}`.padStart(2, '0'),
          text: '字'.repeat(30_000),
          worker: 'wide',
          due: `${n}`.padStart(2, '0'),
        });
      for (const by of [
        { KeyConditionExpression: 'pk = :wide' },
        { KeyConditionExpression: 'worker = :wide', IndexName: 'byWorker' },
      ]) {
        const pages: (readonly unknown[])[] = [];
        let ExclusiveStartKey: Record<string, unknown> | undefined;
        do {
          const page = await db.send(
            new QueryCommand({
              TableName,
              ...by,
              ExpressionAttributeValues: { ':wide': 'wide' },
              ...(ExclusiveStartKey && { ExclusiveStartKey }),
            }),
          );
          pages.push(sortKeys(page.Items));
          ExclusiveStartKey = page.LastEvaluatedKey;
        } while (ExclusiveStartKey);

        expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(12);
        expect(pages.flat()).toEqual(Array.from({ length: 30 }, (_, n) => `${n}`.padStart(2, '0')));
      }
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
};
