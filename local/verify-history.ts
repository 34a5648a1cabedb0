/**
 * `npm run verify-history -- --council SLUG`: reads every history of a council in a data folder, `CAREWAY_DATA` or the one that `npm start` uses, and says which event of
 * which case was changed, removed or added. `--table NAME` reads that table on AWS instead, with the credentials of whoever runs it.
 * Exit code 1 where something differs, 2 where it could not be read.
 */
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { councilSlug } from '../schemas/scalars.ts';
import type { Documents } from '../services/store/item-kinds.ts';
import { verifyHistories } from '../services/store/verify-history.ts';
import { commandLine, dataFolder } from './command-line.ts';
import { directDocuments } from './dynamodb/documents.ts';
import { createDynamoDb } from './dynamodb/dynamodb.ts';
import { localTable } from './dynamodb/table-name.ts';

const onAws = async (): Promise<Documents> => {
  const [{ DynamoDBClient }, { DynamoDBDocumentClient }] = await Promise.all([
    import('@aws-sdk/client-dynamodb'),
    import('@aws-sdk/lib-dynamodb'),
  ]);
  return DynamoDBDocumentClient.from(new DynamoDBClient({}));
};

const inFolder = async (): Promise<{ documents: Documents; close: () => Promise<void> }> => {
  const folder = dataFolder();
  const store = new ClassicLevel<string, string>(join(folder, 'dynamodb'), { createIfMissing: false });
  await store.open();
  return {
    documents: directDocuments(createDynamoDb({ store, now: () => Date.now() }).handleTyped),
    close: () => store.close(),
  };
};

const run = async (): Promise<number> => {
  const values = commandLine('npm run verify-history -- --council SLUG [--table NAME]', {
    council: { type: 'string' },
    table: { type: 'string' },
  });
  const council = councilSlug.safeParse(values.council);
  if (!council.success) {
    console.error('Say which council: npm run verify-history -- --council leicestershire');
    return 2;
  }
  const opened = values.table ? { documents: await onAws(), close: async () => undefined } : await inFolder();
  const sums = { histories: 0, linked: 0, before: 0, erased: 0, faults: 0 };
  for await (const found of verifyHistories(
    { documents: opened.documents, tableName: values.table ?? localTable },
    council.data,
  )) {
    sums.histories += 1;
    sums.linked += found.linked;
    sums.before += found.before;
    sums.erased += found.erased;
    sums.faults += found.faults.length;
    for (const { partition, event, what } of found.faults) {
      console.error(`${partition}${event ? `, ${event}` : ''}: ${what}`);
    }
  }
  await opened.close();
  console.log(
    `${sums.histories} histories with ${sums.linked} linked events: ${sums.faults === 0 ? 'all stand as they were written' : `${sums.faults} differ`}. ` +
      `${sums.before} are from before the chain began, ${sums.erased} were erased.`,
  );
  return sums.faults === 0 ? 0 : 1;
};

process.exitCode = await run().catch((error: unknown) => {
  const why = error instanceof Error ? error.message : String(error);
  console.error(
    `The history could not be read: ${why}. Stop Careway first where it runs on this folder; CAREWAY_DATA names another.`,
  );
  return 2;
});
