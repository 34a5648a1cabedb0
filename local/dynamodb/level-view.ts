import { Readable } from 'node:stream';
import { type Item, itemBytes, mostPageBytes } from './item-size.ts';

/** A change of one LevelDB batch. */
type Change = { type: 'put'; key: string; value: string } | { type: 'del'; key: string };

/** The part of an abstract-level database that is used: `ClassicLevel` on disk and `MemoryLevel` both fit. */
export interface Level {
  getSync(key: string, options: { valueEncoding: 'utf8' }): string | undefined;
  batch(changes: Change[], options: { valueEncoding: 'utf8'; sync: boolean }): Promise<void>;
  iterator(options: Range & { valueEncoding: 'utf8' }): AsyncIterable<[string, string]>;
}

interface Range {
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  reverse?: boolean;
  limit?: number;
}

/** What is read of a table's description, as dynalite keeps it. */
interface Table {
  TableName: string;
  TableStatus: string;
  CreationDateTime: number;
  DeletionProtectionEnabled?: boolean;
  KeySchema: { AttributeName: string }[];
  GlobalSecondaryIndexes?: { IndexName: string; IndexStatus: string; KeySchema: { AttributeName: string }[] }[];
}

type Callback = (error: Error | null, value?: unknown) => void;

/** Key prefixes: dynalite's own sub-stores are `table`, `item-<table>`, `index-<kind>~<table>~<index>`, `tag-<table>`. */
const prefixOf = (subStore: string): string => `${subStore}~`;

/** '~' follows every character that dynalite's keys (hex digits and '/') and table names start with. */
const within = (prefix: string, { gt, gte, lt, lte, ...rest }: Range = {}): Range => ({
  ...(gt === undefined ? { gte: prefix + (gte ?? '') } : { gt: prefix + gt }),
  ...(lte === undefined ? { lt: prefix + (lt ?? '~') } : { lte: prefix + lte }),
  ...rest,
});

/** Every entry of a sub-store as it is committed, key without its prefix, in key order. */
export async function* entries(level: Level, subStore: string, range?: Range): AsyncGenerator<[string, unknown]> {
  const prefix = prefixOf(subStore);
  for await (const [key, value] of level.iterator({ ...within(prefix, range), valueEncoding: 'utf8' }))
    yield [key.slice(prefix.length), JSON.parse(value)];
}

async function* part<T>(pairs: AsyncIterable<[string, unknown]>, pick: (pair: [string, unknown]) => T) {
  for await (const pair of pairs) yield pick(pair);
}

/** What one answer has looked at: how much, the last of it, and whether it was as much as one answer may look at. */
export interface Looked {
  bytes: number;
  last?: Item;
  isFull: boolean;
}

/** The values until they are as much as one answer looks at. */
async function* upToOnePage(values: AsyncIterable<unknown>, looked: Looked) {
  for await (const value of values) {
    if (looked.bytes >= mostPageBytes) {
      looked.isFull = true;
      return;
    }
    // Values of sub-stores that are streamed are items.
    looked.last = value as Item;
    looked.bytes += itemBytes(looked.last);
    yield value;
  }
}

/** Tables' descriptions as they are committed, which every request needs, by the key under which they are kept. */
const committedTables = new WeakMap<Level, Map<string, Table>>();

const isTable = (key: string): boolean => key.startsWith(prefixOf('table'));

/**
 * A LevelDB store with changes of its own that nobody else sees until `commit` writes them as one batch.
 *
 * `store` has the shape that dynalite's actions expect of theirs: sub-stores with callbacks, locks and streams. Point reads see the
 * view's own changes. Streams see the committed state only, which is enough: no action of dynalite's streams what it wrote.
 * Locks do nothing, because writes are queued by the owner of the views. Dropping a view undoes it.
 */
export const levelView = (level: Level) => {
  const changes = new Map<string, Change>();
  const written: { tableName: string; item: Item }[] = [];
  const looked: Looked = { bytes: 0, isFull: false };

  const textOf = (key: string): string | undefined => {
    const change = changes.get(key);
    if (change === undefined) return level.getSync(key, { valueEncoding: 'utf8' });
    return change.type === 'put' ? change.value : undefined;
  };
  const read = (key: string): unknown => {
    const text = textOf(key);
    return text === undefined ? undefined : JSON.parse(text);
  };
  const put = (key: string, value: unknown) => changes.set(key, { type: 'put', key, value: JSON.stringify(value) });
  const del = (key: string) => changes.set(key, { type: 'del', key });

  const subStore = (name: string, onPut?: (value: unknown) => void) => {
    const prefix = prefixOf(name);
    return {
      lock: (_key: string, run: (release: (callback: Callback) => Callback) => void) => run((callback) => callback),
      get: (key: string, callback: Callback) => callback(null, read(prefix + key)),
      put: (key: string, value: unknown, callback: Callback) => {
        put(prefix + key, value);
        onPut?.(value);
        callback(null);
      },
      del: (key: string, callback: Callback) => {
        del(prefix + key);
        callback(null);
      },
      batch: (deletions: { key: string }[], callback: Callback) => {
        for (const { key } of deletions) del(prefix + key);
        callback(null);
      },
      createKeyStream: (range?: Range) => Readable.from(part(entries(level, name, range), ([key]) => key)),
      createValueStream: (range?: Range) =>
        Readable.from(
          upToOnePage(
            part(entries(level, name, range), ([, value]) => value),
            looked,
          ),
        ),
    };
  };

  const delAll = async (name: string) => {
    for await (const [key] of entries(level, name)) del(prefixOf(name) + key);
  };
  const clear = (name: string, callback: Callback) => {
    delAll(name).then(() => callback(null), callback);
  };

  const indexName = (kind: string, table: string, index: string) => `index-${kind.toLowerCase()}~${table}~${index}`;
  const table = (name: string) => {
    const key = prefixOf('table') + name;
    const known = changes.has(key) ? undefined : committedTables.get(level)?.get(key);
    // Written by CreateTable only.
    const found = known ?? (read(key) as Table | undefined);
    if (found && !changes.has(key)) {
      committedTables.set(level, (committedTables.get(level) ?? new Map<string, Table>()).set(key, found));
    }
    return found;
  };

  return {
    /** What dynalite's actions are given. */
    store: {
      options: { createTableMs: 0, deleteTableMs: 0, updateTableMs: 0, maxItemSize: 400 * 1024 },
      tableDb: { ...subStore('table'), awsAccountId: '000000000000', awsRegion: 'eu-west-2' },
      // The action that puts an item trusts its own type checks; so does this cast.
      getItemDb: (tableName: string) =>
        subStore(`item-${tableName}`, (item) => written.push({ tableName, item: item as Item })),
      getIndexDb: (kind: string, tableName: string, index: string) => subStore(indexName(kind, tableName, index)),
      getTagDb: (tableName: string) => subStore(`tag-${tableName}`),
      deleteItemDb: (tableName: string, callback: Callback) => clear(`item-${tableName}`, callback),
      deleteIndexDb: (kind: string, tableName: string, index: string, callback: Callback) =>
        clear(indexName(kind, tableName, index), callback),
      deleteTagDb: (tableName: string, callback: Callback) => clear(`tag-${tableName}`, callback),
      getTable: (name: string, checkStatus: boolean | Callback, callback?: Callback) => {
        const found = table(name);
        if (typeof checkStatus === 'function') return checkStatus(found ? null : tableNotFound(name), found);
        // Whoever asks for the description itself gives it out or changes it.
        callback?.(found ? null : tableNotFound(name), structuredClone(found));
      },
    },
    /** A table's description, if there is such a table. */
    table,
    /** Reads one entry of a sub-store outside dynalite's, such as `ttl`. */
    read: (subStoreName: string, key: string): unknown => read(prefixOf(subStoreName) + key),
    put: (subStoreName: string, key: string, value: unknown): void => void put(prefixOf(subStoreName) + key, value),
    del: (subStoreName: string, key: string): void => void del(prefixOf(subStoreName) + key),
    /** What the query or scan of this view has looked at. */
    looked: looked as Readonly<Looked>,
    /** Items put so far, in order, with their tables. */
    written: written as readonly { tableName: string; item: Item }[],
    /**
     * Writes all changes as one batch: after a crash either all of them are there or none.
     *
     * Survives the death of the process. Like LevelDB's default it does not wait for the disk, so that a power cut may take the last
     * batches, whole ones.
     */
    commit: async (): Promise<void> => {
      if (changes.size) await level.batch([...changes.values()], { valueEncoding: 'utf8', sync: false });
      if ([...changes.keys()].some(isTable)) committedTables.delete(level);
    },
  };
};

/** A store's view; see {@link levelView}. */
export type LevelView = ReturnType<typeof levelView>;

/** The error as dynalite's own store makes it. */
const tableNotFound = (name: string) =>
  Object.assign(new Error('NotFoundError'), {
    name: 'NotFoundError',
    statusCode: 400,
    body: { __type: 'ResourceNotFoundException', message: `Requested resource not found: Table: ${name} not found` },
  });
