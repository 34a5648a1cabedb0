import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ClassicLevel } from 'classic-level';
import { awsEndpoint } from '../../../local/aws-endpoint.ts';
import { createDynamoDb } from '../../../local/dynamodb/dynamodb.ts';

/**
 * The platform's own DynamoDB on a new LevelDB in a temporary folder, with a clock that the test sets and a count of batches.
 *
 * `stop` closes the store and removes the folder.
 */
export const startLocalDynamoDb = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dynamodb-'));
  const store = new ClassicLevel<string, string>(folder);
  await store.open();
  const clock = { now: Date.parse('2026-01-05T09:00:00Z') };
  const batches: number[] = [];
  store.on('write', (changes: unknown[]) => batches.push(changes.length));
  const dynamoDb = createDynamoDb({ store, now: () => clock.now });
  const client = new DynamoDBClient(awsEndpoint(dynamoDb.handle));
  const stop = async () => {
    client.destroy();
    await store.close();
    await rm(folder, { recursive: true });
  };
  return { client, dynamoDb, store, clock, batches, stop };
};
