import { QueryCommand, ScanCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { directDocuments } from '../../local/dynamodb/documents.ts';
import type { Platform } from '../../local/platform.ts';
import type { Deps } from '../../services/deps.ts';
import { createCaseStore } from '../../services/store/case-store.ts';
import { type Documents, kindOf } from '../../services/store/item-kinds.ts';
import { schemaVersion } from '../../services/store/versions.ts';

/** The most that was read or written in one call. */
export type Most = { read: number; written: number; calls: number };

/** Deps over the same table whose calls are watched: the largest answer and the largest transaction. */
export const watched = ({ dynamoDb, deps }: Platform): { deps: Deps; most: Most } => {
  const documents = directDocuments(dynamoDb.handleTyped);
  const most: Most = { read: 0, written: 0, calls: 0 };
  const send = async (command: object) => {
    most.calls += 1;
    if (command instanceof TransactWriteCommand)
      most.written = Math.max(most.written, command.input.TransactItems?.length ?? 0);
    const answer = await documents.send(command as never);
    if (command instanceof QueryCommand || command instanceof ScanCommand)
      most.read = Math.max(most.read, (answer as { Items?: unknown[] }).Items?.length ?? 0);
    return answer;
  };
  const store = createCaseStore({ documents: { send } as Documents, tableName: dynamoDb.tableName });
  return { deps: { ...deps, store }, most };
};

/** Items as they would stand in the table, put there without the store's transactions. */
export const putStraight = async (
  { dynamoDb }: Pick<Platform, 'dynamoDb'>,
  items: readonly (Record<string, unknown> & { pk: string; sk: string })[],
): Promise<void> => {
  for (let at = 0; at < items.length; at += 100) {
    const TransactItems = items.slice(at, at + 100).map((item) => {
      kindOf(item);
      const Item = marshall({ [schemaVersion]: 1, ...item }, { removeUndefinedValues: true });
      return { Put: { TableName: dynamoDb.tableName, Item } };
    });
    await dynamoDb.handleTyped('TransactWriteItems', { TransactItems });
  }
};

/** A run of a function that is told after so many parts that its time is up. */
export const runOf = (parts: number) => {
  let left = parts;
  return {
    remainingMs: () => {
      left -= 1;
      return left >= 0 ? 300_000 : 1000;
    },
  };
};
