import { Readable } from 'node:stream';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { allowUpload } from '../../../services/documents/allow-upload.ts';
import { createDocumentStore } from '../../../services/store/document-store.ts';
import { page } from '../../../services/web/site.ts';
import { metricLines } from '../../support/metric-lines.ts';

/** A store as it is on AWS, whose calls are answered with this. */
const onAws = (status = 200, headers: Record<string, string> = {}, body = '') => {
  const asked: { method: string; headers: Record<string, string> }[] = [];
  const handle = async (request: { method: string; headers: Record<string, string> }) => {
    asked.push(request);
    return { response: { statusCode: status, headers, body: Readable.from(body ? [body] : []) } };
  };
  const store = createDocumentStore({
    config: {
      region: 'eu-west-2',
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: 'token' },
      requestHandler: { handle } as unknown as NonNullable<S3ClientConfig['requestHandler']>,
    },
    bucket: () => 'careway-documents',
    isScanned: () => true,
  });
  return { store, asked };
};

describe('a form for one file on AWS', () => {
  it('is posted to the bucket alone, which the page’s policy lets it', async () => {
    const form = await onAws().store.form('incoming/leicestershire/a/b', 'https://care.example/back');
    const { headers } = allowUpload(page(200, ''), form);

    expect(form.url).toBe('https://careway-documents.s3.eu-west-2.amazonaws.com/');
    expect(headers?.['content-security-policy']).toContain(
      "form-action 'self' https://careway-documents.s3.eu-west-2.amazonaws.com;",
    );
  });

  it('lets one key, one way back and up to 100 MB in for 6 hours, and leaves encryption to the bucket', async () => {
    const before = Date.now();
    const { fields } = await onAws().store.form('incoming/leicestershire/a/b', 'https://care.example/back');
    const { expiration, conditions } = JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString());

    expect(conditions).toEqual(
      expect.arrayContaining([
        ['content-length-range', 0, 104_857_600],
        ['starts-with', '$x-amz-meta-name', ''],
        { key: 'incoming/leicestershire/a/b' },
        { bucket: 'careway-documents' },
        { success_action_redirect: 'https://care.example/back' },
      ]),
    );
    expect(Math.round((Date.parse(expiration) - before) / 60_000)).toBe(360);
    expect(Object.keys(fields).filter((name) => /encryption|acl|tagging/i.test(name))).toEqual([]);
  });

  it('is on no other page', () => {
    const plain = page(200, '');

    expect(allowUpload(plain, undefined)).toBe(plain);
  });
});

describe('an upload on AWS', () => {
  it.each([
    { header: 'letter.pdf', name: 'letter.pdf' },
    { header: '=?UTF-8?B?UsO2c2UucGRm?=', name: 'Röse.pdf' },
    { header: '=?UTF-8?Q?R=C3=B6se_1.pdf?=', name: 'Röse 1.pdf' },
    { header: '=?utf-8?B?UsO2?= =?utf-8?Q?se.pdf?=', name: 'Röse.pdf' },
  ])('whose name S3 answers as $header is called $name', async ({ header, name }) => {
    const { store } = onAws(200, {
      'x-amz-meta-name': header,
      'content-length': '5',
      etag: '"e"',
      'x-amz-version-id': 'v',
    });

    expect(await store.look('incoming/a')).toEqual({
      key: 'incoming/a',
      size: 5,
      etag: '"e"',
      versionId: 'v',
      givenName: name,
    });
  });

  it.each([403, 404])('is not there where S3 answers %d, since nobody may list the bucket', async (status) => {
    expect(await onAws(status).store.look('incoming/a')).toBeUndefined();
  });

  it('is copied without its name and tags, only as it was looked at', async () => {
    const { store, asked } = onAws();
    const upload = { key: 'incoming/a', size: 5, etag: '"e"', versionId: 'v+/=', givenName: 'letter.pdf' };
    await store.keep(upload, 'documents/b', 'application/pdf').catch(() => undefined);

    expect(asked[0]?.headers).toMatchObject({
      'x-amz-copy-source': 'careway-documents/incoming/a?versionId=v%2B%2F%3D',
      'x-amz-copy-source-if-match': '"e"',
      'x-amz-metadata-directive': 'REPLACE',
      'x-amz-tagging-directive': 'REPLACE',
      'x-amz-checksum-algorithm': 'SHA256',
      'content-type': 'application/pdf',
    });
  });
});

describe('a document that nobody may open yet', () => {
  const tagged = (status?: string) =>
    `<Tagging><TagSet>${status ? `<Tag><Key>GuardDutyMalwareScanStatus</Key><Value>${status}</Value></Tag>` : ''}</TagSet></Tagging>`;
  const minutesOld = (minutes: number) => ({ 'last-modified': new Date(Date.now() - minutes * 60_000).toUTCString() });

  it.each([
    { what: 'is young', headers: minutesOld(59), body: tagged(), says: 'being-checked', counted: [] },
    {
      what: 'waits for its scan for an hour',
      headers: minutesOld(61),
      body: tagged(),
      says: 'being-checked',
      counted: ['DocumentScanLate'],
    },
    {
      what: 'could not be looked at',
      headers: {},
      body: tagged('ACCESS_DENIED'),
      says: 'not-checked',
      counted: ['DocumentScanLate'],
    },
    {
      what: 'failed in the scanner',
      headers: {},
      body: tagged('FAILED'),
      says: 'not-checked',
      counted: ['DocumentScanLate'],
    },
    // A file with a password; nobody on duty could help.
    {
      what: 'is of a kind that is not scanned',
      headers: {},
      body: tagged('UNSUPPORTED'),
      says: 'not-checked',
      counted: [],
    },
    { what: 'is not safe', headers: {}, body: tagged('THREATS_FOUND'), says: 'not-safe', counted: [] },
  ])('is told to whoever is on duty, or not, where it $what', async ({ headers, body, says, counted }) => {
    const { store } = onAws(200, headers, body);
    let said: string | undefined;

    const lines = await metricLines(async () => {
      said = await store.scan('documents/leicestershire/a');
    });

    expect(said).toBe(says);
    expect(lines.map(({ name }) => name)).toEqual(counted);
  });
});
