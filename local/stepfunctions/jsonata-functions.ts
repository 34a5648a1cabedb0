import { createHash } from 'node:crypto';
import jsonata from 'jsonata';

/** Where `$now`, `$millis`, `$random` and `$uuid` get their values. */
export interface Sources {
  nowMs: () => number;
  random: () => number;
  uuid: () => string;
}

const fromMillis = jsonata('$fromMillis($ms, $picture, $timezone)');
// AWS's names of the algorithms, and Node's.
const ALGORITHMS: Record<string, string> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

/**
 * The functions that Step Functions adds to JSONata, and its clock functions on the movable clock.
 * A missing or impossible argument gives nothing, which fails the field, as observed on AWS; fractions are cut off.
 *
 * @see AWS Step Functions Developer Guide, "JSONata functions provided by Step Functions"
 */
export function jsonataFunctions({ nowMs, random, uuid }: Sources): Record<string, unknown> {
  return {
    now: (picture?: string, timezone?: string) => fromMillis.evaluate(undefined, { ms: nowMs(), picture, timezone }),
    millis: () => nowMs(),
    eval: () => {
      throw new Error('$eval is not supported: use $parse.');
    },
    parse: (text?: string) => (text === undefined ? undefined : JSON.parse(text)),
    uuid: () => uuid(),
    random: (seed?: number) => (seed === undefined ? random() : seeded(seed)),
    hash: (data?: unknown, algorithm?: string) => {
      const name = algorithm === undefined ? undefined : ALGORITHMS[algorithm];
      if (data === undefined || name === undefined) return undefined;
      return createHash(name)
        .update(typeof data === 'string' ? data : JSON.stringify(data))
        .digest('hex');
    },
    partition: (array?: unknown, size?: number) => {
      const step = Math.trunc(size ?? 0);
      if (array === undefined || step < 1) return undefined;
      const items = Array.isArray(array) ? array : [array];
      if (items.length === 0) return undefined;
      return Array.from({ length: Math.ceil(items.length / step) }, (_, i) => items.slice(i * step, (i + 1) * step));
    },
    range: (from?: number, to?: number, by?: number) => {
      const [start, end, step] = [Math.trunc(from ?? Number.NaN), Math.trunc(to ?? Number.NaN), Math.trunc(by ?? 0)];
      const count = Math.floor((end - start) / step) + 1;
      if (!Number.isFinite(count) || count < 1) return undefined;
      const values = Array.from({ length: count }, (_, i) => start + i * step);
      return values.length === 1 ? values[0] : values;
    },
  };
}

/** One number for one seed, mulberry32. AWS does not publish its generator: the same seed gives another number there. */
function seeded(seed: number): number {
  let state = (Math.trunc(seed) + 0x6d2b79f5) | 0;
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return ((state ^ (state >>> 14)) >>> 0) / 4294967296;
}
