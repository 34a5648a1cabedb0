import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type IsoInstant, isoInstant } from '../../schemas/scalars.ts';
import { type Signal, signal } from '../../schemas/signal.ts';
import { type Documents, readItem } from './item-kinds.ts';
import { type Lane, signalPartitions } from './signal-keys.ts';

/** Signals that one page reads of each partition. */
const atATime = 25;

/** Part of what is owed. `next` is the place to read on after, where there may be more. */
export type SignalPage = { readonly signals: Signal[]; readonly unreadable: number; readonly next?: string };

/** Where each partition is read on that has more. */
type Places = Readonly<Record<string, Record<string, unknown>>>;

/** Reads what is owed, a part at a time, as much from each of the partitions that it is spread over. */
export const createSignalPages =
  ({ documents, tableName }: { documents: Documents; tableName: string }) =>
  /**
   * What has been owed in one lane since before an instant, and what was planned for a moment before it, of each partition the longest owed first.
   * One that cannot be read is counted, and keeps none of the others from being sent.
   */
  async (lane: Lane, before: IsoInstant, after?: string): Promise<SignalPage> => {
    const places: Places | undefined = after === undefined ? undefined : JSON.parse(after);
    const partitions = signalPartitions(lane).filter((pk) => places === undefined || pk in places);
    const reads = await Promise.all(
      partitions.map(async (pk) => {
        const found = await documents.send(
          new QueryCommand({
            TableName: tableName,
            IndexName: 'signals',
            KeyConditionExpression: 'signalsPk = :pk AND signalsSk < :before',
            ExpressionAttributeValues: { ':pk': pk, ':before': before },
            Limit: atATime,
            ...(places?.[pk] && { ExclusiveStartKey: places[pk] }),
          }),
        );
        return { pk, items: found.Items ?? [], end: found.LastEvaluatedKey };
      }),
    );
    const items = reads.flatMap((read) => read.items);
    const signals = items.flatMap((item) => {
      try {
        return [readItem(signal, item)];
      } catch {
        return [];
      }
    });
    const more = reads.flatMap(({ pk, end }) => (end ? [[pk, end] as const] : []));
    return {
      signals,
      unreadable: items.length - signals.length,
      ...(more.length > 0 && { next: JSON.stringify(Object.fromEntries(more)) }),
    };
  };

/** Since when the oldest of what is owed in a lane has been owed, readable or not; nothing where all is sent. What is planned for later is not owed. */
export const createOwedSince =
  ({ documents, tableName }: { documents: Documents; tableName: string }) =>
  async (lane: Lane, now: IsoInstant): Promise<IsoInstant | undefined> => {
    const firsts = await Promise.all(
      signalPartitions(lane).map(async (pk) => {
        const { Items: [item] = [] } = await documents.send(
          new QueryCommand({
            TableName: tableName,
            IndexName: 'signals',
            KeyConditionExpression: 'signalsPk = :pk AND signalsSk < :now',
            ExpressionAttributeValues: { ':pk': pk, ':now': now },
            Limit: 1,
          }),
        );
        const [at] = String(item?.['signalsSk'] ?? '').split('#');
        return isoInstant.safeParse(at).data ?? [];
      }),
    );
    return firsts.flat().toSorted()[0];
  };
