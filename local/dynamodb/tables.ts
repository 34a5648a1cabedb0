import { AwsError } from '../aws-endpoint.ts';
import { checked, perform } from './dynalite-action.ts';
import type { LevelView } from './level-view.ts';
import { TIME_TO_LIVE } from './time-to-live.ts';

interface CreateTable {
  TableName?: string;
  DeletionProtectionEnabled?: boolean;
  StreamSpecification?: { StreamEnabled?: boolean };
}

/**
 * CreateTable on a view. The table is ACTIVE at once; dynalite would make it wait.
 *
 * Billing mode, indexes and deletion protection are kept. Encryption, class, tags, warm and on-demand throughput are accepted and
 * not modelled. Streams are refused: nothing here would fill them.
 *
 * @throws AwsError `ResourceInUseException` if the table exists, `ValidationException`
 */
export const createTable = async (view: LevelView, nowMs: number, input: CreateTable) => {
  if (input.StreamSpecification?.StreamEnabled)
    throw new AwsError('ValidationException', 'DynamoDB Streams do not exist on the local platform');
  const data = checked('CreateTable', view, input);
  const { TableName = '' } = input;
  if (view.table(TableName)) throw new AwsError('ResourceInUseException', `Table already exists: ${TableName}`);
  await perform('CreateTable', view, data);
  const created = view.table(TableName);
  if (!created) throw new Error(`dynalite did not create ${TableName}`);
  const { GlobalSecondaryIndexes: indexes } = created;
  const table = {
    ...created,
    ...(indexes && { GlobalSecondaryIndexes: indexes.map((index) => ({ ...index, IndexStatus: 'ACTIVE' })) }),
    TableStatus: 'ACTIVE',
    CreationDateTime: nowMs / 1000,
    DeletionProtectionEnabled: input.DeletionProtectionEnabled ?? false,
  };
  view.put('table', TableName, table);
  return { TableDescription: table };
};

/**
 * DeleteTable on a view: items, indexes, settings and description go in one batch.
 *
 * @throws AwsError `ValidationException` if the table is protected, `ResourceNotFoundException`
 */
export const deleteTable = async (view: LevelView, input: { TableName?: string }) => {
  const { TableName = '' } = input;
  if (view.table(TableName)?.DeletionProtectionEnabled)
    throw new AwsError(
      'ValidationException',
      'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
    );
  const output = await perform('DeleteTable', view, checked('DeleteTable', view, input));
  view.del('table', TableName);
  view.del(TIME_TO_LIVE, TableName);
  return output;
};
