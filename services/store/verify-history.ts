import { QueryCommand, type QueryCommandInput, ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import { type ChainLink, chainLink, chainSort, contentDigest, firstHead, knownHead, linkDigest } from './chains.ts';
import type { Documents } from './item-kinds.ts';

type RawItem = Record<string, unknown> & { readonly pk: string; readonly sk: string };

/** What is wrong in a history: where, at which event, and what differs. `events` never says what an event tells. */
export type ChainFault = { readonly partition: string; readonly event?: string; readonly what: string };

/** What verifying a partition has found. */
export type Verified = {
  readonly faults: readonly ChainFault[];
  /** Linked events, those from before the chain began, and those of which what they said was erased. */
  readonly linked: number;
  readonly before: number;
  readonly erased: number;
};

type LinkedItem = { readonly item: RawItem; readonly link: ChainLink };

const eventWords = ['EVENT#', 'LOOK#', 'SEARCH#'];
const isEvent = ({ sk }: RawItem): boolean => eventWords.some((word) => sk.startsWith(word));

/** What an event says is digested as it was written; the version of its schema and the keys are in the link. */
const linkFault = ({ item, link }: LinkedItem, previous: ChainLink | undefined): string | undefined => {
  const { seq, before, content, salt, link: own } = link;
  if (before !== (previous?.link ?? '') && seq === (previous?.seq ?? 0) + 1)
    return 'it does not follow the event before it';
  if (linkDigest(item, link) !== own) return 'its link is not the one that its place and digest make';
  if (item['data'] === undefined || salt === undefined) {
    return item['data'] === undefined && salt === undefined ? undefined : 'it is erased in part';
  }
  return contentDigest(item['data'], salt) === content ? undefined : 'what it says is not what was written';
};

/**
 * Everything that is wrong with the history in one partition: an event that was changed, removed, added or put elsewhere. What was erased, with its
 * salt, is no fault: the digest is left. Events from before the chain began are accepted as they stand.
 */
export const verifyPartition = (items: readonly RawItem[]): Verified => {
  const [first] = items;
  const partition = first?.pk ?? '';
  const events = items.filter(isEvent);
  const faults: ChainFault[] = [];
  const fault = (what: string, event?: string) => faults.push({ partition, ...(event && { event }), what });

  const all = events.map((item) => ({ item, link: chainLink.safeParse(item['chain']).data }));
  const linked = all
    .filter((one): one is LinkedItem => one.link !== undefined)
    .toSorted((a, b) => a.link.seq - b.link.seq);
  const old = all.filter(({ link }) => link === undefined).map(({ item }) => item.sk);
  const began = linked.map(({ item }) => item.sk).toSorted()[0];
  for (const sk of old)
    if (began !== undefined && sk > began) fault('it stands in no chain, though the chain had begun', sk);

  let previous: ChainLink | undefined;
  for (const one of linked) {
    const { seq } = one.link;
    const expected: number = (previous?.seq ?? 0) + 1;
    if (seq > expected) {
      const gone = seq - expected;
      fault(
        `${gone === 1 ? `event ${expected} is` : `events ${expected} to ${seq - 1} are`} missing before it`,
        one.item.sk,
      );
    }
    if (seq < expected) fault(`there is another event ${seq}`, one.item.sk);
    const wrong = linkFault(one, previous);
    if (wrong) fault(wrong, one.item.sk);
    previous = one.link;
  }

  const headItem = items.find(({ sk }) => sk === chainSort);
  const head = knownHead.safeParse(headItem?.['data']).data ?? firstHead(items.find(({ sk }) => sk === 'CASE'));
  if (head === undefined && linked.length > 0) fault('the head of the chain is missing');
  if (head && head.seq > (previous?.seq ?? 0))
    fault(`the chain reaches to event ${head.seq}, and the last ones are missing`);
  if (head && previous && head.seq === previous.seq && head.link !== previous.link)
    fault('the head names another last event');
  if (head && previous && head.seq < previous.seq) fault(`the head names event ${head.seq} as the last`);
  if (events.length === 0 && items.some(({ sk }) => sk === 'CASE')) fault('there is no history');
  return {
    faults,
    linked: linked.length,
    before: old.length,
    erased: linked.filter(({ item }) => item['data'] === undefined).length,
  };
};

/** How the partitions of a council's histories begin. National rates are every council's. */
const beginnings = (council: CouncilSlug): readonly string[] => [
  `CASE#${council}#`,
  `PERSON#${council}#`,
  `LOOKS#${council}#`,
];
const wholes = (council: CouncilSlug): readonly string[] => [
  `COUNCIL#${council}`,
  `SEARCHES#${council}`,
  'NATIONAL-RATES',
];

/**
 * Reads every history of a council, one after the other, and what is wrong with it. The table is scanned for their partitions a part at a time and each
 * is read by itself, so that a large council takes time and no memory.
 */
export const verifyHistories = async function* (
  { documents, tableName }: { documents: Documents; tableName: string },
  council: CouncilSlug,
): AsyncGenerator<Verified & { readonly partition: string }> {
  const read = async (pk: string): Promise<RawItem[]> => {
    const found: RawItem[] = [];
    let start: QueryCommandInput['ExclusiveStartKey'];
    do {
      const { Items = [], LastEvaluatedKey } = await documents.send(
        new QueryCommand({
          TableName: tableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ConsistentRead: true,
          ...(start && { ExclusiveStartKey: start }),
        }),
      );
      // Of the rest of a case nothing is kept in memory.
      found.push(...(Items as RawItem[]).filter((item) => isEvent(item) || [chainSort, 'CASE'].includes(item.sk)));
      start = LastEvaluatedKey;
    } while (start);
    return found;
  };

  const seen = new Set<string>();
  for (const pk of wholes(council)) yield { partition: pk, ...verifyPartition(await read(pk)) };
  let start: ScanCommandInput['ExclusiveStartKey'];
  do {
    const { Items = [], LastEvaluatedKey } = await documents.send(
      new ScanCommand({
        TableName: tableName,
        FilterExpression: beginnings(council)
          .map((_, index) => `begins_with(pk, :p${index})`)
          .join(' OR '),
        ExpressionAttributeValues: Object.fromEntries(
          beginnings(council).map((begins, index) => [`:p${index}`, begins]),
        ),
        ProjectionExpression: 'pk',
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    for (const { pk } of Items as { pk: string }[]) {
      if (seen.has(pk)) continue;
      seen.add(pk);
      yield { partition: pk, ...verifyPartition(await read(pk)) };
    }
    start = LastEvaluatedKey;
  } while (start);
};
