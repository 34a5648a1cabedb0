import { marshall } from '@aws-sdk/util-dynamodb';
import type { Platform } from '../../local/platform.ts';
import { type Task, type TaskKind, task } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { kindOf } from '../../services/store/item-kinds.ts';
import { listedIn } from '../../services/store/task-keys.ts';
import { schemaVersion } from '../../services/store/versions.ts';

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference that no case has yet, by a number: the same for the same. */
export const referenceAt = (at: number): string => {
  const text = Array.from({ length: 10 }, (_, place) => letters[Math.floor(at / 30 ** place) % 30]).join('');
  return `${text.slice(0, 3)}-${text.slice(3, 7)}-${text.slice(7)}`;
};

/** A task of a case that is nowhere but in the lists, with what a test wants different. */
export const listedTask = (at: number, different: { kind: TaskKind } & Partial<Record<keyof Task, unknown>>): Task => {
  const reference = referenceAt(at);
  return task.parse({
    council: 'leicestershire',
    reference,
    id: `${reference}.case.${different.kind}-1`,
    version: 1,
    role: kindsOfWork[different.kind].role,
    openedAt: '2026-01-05T10:00:00.000Z',
    dueOn: '2026-01-05',
    status: 'open',
    ...different,
  });
};

/**
 * Writes tasks straight to the local store, as they would stand there, without events or mail.
 *
 * @param listed the attributes by which the indexes list one
 */
export const writeTasks = async (
  { dynamoDb }: Pick<Platform, 'dynamoDb'>,
  tasks: readonly Task[],
  listed: (one: Task) => object = listedIn,
): Promise<void> => {
  for (let at = 0; at < tasks.length; at += 100) {
    const TransactItems = tasks.slice(at, at + 100).map((one) => {
      const keys = { pk: `CASE#${one.council}#${one.reference}`, sk: `TASK#${one.id}` };
      kindOf(keys);
      const Item = { ...keys, data: one, version: one.version, [schemaVersion]: 1, ...listed(one) };
      return { Put: { TableName: dynamoDb.tableName, Item: marshall(Item, { removeUndefinedValues: true }) } };
    });
    await dynamoDb.handleTyped('TransactWriteItems', { TransactItems });
  }
};
