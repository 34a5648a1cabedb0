import { describe, expect, it } from 'vitest';
import { TableName, type Tested } from './tested.ts';

/** The limits of a transaction: 1 to 100 actions of one kind each, on different items, of 4 MB together. */
export const transactionLimitsContract = ({ get, transact, failure }: Tested): void => {
  describe('a transaction', () => {
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

    it('is refused whole where one item is too large in bytes, though not in characters', async () => {
      const error = await failure(
        transact([
          { Put: { TableName, Item: { pk: 'script', sk: 'a' } } },
          { Put: { TableName, Item: { pk: 'script', sk: 'b', text: '字'.repeat(200_000) } } },
        ]),
      );

      expect(['ValidationException', 'TransactionCanceledException']).toContain(error.name);
      expect(await get('script', 'a')).toBeUndefined();
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
  });
};
