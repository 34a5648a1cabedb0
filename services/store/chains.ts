import { createHash, randomBytes } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Documents, readItem } from './item-kinds.ts';
import { whole } from './versions.ts';

type Key = { readonly pk: string; readonly sk: string };
type KeyedItem = Record<string, unknown> & { pk: string; sk: string };
type Condition = {
  ConditionExpression: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
};

/** One write of a transaction, before it is told the table. An `Event` is new, and gets its link in the chain of its partition. */
export type Write =
  | { Put: { Item: KeyedItem } & Partial<Condition> }
  | { Update: { Key: Key; UpdateExpression: string; ExpressionAttributeNames?: Record<string, string> } & Condition }
  | { Delete: { Key: Key } & Partial<Condition> }
  | { ConditionCheck: { Key: Key } & Condition }
  | { Event: { Item: KeyedItem } };

/** How far a chain reaches and the digest of its last link. */
export const chainHead = z.strictObject({ seq: z.int().positive(), link: z.string() });
/** The same of a version that may have more fields than are known here. */
export const knownHead = z.object(chainHead.shape);
type ChainHead = z.infer<typeof chainHead>;

/**
 * What stands beside an event: its number in the chain, the link before it, a digest of what it says, and its own link, which is made of these.
 * Where what it says is erased, with its salt, the digest is left, and so the chain.
 */
export const chainLink = z.object({
  seq: z.int().positive(),
  before: z.string(),
  content: z.string(),
  salt: z.string().optional(),
  link: z.string(),
});
export type ChainLink = z.infer<typeof chainLink>;

/** The sort key of a chain's head, beside its events. */
export const chainSort = 'CHAIN';

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** JSON that is the same however a store has ordered the fields. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );

/** The digest of what an event says. The salt keeps anybody from guessing what was erased. */
export const contentDigest = (data: unknown, salt: string): string => digest(`${salt}\n${canonical(data)}`);

/** The link of an event: it holds its place in the table, its number and the link before it together with what it says. */
export const linkDigest = ({ pk, sk }: Key, { seq, before, content }: Pick<ChainLink, 'seq' | 'before' | 'content'>) =>
  digest([pk, sk, seq, before, content].join('\n'));

const linked = (item: KeyedItem, head: ChainHead | undefined): { item: KeyedItem; head: ChainHead } => {
  const salt = randomBytes(16).toString('base64url');
  const seq = (head?.seq ?? 0) + 1;
  const before = head?.link ?? '';
  const content = contentDigest(whole(item['data']), salt);
  const link = linkDigest(item, { seq, before, content });
  return { item: { ...item, chain: { seq, before, content, salt, link } }, head: { ...head, seq, link } };
};

/** Whether a transaction was refused because someone else was first, and not because it was wrong in itself. */
const lostRace = ({ CancellationReasons = [] }: TransactionCanceledException): boolean =>
  CancellationReasons.every(({ Code }) =>
    ['None', 'ConditionalCheckFailed', 'TransactionConflict'].includes(Code ?? 'None'),
  );

/** A case that was opened and not changed since says itself how far its chain reaches: an item less, of the 100 that a transaction takes. */
export const firstHead = (careCase: Record<string, unknown> | undefined): ChainHead | undefined =>
  knownHead.safeParse(careCase?.['chain']).data;

const isNewCase = (write: Write): write is { Put: { Item: KeyedItem } } =>
  'Put' in write && write.Put.Item.sk === 'CASE' && write.Put.Item['version'] === 1;

/** How many items a transaction has with the heads of its chains. */
export const itemsOf = (writes: readonly Write[]): number => {
  const chained = new Set(writes.flatMap((write) => ('Event' in write ? [write.Event.Item.pk] : [])));
  const own = writes.filter((write) => isNewCase(write) && chained.has(write.Put.Item.pk));
  return writes.length + chained.size - own.length;
};

/** How often a chain that others write at the same time is tried. */
const attempts = 20;

/**
 * Transactions whose events are linked each to the one before. Two that have nothing in common but a chain do not hinder each other: who comes
 * second reads the chain again and writes behind the first, and whoever asked for it does not notice.
 */
export const createChains = ({ documents, tableName }: { documents: Documents; tableName: string }) => {
  const get = async (pk: string, sk: string) =>
    (await documents.send(new GetCommand({ TableName: tableName, Key: { pk, sk }, ConsistentRead: true }))).Item;

  /** The head as it was read, and what must still be so when the next one takes its place. */
  const headOf = async (pk: string): Promise<{ head?: ChainHead | undefined; stands: Condition }> => {
    const item = await get(pk, chainSort);
    const head = item && readItem(chainHead, item);
    if (head) {
      const stands = { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': head.seq } };
      return { head, stands };
    }
    const first = pk.startsWith('CASE#') ? firstHead(await get(pk, 'CASE')) : undefined;
    return { head: first, stands: { ConditionExpression: 'attribute_not_exists(pk)' } };
  };

  /** The writes with their events linked, and at the end the heads of their chains. */
  const withLinks = async (writes: readonly Write[]) => {
    const events = writes.flatMap((write) => ('Event' in write ? [write.Event.Item] : []));
    const partitions = [...new Set(events.map(({ pk }) => pk))];
    const before = new Map(await Promise.all(partitions.map(async (pk) => [pk, await headOf(pk)] as const)));
    const heads = new Map([...before].map(([pk, { head }]) => [pk, head]));
    const puts = writes.map((write) => {
      if (!('Event' in write)) return write;
      const { item, head } = linked(write.Event.Item, heads.get(write.Event.Item.pk));
      heads.set(item.pk, head);
      return { Put: { Item: item, ConditionExpression: 'attribute_not_exists(pk)' } };
    });
    const own = puts.map((write) => {
      if (!isNewCase(write)) return write;
      const { pk } = write.Put.Item;
      const chain = heads.get(pk);
      heads.delete(pk);
      return { Put: { ...write.Put, Item: { ...write.Put.Item, ...(chain && { chain }) } } };
    });
    const headPuts = [...heads].flatMap(([pk, data]) =>
      data ? [{ Put: { Item: { pk, sk: chainSort, data, version: data.seq }, ...before.get(pk)?.stands } }] : [],
    );
    return { TransactItems: [...own, ...headPuts], own: own.length };
  };

  return {
    /** Writes all of it or nothing. Answers false where something that it builds on has changed meanwhile. */
    async write(writes: readonly Write[]): Promise<boolean> {
      for (let attempt = 1; ; attempt += 1) {
        const { TransactItems, own } = await withLinks(writes);
        const told = TransactItems.map((write) =>
          Object.fromEntries(Object.entries(write).map(([kind, of]) => [kind, { ...of, TableName: tableName }])),
        );
        try {
          await documents.send(new TransactWriteCommand({ TransactItems: told }));
          return true;
        } catch (error) {
          if (!(error instanceof TransactionCanceledException) || !lostRace(error)) throw error;
          const { CancellationReasons = [] } = error;
          const isLost = ({ Code }: { Code?: string | undefined }) => Code !== undefined && Code !== 'None';
          const isChainAlone = CancellationReasons.some(isLost) && !CancellationReasons.slice(0, own).some(isLost);
          if (!isChainAlone || attempt >= attempts) return false;
        }
      }
    },
  };
};
export type Chains = ReturnType<typeof createChains>;
