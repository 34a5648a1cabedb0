import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import type { AbstractLevel } from 'abstract-level';
import { createObjects, type ObjectHead } from './objects.ts';
import { errorXml, inXml, S3Error } from './s3-error.ts';
import { credentials, expectSignedUrl } from './signature.ts';

/** Where browsers reach the local S3. */
export const s3Path = '/_local/s3';

/** What is read of a request that the SDK made. */
type SdkRequest = {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
};

type Answer = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: Buffer | string };

/** Metadata that is not plain ASCII is answered as mail writes it. @see Amazon S3 User Guide, user-defined object metadata */
const asHeader = (value: string): string =>
  /^[\x20-\x7e]*$/.test(value) ? value : `=?UTF-8?B?${Buffer.from(value).toString('base64')}?=`;

const headersOf = (head: ObjectHead): Record<string, string> => ({
  etag: head.etag,
  'x-amz-version-id': head.versionId,
  'content-type': head.contentType,
  'accept-ranges': 'bytes',
  ...Object.fromEntries(
    Object.entries(head.metadata).map(([name, value]) => [`x-amz-meta-${name.toLowerCase()}`, asHeader(value)]),
  ),
});

/** A key as it was meant. @throws S3Error where a `%` is not followed by what makes a character */
const decoded = (written: string): string => {
  try {
    return decodeURIComponent(written);
  } catch {
    throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.');
  }
};

/**
 * S3 on one machine: one versioned bucket, for the SDK's client in this process and for browsers that post a signed form or follow a
 * signed address. HeadObject, GetObject (with a range), CopyObject, DeleteObject, GetObjectTagging and POST Object; nothing else.
 *
 * Signatures carry the machine's time, which no move of the platform's clock changes. Calls of the client in this process are not asked
 * for theirs. Bucket policies, encryption and lifecycle rules are not modelled.
 */
export const createS3 = ({
  store,
  folder,
  bucket,
  now = Date.now,
}: {
  store: AbstractLevel<string | Buffer | Uint8Array, string, string>;
  folder?: string;
  bucket: string;
  /** Milliseconds since 1970, by the same clock as the signer's. @default the machine's */
  now?: () => number;
}) => {
  const objects = createObjects({ store, ...(folder !== undefined && { folder }) });
  const root = `${s3Path}/${bucket}`;

  const found = async (key: string, headers: Readonly<Record<string, string>>, versionId?: string | null) => {
    const head = await objects.head(key);
    if (head === undefined) throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.');
    if (versionId && versionId !== head.versionId) {
      throw new S3Error(404, 'NoSuchVersion', 'The specified version does not exist.');
    }
    if (headers['if-match'] !== undefined && headers['if-match'] !== head.etag) {
      throw new S3Error(412, 'PreconditionFailed', 'At least one of the preconditions you specified did not hold.');
    }
    return head;
  };

  const get = async (key: string, headers: Readonly<Record<string, string>>, query: URLSearchParams) => {
    const head = await found(key, headers, query.get('versionId'));
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers['range'] ?? '') ?? [];
    const first = Number(from ?? 0);
    const length = Math.min(Number(to ?? head.size), head.size - 1) - first + 1;
    const body = head.size === 0 ? Buffer.alloc(0) : await objects.read(head, first, length);
    const asked = ['content-type', 'content-disposition', 'cache-control'].flatMap((name) => {
      const value = query.get(`response-${name}`);
      return value === null ? [] : [[name, value] as const];
    });
    return {
      status: from === undefined ? 200 : 206,
      headers: { ...headersOf(head), 'content-length': String(body.length), ...Object.fromEntries(asked) },
      body,
    };
  };

  const copy = async (key: string, headers: Readonly<Record<string, string>>): Promise<Answer> => {
    const source = new URL(headers['x-amz-copy-source'] ?? '', 'http://source/');
    const from = decoded(source.pathname).slice(`/${bucket}/`.length);
    const head = await found(
      from,
      { ...(headers['x-amz-copy-source-if-match'] && { 'if-match': headers['x-amz-copy-source-if-match'] }) },
      source.searchParams.get('versionId'),
    );
    const about = { contentType: headers['content-type'] ?? head.contentType, metadata: {} };
    const made = await objects.put(key, about, Readable.from([await objects.read(head, 0, head.size)]));
    return {
      status: 200,
      headers: { 'content-type': 'application/xml', 'x-amz-version-id': made.versionId },
      body: `<CopyObjectResult><ETag>${inXml(made.etag)}</ETag><ChecksumSHA256>${made.sha256}</ChecksumSHA256></CopyObjectResult>`,
    };
  };

  const tagging = async (key: string): Promise<Answer> => {
    const { tags } = await found(key, {});
    const each = Object.entries(tags).map(
      ([name, value]) => `<Tag><Key>${inXml(name)}</Key><Value>${inXml(value)}</Value></Tag>`,
    );
    return {
      status: 200,
      headers: { 'content-type': 'application/xml' },
      body: `<Tagging><TagSet>${each.join('')}</TagSet></Tagging>`,
    };
  };

  const perform = async (
    method: string,
    pathname: string,
    query: URLSearchParams,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> => {
    if (!pathname.startsWith(`${root}/`)) throw new S3Error(404, 'NoSuchBucket', 'The specified bucket does not exist');
    const key = decoded(pathname.slice(root.length + 1));
    if (method === 'GET' && query.has('tagging')) return tagging(key);
    if (method === 'GET') return get(key, headers, query);
    if (method === 'HEAD') {
      const head = await found(key, headers, query.get('versionId'));
      return { status: 200, headers: { ...headersOf(head), 'content-length': String(head.size) } };
    }
    if (method === 'PUT' && headers['x-amz-copy-source'] !== undefined) return copy(key, headers);
    if (method === 'DELETE') {
      await objects.remove(key, query.get('versionId') ?? undefined);
      return { status: 204 };
    }
    throw new S3Error(501, 'NotImplemented', `The local S3 does not do ${method} here`);
  };

  const answered = async (run: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      return { status: error.status, headers: { 'content-type': 'application/xml' }, body: errorXml(error) };
    }
  };

  const handle = async ({ method, path, query = {}, headers }: SdkRequest) => {
    const search = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value ?? '')]),
    );
    const answer = await answered(() => perform(method, path, search, headers));
    const body = method === 'HEAD' ? Buffer.alloc(0) : Buffer.from(answer.body ?? '');
    return {
      response: { statusCode: answer.status, headers: answer.headers ?? {}, body: Readable.from([body]) },
    };
  };

  const posted = async (request: IncomingMessage): Promise<Answer> => {
    // What reads a form's parts is loaded with the first one.
    const { takePostedForm } = await import('./post-form.ts');
    const { key, head, redirectTo } = await takePostedForm(request, { bucket, objects, now: now() });
    if (redirectTo === undefined) return { status: 204 };
    const to = new URL(redirectTo);
    for (const [name, value] of Object.entries({ bucket, key, etag: head.etag })) to.searchParams.append(name, value);
    return { status: 303, headers: { location: to.href } };
  };

  return {
    objects,

    /** Options for the S3 client that keep its calls in this process, and have what it signs lead to this server. */
    clientOptions: (origin: string): S3ClientConfig => ({
      region: 'eu-west-2',
      credentials,
      endpoint: `${origin}${s3Path}`,
      forcePathStyle: true,
      signer: { sign: async (request) => request },
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      // The SDK asks no more of a handler than this; its type names members of a socket's pool too.
      requestHandler: { handle } as unknown as NonNullable<S3ClientConfig['requestHandler']>,
    }),

    /** A browser's request: a form posted to the bucket, or a signed address. */
    async http(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const method = request.method ?? 'GET';
      const { status, headers, body } = await answered(async () => {
        if (method === 'POST' && url.pathname.replace(/\/$/, '') === root) return posted(request);
        expectSignedUrl(method, url, request.headers.host ?? '', now());
        const range = request.headers.range;
        return perform(method, url.pathname, url.searchParams, range === undefined ? {} : { range });
      });
      response.writeHead(status, headers);
      response.end(body);
    },
  };
};
