import { createHash } from 'node:crypto';
import type { Signal } from '../../schemas/signal.ts';

/**
 * What is owed goes by two lanes: what moves cases, and what tells people and staff of it. A day without mail leaves thousands of the second,
 * and none of the first waits behind them.
 */
export const lanes = ['moves', 'tells'] as const;
export type Lane = (typeof lanes)[number];

/**
 * Among how many partitions of the index each lane is spread. One takes 1,000 writes a second; all doors of the API together let far fewer
 * through. It may rise and never fall: the sweep reads these and no others.
 *
 * @see Amazon DynamoDB Developer Guide, designing partition keys to distribute your workload
 */
const shards = 8;

/** Where the first release put all of them; what was planned by it for a later year still lies there. */
const firstPartition = 'SIGNALS';

const laneOf = ({ kind }: Pick<Signal, 'kind'>): Lane => (kind.startsWith('tell-') ? 'tells' : 'moves');

const partitionAt = (lane: Lane, shard: number): string => `SIGNALS#${lane}#${shard}`;

/** The partitions of the index `signals` that a lane is read from. What the first release wrote may be of either, and goes first. */
export const signalPartitions = (lane: Lane): readonly string[] => [
  ...(lane === 'moves' ? [firstPartition] : []),
  ...Array.from({ length: shards }, (_, shard) => partitionAt(lane, shard)),
];

/** The attributes by which the index lists a signal: those of one case lie together, in the order in which they fall due, and no two in one place. */
export const owedIn = (signal: Signal): { signalsPk: string; signalsSk: string } => {
  const [first = 0] = createHash('sha256').update(`${signal.council}#${signal.reference}`).digest();
  return {
    signalsPk: partitionAt(laneOf(signal), first % shards),
    signalsSk: `${signal.at}#${signal.id}#${signal.reference}`,
  };
};
