import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe } from 'vitest';
import { conditionsContract } from './contract/conditions.ts';
import { itemsContract } from './contract/items.ts';
import { queriesContract } from './contract/queries.ts';
import { indexContract } from './contract/sparse-index.ts';
import { tablesContract } from './contract/tables.ts';
import { contractTable, TableName, tested } from './contract/tested.ts';
import { transactionLimitsContract } from './contract/transaction-limits.ts';
import { transactionsContract } from './contract/transactions.ts';

/** A DynamoDB to test, and how to end it. */
export interface TestedDynamoDb {
  client: DynamoDBClient;
  stop: () => Promise<void>;
}

/**
 * What the platform relies on DynamoDB for, as tests that any DynamoDB passes: ours and Amazon's.
 *
 * @param name of the DynamoDB, for the titles
 * @param start called once, before the tests
 */
export const dynamoDbContract = (name: string, start: () => Promise<TestedDynamoDb>): void => {
  describe(name, () => {
    let dynamoDb: TestedDynamoDb;
    beforeAll(async () => {
      dynamoDb = await start();
      await dynamoDb.client.send(contractTable(TableName));
    }, 30_000);
    afterAll(() => dynamoDb.stop());

    const dynamo = tested(() => dynamoDb.client);
    tablesContract(dynamo);
    itemsContract(dynamo);
    conditionsContract(dynamo);
    transactionsContract(dynamo);
    transactionLimitsContract(dynamo);
    queriesContract(dynamo);
    indexContract(dynamo);
  });
};
