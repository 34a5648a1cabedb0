import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { S3Error } from './s3-error.ts';

/** The credentials of the local platform, with which its S3 client signs. */
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** @param scope `local/20260105/eu-west-2/s3/aws4_request` */
const expectSignature = (scope: string, text: string, given: string): void => {
  const [accessKeyId = '', ...parts] = scope.split('/');
  if (accessKeyId !== credentials.accessKeyId) {
    throw new S3Error(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  }
  const key = parts.reduce<string | Buffer>(hmac, `AWS4${credentials.secretAccessKey}`);
  const [wanted, found] = [hmac(key, text), Buffer.from(given, 'hex')];
  if (wanted.length !== found.length || !timingSafeEqual(wanted, found)) {
    throw new S3Error(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
    );
  }
};

/** `20260105T100000Z` in milliseconds since 1970. */
const signedAt = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

/**
 * Holds a posted form to the signature of its policy.
 *
 * @throws S3Error
 * @see Amazon S3 API Reference, "Calculating a signature" for POST with Signature Version 4
 */
export const expectSignedForm = (fields: ReadonlyMap<string, string>): void =>
  expectSignature(
    fields.get('x-amz-credential') ?? '',
    fields.get('policy') ?? '',
    fields.get('x-amz-signature') ?? '',
  );

const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * Holds an address to the signature that stands in it, and to the time for which it was made.
 *
 * @param now milliseconds since 1970, by the same clock as the signer's
 * @throws S3Error
 * @see Amazon S3 API Reference, "Authenticating requests: using query parameters (AWS Signature Version 4)"
 */
export const expectSignedUrl = (method: string, url: URL, host: string, now: number): void => {
  const query = url.searchParams;
  const [scope, date] = [query.get('X-Amz-Credential') ?? '', query.get('X-Amz-Date') ?? ''];
  const canonical = [
    method,
    url.pathname,
    [...query]
      .filter(([name]) => name !== 'X-Amz-Signature')
      .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      .sort()
      .join('&'),
    `host:${host}`,
    '',
    'host',
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const text = [
    'AWS4-HMAC-SHA256',
    date,
    scope.slice(scope.indexOf('/') + 1),
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n');
  expectSignature(scope, text, query.get('X-Amz-Signature') ?? '');
  if (!(now <= signedAt(date) + Number(query.get('X-Amz-Expires')) * 1000)) {
    throw new S3Error(403, 'AccessDenied', 'Request has expired');
  }
};
