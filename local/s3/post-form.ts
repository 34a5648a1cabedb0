import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import * as z from 'zod';
import type { ObjectHead, Objects } from './objects.ts';
import { S3Error } from './s3-error.ts';
import { expectSignedForm } from './signature.ts';

const policyDocument = z.strictObject({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.record(z.string(), z.string()),
      z.tuple([z.literal('content-length-range'), z.int(), z.int()]),
      z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
    ]),
  ),
});
type Policy = z.infer<typeof policyDocument>;

// biome-ignore lint/suspicious/noTemplateCurlyInString: S3's own variable, not a template of ours
const fileName = '${filename}';

type Fields = ReadonlyMap<string, string>;

/** Fields that a policy need not name. */
const unnamed = /^(policy|x-amz-signature|file|x-ignore-.*)$/;

const refused = (why: string) => new S3Error(403, 'AccessDenied', `Invalid according to Policy: ${why}`);

/**
 * Holds the fields of a form to its policy: each condition must be met, and each field must have one.
 *
 * @returns how many bytes the file may have
 * @throws S3Error with S3's own words
 * @see Amazon S3 API Reference, "POST policy"
 */
const expectAllowed = (fields: Fields, now: number): { atLeast: number; atMost: number } => {
  const text = Buffer.from(fields.get('policy') ?? '', 'base64').toString();
  if (text === '') throw new S3Error(403, 'AccessDenied', 'Access Denied');
  const { expiration, conditions }: Policy = policyDocument.parse(JSON.parse(text));
  if (now >= Date.parse(expiration)) throw refused('Policy expired.');
  const allowed = new Set<string>();
  let range = { atLeast: 0, atMost: 5 * 1024 ** 3 };
  const expectField = (name: string, how: string, wanted: string) => {
    const [field, value] = [name.toLowerCase(), fields.get(name.toLowerCase()) ?? ''];
    allowed.add(field);
    if (how === 'starts-with' ? !value.startsWith(wanted) : value !== wanted) {
      throw refused(`Policy Condition failed: ["${how}", "$${name}", "${wanted}"]`);
    }
  };
  for (const condition of conditions) {
    if (!Array.isArray(condition)) {
      for (const [name, wanted] of Object.entries(condition)) expectField(name, 'eq', wanted);
    } else if (condition[0] === 'content-length-range') {
      range = { atLeast: condition[1], atMost: condition[2] };
    } else {
      expectField(condition[1].slice(1), condition[0], condition[2]);
    }
  }
  const extra = [...fields.keys()].filter((name) => !unnamed.test(name) && !allowed.has(name));
  if (extra.length > 0) throw refused(`Extra input fields: ${extra.join(', ')}`);
  return range;
};

/** The bytes of a source, counted: more than may be ends it. */
async function* within(source: AsyncIterable<Uint8Array>, atMost: number, atLeast: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > atMost) {
      throw new S3Error(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
    }
    yield chunk;
  }
  if (size < atLeast) {
    throw new S3Error(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
  }
}

const metadataIn = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    [...fields].flatMap(([name, value]) =>
      name.startsWith('x-amz-meta-') ? [[name.slice('x-amz-meta-'.length), value]] : [],
    ),
  );

/** What became of a posted form: the object, and where its form says to send the browser. */
type Posted = { readonly key: string; readonly head: ObjectHead; readonly redirectTo: string | undefined };

/**
 * Takes a file that a browser posted with a signed form, as S3's POST Object does: `${filename}` in any field is the file's name, fields
 * after the file do not count.
 *
 * @param now milliseconds since 1970, by the same clock as the signer's
 * @throws S3Error
 * @see Amazon S3 API Reference, "POST Object" and "Creating an HTML form (using AWS Signature Version 4)"
 */
export const takePostedForm = (
  request: IncomingMessage,
  { bucket, objects, now }: { bucket: string; objects: Objects; now: number },
): Promise<Posted> =>
  new Promise((resolve, reject) => {
    const given = new Map<string, string>();
    let taking: Promise<Posted> | undefined;
    const contentType = request.headers['content-type'] ?? '';
    if (!contentType.startsWith('multipart/form-data')) {
      throw new S3Error(412, 'PreconditionFailed', 'Bucket POST must be of the enclosure-type multipart/form-data');
    }
    const form = new Busboy({
      headers: { 'content-type': contentType },
      // S3 knows the file by the name of its field; one that was not chosen has no name of its own.
      isPartAFile: (field) => field === 'file',
    });

    const take = async (file: Readable, name: string): Promise<Posted> => {
      const fields = new Map(
        [...given].map(([field, value]) => [field, value.replaceAll(fileName, () => name)] as const),
      );
      expectSignedForm(fields);
      const { atLeast, atMost } = expectAllowed(new Map([...fields, ['bucket', bucket]]), now);
      const key = fields.get('key') ?? '';
      const about = { contentType: fields.get('content-type') ?? 'binary/octet-stream', metadata: metadataIn(fields) };
      // Whatever is wrong with it, the form is read to its end, or the browser would be cut off while it sends.
      const content = within(file.iterator({ destroyOnReturn: false }), atMost, atLeast);
      const head = await objects.put(key, about, content);
      return { key, head, redirectTo: fields.get('success_action_redirect') };
    };

    form.on('field', (name, value) => {
      if (taking === undefined) given.set(name.toLowerCase(), value);
    });
    form.on('file', (_field, file, name) => {
      if (taking !== undefined) return void file.resume();
      // Busboy's type says less than the stream of Node's that it gives.
      taking = take(file as unknown as Readable, name ?? '');
      taking.catch(() => file.resume());
    });
    form.on('error', reject);
    form.on('finish', () => {
      const missing = new S3Error(400, 'InvalidArgument', 'POST requires exactly one file upload per request.');
      (taking ?? Promise.reject(missing)).then(resolve, reject);
    });
    request.pipe(form);
  });
