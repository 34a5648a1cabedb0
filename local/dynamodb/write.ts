import { AwsError } from '../aws-endpoint.ts';
import { checked, perform } from './dynalite-action.ts';
import { type Item, itemBytes, mostItemBytes } from './item-size.ts';
import type { LevelView } from './level-view.ts';

/** What is read of a write request beside what dynalite reads. */
export interface WriteInput {
  TableName?: string;
  Item?: Item;
  Key?: Item;
  ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' | 'NONE';
}

/** The key attributes alone, of an item or of a key, by the table's key schema. */
export const keyOf = (view: LevelView, tableName: string, attributes: Item): Item =>
  Object.fromEntries(
    (view.table(tableName)?.KeySchema ?? []).map(({ AttributeName }) => [
      AttributeName,
      attributes[AttributeName] ?? {},
    ]),
  );

/**
 * Runs PutItem, UpdateItem, DeleteItem or BatchWriteItem on a view, with what dynalite 4 does not know: the old item in the error
 * of a failed condition, the refusal of an empty string as an index key, and the size of an item in bytes.
 *
 * @param data the request as `checked` returned it
 * @param input the request as it was sent
 * @throws AwsError, the view is then to be dropped
 */
export const write = async (operation: string, view: LevelView, data: Record<string, unknown>, input: WriteInput) => {
  const before = view.written.length;
  try {
    const output = await perform(operation, view, data);
    for (const { tableName, item } of view.written.slice(before)) {
      refuseTooLarge(operation, item);
      refuseEmptyIndexKeys(operation, view, tableName, item);
    }
    return output;
  } catch (error) {
    const wantsItem = input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
    if (!(error instanceof AwsError) || error.name !== 'ConditionalCheckFailedException' || !wantsItem) throw error;
    const Item = await itemOf(view, input);
    throw new AwsError(error.name, error.message, Item ? { Item } : {}, error.status);
  }
};

const itemOf = async (view: LevelView, { TableName = '', Item, Key }: WriteInput) => {
  const read = { TableName, Key: keyOf(view, TableName, Item ?? Key ?? {}) };
  return (await perform('GetItem', view, checked('GetItem', view, read))).Item;
};

const refuseTooLarge = (operation: string, item: Item): void => {
  if (itemBytes(item) <= mostItemBytes) return;
  const what = operation === 'UpdateItem' ? 'Item size to update has' : 'Item size has';
  throw new AwsError('ValidationException', `${what} exceeded the maximum allowed size`);
};

const refuseEmptyIndexKeys = (operation: string, view: LevelView, tableName: string, item: Item): void => {
  for (const { IndexName, KeySchema } of view.table(tableName)?.GlobalSecondaryIndexes ?? []) {
    const empty = KeySchema.find(({ AttributeName }) => item[AttributeName]?.S === '' || item[AttributeName]?.B === '');
    if (!empty) continue;
    const what =
      operation === 'UpdateItem'
        ? 'The update expression attempted to update a secondary index key to a value that is not supported.'
        : 'A value specified for a secondary index key is not supported.';
    throw new AwsError(
      'ValidationException',
      `One or more parameter values are not valid. ${what} The AttributeValue for a key attribute cannot contain an empty ` +
        `string value. IndexName: ${IndexName}, IndexKey: ${empty.AttributeName}`,
    );
  }
};
