import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { ClassicLevel } from 'classic-level';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awsEndpoint } from '../../../local/aws-endpoint.ts';
import { createDynamoDb } from '../../../local/dynamodb/dynamodb.ts';
import { contractTable, TableName } from './contract/tested.ts';

const writer = join(import.meta.dirname, 'endless-writer.ts');

describe('the local DynamoDB after kill -9', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dynamodb-'));
    await opened((db) => db.send(contractTable(TableName)));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Opens the store for one piece of work, as a restarted platform would. */
  const opened = async <T>(work: (db: DynamoDBDocumentClient) => Promise<T>): Promise<T> => {
    const store = new ClassicLevel<string, string>(folder);
    await store.open();
    const { handle } = createDynamoDb({ store, now: () => 0 });
    try {
      return await work(DynamoDBDocumentClient.from(new DynamoDBClient(awsEndpoint(handle))));
    } finally {
      await store.close();
    }
  };

  /** Runs the writer until it is killed, by this process after some transactions or by itself in a batch; its last report. */
  const killed = async (when: { afterTransactions?: number; inBatch?: number }): Promise<number> => {
    const child = spawn(process.execPath, [writer, folder, ...(when.inBatch ? [`${when.inBatch}`] : [])], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    let reported = 0;
    let count = 0;
    for await (const line of createInterface(child.stdout)) {
      reported = Number(line);
      count += 1;
      if (count === when.afterTransactions) child.kill('SIGKILL');
    }
    expect(await ended).toEqual([null, 'SIGKILL']);
    return reported;
  };

  const all = async (db: DynamoDBDocumentClient, IndexName?: string) => {
    const items: Record<string, unknown>[] = [];
    for await (const page of paginateScan({ client: db }, { TableName, ...(IndexName && { IndexName }) }))
      items.push(...(page.Items ?? []));
    return items;
  };

  it.each([
    { moment: 'in the first batch', when: { inBatch: 1 } },
    { moment: 'after 37 transactions', when: { afterTransactions: 37 } },
    { moment: 'in the fifth batch', when: { inBatch: 5 } },
    { moment: 'in batch 28', when: { inBatch: 28 } },
    { moment: 'after 150 transactions', when: { afterTransactions: 150 } },
  ])(
    'has every reported transaction, whole, and an index that agrees: $moment',
    async ({ when }) => {
      const reported = await killed(when);

      await opened(async (db) => {
        const of = async (pk: string) => (await db.send(new GetCommand({ TableName, Key: { pk, sk: 'a' } }))).Item?.n;
        const last = (await of('case')) ?? 0;
        const items = await all(db);
        const indexed = await all(db, 'byWorker');

        expect(last).toBeGreaterThanOrEqual(reported);
        expect((await of('task')) ?? 0).toBe(last);
        const audit = items.filter(({ pk }) => pk === 'audit').map(({ n }) => Number(n));
        expect(audit.toSorted((one, other) => one - other)).toEqual(Array.from({ length: last }, (_, n) => n + 1));
        const byKey = (one: Record<string, unknown>, other: Record<string, unknown>) =>
          `${one.pk}` < `${other.pk}` ? -1 : 1;
        expect(indexed.toSorted(byKey)).toEqual(items.filter(({ worker }) => worker).toSorted(byKey));
      });
    },
    30_000,
  );
});
