/**
 * Run as a process of its own, to be killed: writes one transaction after another into the LevelDB of the folder that is its first
 * argument, and prints each transaction's number once it is committed. With a second argument N it kills itself with -9 while its
 * Nth batch is on its way to the file.
 *
 * Transaction n moves one case and one task to worker n mod 3, both with number n, and adds audit event n.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { ClassicLevel } from 'classic-level';
import { awsEndpoint } from '../../../local/aws-endpoint.ts';
import { createDynamoDb } from '../../../local/dynamodb/dynamodb.ts';
import type { Level } from '../../../local/dynamodb/level-view.ts';

const TableName = 'Contract';
const store = new ClassicLevel<string, string>(process.argv[2] ?? '');
await store.open();
const killAtBatch = Number(process.argv[3] ?? Number.POSITIVE_INFINITY);
let batches = 0;
const fragile: Level = {
  getSync: (key, options) => store.getSync(key, options),
  iterator: (options) => store.iterator(options),
  batch: (changes, options) => {
    const written = store.batch(changes, options);
    batches += 1;
    if (batches === killAtBatch) process.kill(process.pid, 'SIGKILL');
    return written;
  },
};
const { handle } = createDynamoDb({ store: fragile, now: () => 0 });
const db = DynamoDBDocumentClient.from(new DynamoDBClient(awsEndpoint(handle)));

const { Item } = await db.send(new GetCommand({ TableName, Key: { pk: 'case', sk: 'a' } }));
for (let n = (Item?.n ?? 0) + 1; ; n++) {
  const worker = `worker-${n % 3}`;
  const due = String(n).padStart(8, '0');
  await db.send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName, Item: { pk: 'case', sk: 'a', n, worker, due } } },
        { Put: { TableName, Item: { pk: 'task', sk: 'a', n, worker, due } } },
        { Put: { TableName, Item: { pk: 'audit', sk: due, n } } },
      ],
    }),
  );
  process.stdout.write(`${n}\n`);
}
