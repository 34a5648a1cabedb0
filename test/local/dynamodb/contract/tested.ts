import {
  type CancellationReason,
  CreateTableCommand,
  type DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';

/** The table that the tests share, each under partition keys of its own. */
export const TableName = 'Contract';

/** A table of the shape that the platform has: string keys and one sparse index, billed by request. */
export const contractTable = (name: string) =>
  new CreateTableCommand({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk', 'worker', 'due'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byWorker',
        KeySchema: [
          { AttributeName: 'worker', KeyType: 'HASH' },
          { AttributeName: 'due', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  });

/** What the tests of the contract do with the DynamoDB that `client` gives; it is asked for when a test runs, not before. */
export const tested = (client: () => DynamoDBClient) => {
  const db = {
    // The overloads of the real method, bound late.
    send: ((command: never) => DynamoDBDocumentClient.from(client()).send(command)) as DynamoDBDocumentClient['send'],
  };
  const failure = async (attempt: Promise<unknown>): Promise<Error> => {
    try {
      await attempt;
    } catch (error) {
      if (error instanceof Error) return error;
    }
    throw new Error('It did not fail');
  };

  return {
    db,
    put: (Item: Record<string, unknown>) => db.send(new PutCommand({ TableName, Item })),
    get: async (pk: string, sk = 'a') =>
      (await db.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }))).Item,
    /** One page of a worker's entries in the index. */
    ofWorker: (worker: string, more: object = {}) =>
      db.send(
        new QueryCommand({
          TableName,
          IndexName: 'byWorker',
          KeyConditionExpression: 'worker = :worker',
          ExpressionAttributeValues: { ':worker': worker },
          ...more,
        }),
      ),
    sortKeys: (items: Record<string, unknown>[] = []) => items.map(({ sk }) => sk),
    transact: (TransactItems: TransactWriteCommandInput['TransactItems'], ClientRequestToken?: string) =>
      db.send(new TransactWriteCommand({ TransactItems, ...(ClientRequestToken && { ClientRequestToken }) })),
    /** The error of what is to fail. */
    failure,
    /** The reasons of a transaction that is to be cancelled. */
    reasons: async (attempt: Promise<unknown>): Promise<CancellationReason[]> => {
      const error = await failure(attempt);
      if (!(error instanceof TransactionCanceledException)) throw error;
      return error.CancellationReasons ?? [];
    },
  };
};

/** See {@link tested}. */
export type Tested = ReturnType<typeof tested>;
