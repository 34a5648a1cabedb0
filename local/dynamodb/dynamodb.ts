import { AwsError } from '../aws-endpoint.ts';
import { type Check, checked, checkedTyped, perform } from './dynalite-action.ts';
import { type Level, type LevelView, levelView } from './level-view.ts';
import { createTable, deleteTable } from './tables.ts';
import { deleteExpired, describeTimeToLive, firstExpiryMs, forgetTokens, updateTimeToLive } from './time-to-live.ts';
import { transactGet, transactWrite } from './transactions.ts';
import { type WriteInput, write as writeItem } from './write.ts';

const READS = ['GetItem', 'BatchGetItem', 'Query', 'Scan', 'DescribeTable', 'ListTables'];
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'];

/** What the local DynamoDB stands on. */
interface DynamoDbDeps {
  /** An open LevelDB, owned by the caller, with keys of its own: nothing else may be kept in it. */
  store: Level;
  /** The platform's clock, in epoch milliseconds. */
  now: () => number;
}

/**
 * DynamoDB on LevelDB: dynalite's actions on a view of the store, one LevelDB batch for each write.
 *
 * An item and its index entries, or all of a transaction, are therefore there as a whole or not at all, also after `kill -9`. Writes
 * are queued, so they are serializable; indexes are never behind. `handle` answers with the JSON of the wire and throws `AwsError`
 * with DynamoDB's names; see `local/aws-endpoint.ts` for the way to an SDK client.
 */
export const createDynamoDb = ({ store, now }: DynamoDbDeps) => {
  const inTurn = queue();
  /** No item expires before this moment, so that nothing need be read to find one. Not known until all were read once. */
  let nothingExpiresBeforeMs = Number.NEGATIVE_INFINITY;

  const write = async (view: LevelView): Promise<void> => {
    await view.commit();
    nothingExpiresBeforeMs = Math.min(nothingExpiresBeforeMs, firstExpiryMs(view));
  };

  /** One write: a view, what is done on it, and its one batch. */
  const commit = <T>(work: (view: LevelView) => Promise<T>): Promise<T> =>
    inTurn(async () => {
      const view = levelView(store);
      const output = await work(view);
      await write(view);
      return output;
    });

  const expire = async (): Promise<number> => {
    await forgetTokens(store, now());
    if (now() < nothingExpiresBeforeMs) return 0;
    const { deleted, nextMs } = await deleteExpired(store, now());
    nothingExpiresBeforeMs = nextMs;
    return deleted;
  };

  const own: Record<string, (input: object, check: Check) => Promise<unknown>> = {
    CreateTable: (input) => commit((view) => createTable(view, now(), input)),
    DeleteTable: (input) => commit((view) => deleteTable(view, input)),
    DescribeTimeToLive: async (input) => describeTimeToLive(levelView(store), input),
    UpdateTimeToLive: async (input) => {
      const updated = await commit(async (view) => updateTimeToLive(view, input));
      nothingExpiresBeforeMs = Number.NEGATIVE_INFINITY;
      return updated;
    },
    TransactGetItems: (input) => inTurn(() => transactGet(store, input)),
    TransactWriteItems: (input, check) =>
      inTurn(async () => {
        await write(await transactWrite(store, now(), input, check));
        return {};
      }),
  };

  const handler = (check: Check) => async (operation: string, request: unknown) => {
    const input = typeof request === 'object' && request !== null ? request : {};
    const ownAction = own[operation];
    if (ownAction) return ownAction(input, check);
    if (READS.includes(operation)) {
      const view = levelView(store);
      const output = await perform(operation, view, check(operation, view, input));
      return operation === 'Query' || operation === 'Scan' ? withItsEnd(view, input, output) : output;
    }
    if (WRITES.includes(operation))
      // A cast of what dynalite's check has accepted.
      return commit((view) => writeItem(operation, view, check(operation, view, input), input as WriteInput));
    throw new AwsError('UnknownOperationException', `The local DynamoDB does not know ${operation}`);
  };

  return {
    handle: handler(checked),
    /** The same for requests that are right in their types already; see `checkedTyped`. */
    handleTyped: handler(checkedTyped),
    /** Deletes what has outlived its time-to-live by the platform's clock; gives the number of items. See `deleteExpired`. */
    expire: (): Promise<number> => inTurn(expire),
  };
};

/** The answer to a query or scan that has looked at as much as one may, with the key to read on after. dynalite counts characters. */
const withItsEnd = (
  { looked, table }: LevelView,
  { TableName = '', IndexName }: { TableName?: string; IndexName?: string },
  output: Record<string, unknown>,
) => {
  const { last, isFull } = looked;
  const { KeySchema = [], GlobalSecondaryIndexes = [] } = table(TableName) ?? {};
  if (!isFull || last === undefined || output['LastEvaluatedKey']) return output;
  const index = GlobalSecondaryIndexes.find((one) => one.IndexName === IndexName);
  const keys = [...KeySchema, ...(index?.KeySchema ?? [])].map(({ AttributeName }) => AttributeName);
  return { ...output, LastEvaluatedKey: Object.fromEntries(keys.map((name) => [name, last[name]])) };
};

/** Runs one piece of work after another, in the order of the calls; a failure is its caller's and stops nobody. */
const queue = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
};
