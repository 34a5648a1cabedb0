import { promisify } from 'node:util';
import { deflate, gzip } from 'node:zlib';
import { compressedFrom } from '../infra/service-map.ts';

const codings = { gzip: promisify(gzip), deflate: promisify(deflate) } as const;
type Coding = keyof typeof codings;

/** The coding that an `Accept-Encoding` likes best, the first of several that it likes as much; undefined where it takes none. */
const likedBest = (accepted: string): string | undefined =>
  accepted
    .split(',')
    .map((one) => {
      const [name = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
      const weight = parameters.find((part) => part.startsWith('q='));
      return { name, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(({ name, weight }) => name !== '' && weight > 0)
    .toSorted((a, b) => b.weight - a.weight)[0]?.name;

const isKnown = (name: string | undefined): name is Coding => name !== undefined && Object.hasOwn(codings, name);

/**
 * A body as API Gateway sends it: compressed where it is long enough, is not compressed yet, and the client likes gzip or deflate best. Files are
 * no exception. A client that names no coding gets the body as it is.
 *
 * @see Amazon API Gateway Developer Guide, Receive an API response with a compressed payload
 */
export const compressed = async (
  content: string | Buffer,
  accepted: string | undefined,
  headers: Readonly<Record<string, unknown>> = {},
): Promise<{ content: string | Buffer; headers: Record<string, string> }> => {
  const coding = likedBest(accepted ?? '');
  const isCoded = Object.keys(headers).some((name) => name.toLowerCase() === 'content-encoding');
  if (!isKnown(coding) || isCoded || Buffer.byteLength(content) < compressedFrom) return { content, headers: {} };
  return { content: await codings[coding](content), headers: { 'content-encoding': coding } };
};
