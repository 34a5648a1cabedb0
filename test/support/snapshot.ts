import type { Journeys } from './journey.ts';

type Item = Record<string, unknown>;

const scan = async ({ platform: { dynamoDb } }: Pick<Journeys, 'platform'>): Promise<Item[]> => {
  const found: Item[] = [];
  let start: unknown;
  do {
    const { Items, LastEvaluatedKey } = (await dynamoDb.handle('Scan', {
      TableName: dynamoDb.tableName,
      ...(start !== undefined && { ExclusiveStartKey: start }),
    })) as { Items: Item[]; LastEvaluatedKey?: unknown };
    found.push(...Items);
    start = LastEvaluatedKey;
  } while (start);
  return found;
};

/** The whole table as it is now; the answer puts it back as it was, whatever was written or removed since. Executions go on. */
export const snapshot = async (journeys: Pick<Journeys, 'platform'>): Promise<() => Promise<void>> => {
  const { dynamoDb } = journeys.platform;
  const kept = await scan(journeys);
  return async () => {
    for (const { pk, sk } of await scan(journeys))
      await dynamoDb.handle('DeleteItem', { TableName: dynamoDb.tableName, Key: { pk, sk } });
    for (const Item of kept) await dynamoDb.handle('PutItem', { TableName: dynamoDb.tableName, Item });
  };
};
