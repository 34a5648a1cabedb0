import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CopyObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { MemoryLevel } from 'memory-level';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdf } from '../../support/files.ts';
import { postFile, servedS3 } from './served.ts';

const served = await servedS3();
const { documents, s3, origin } = served;
const client = new S3Client(s3.clientOptions(origin));
const redirectTo = `${origin}/back?change=yes`;

afterAll(() => served.close());

describe('a form posted to the local S3', () => {
  it('puts the file under its key and sends the browser on with GET, with bucket, key and etag', async () => {
    const response = await postFile(await documents.form('incoming/a', redirectTo), pdf(), 'letter.pdf');

    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toMatch(
      /\/back\?change=yes&bucket=careway-documents&key=incoming%2Fa&etag=%22[0-9a-f]{32}%22$/,
    );
    expect(await documents.look('incoming/a')).toMatchObject({ size: pdf().length, givenName: 'letter.pdf' });
  });

  it.each(['Rose’s “best” letter – 健康.pdf', 'a long name that needs more than one word, ñ and à.jpg'])(
    'keeps the name “%s”',
    async (name) => {
      await postFile(await documents.form('incoming/name', redirectTo), pdf(), name);

      expect((await documents.look('incoming/name'))?.givenName).toBe(name);
    },
  );

  it('takes a file of 0 bytes and an empty choice, which our page explains', async () => {
    const form = await documents.form('incoming/none', redirectTo);

    expect((await postFile(form, '', '')).status).toBe(303);
    expect(await documents.look('incoming/none')).toMatchObject({ size: 0, givenName: '' });
  });

  it.each([
    { what: 'another key', changes: { key: 'documents/mine' }, code: 'AccessDenied' },
    { what: 'a field that its policy does not name', changes: { acl: 'public-read' }, code: 'AccessDenied' },
    { what: 'another way back', changes: { success_action_redirect: 'https://bad.example' }, code: 'AccessDenied' },
    { what: 'another policy', changes: { Policy: btoa('{"conditions":[]}') }, code: 'SignatureDoesNotMatch' },
    { what: 'a forged signature', changes: { 'X-Amz-Signature': '0'.repeat(64) }, code: 'SignatureDoesNotMatch' },
    {
      what: 'the credential of someone else',
      changes: { 'X-Amz-Credential': 'other/20260105/eu-west-2/s3/aws4_request' },
      code: 'InvalidAccessKeyId',
    },
  ])('is refused with $what', async ({ changes, code }) => {
    const response = await postFile(await documents.form('incoming/refused', redirectTo), pdf(), 'a.pdf', changes);

    expect(response.status).toBe(403);
    expect(await response.text()).toContain(`<Code>${code}</Code>`);
    expect(await s3.objects.head('incoming/refused')).toBeUndefined();
  });

  it('is refused when its 6 hours are over, and not a second before', async () => {
    const form = await documents.form('incoming/late', redirectTo);
    served.later(6 * 3600 - 2);
    const inTime = await postFile(form, pdf(), 'a.pdf');
    served.later(6 * 3600 + 1);
    const late = await postFile(form, pdf(), 'a.pdf');
    served.later(0);

    expect([inTime.status, late.status]).toEqual([303, 403]);
    expect(await late.text()).toContain('Policy expired');
  });

  it.each([
    { size: 9, status: 400, code: 'EntityTooSmall' },
    { size: 10, status: 204, code: '' },
    { size: 20, status: 204, code: '' },
    { size: 21, status: 400, code: 'EntityTooLarge' },
  ])('of 10 to 20 bytes answers $status to $size', async ({ size, status, code }) => {
    const form = await createPresignedPost(client, {
      Bucket: 'careway-documents',
      Key: `incoming/size-${size}`,
      Conditions: [['content-length-range', 10, 20]],
    });

    const response = await postFile(form, randomBytes(size), 'a.bin');

    expect(response.status).toBe(status);
    expect(await response.text()).toContain(code);
  });

  it('without a file says so', async () => {
    const { url, fields } = await documents.form('incoming/no-file', redirectTo);
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);

    const response = await fetch(url, { method: 'POST', body });

    expect(response.status).toBe(400);
  });
});

describe('an object of the local S3', () => {
  beforeAll(async () => {
    await postFile(await documents.form('incoming/object', redirectTo), pdf(), 'letter.pdf');
  });

  it('is copied only as it was looked at, without its name, under a key that no form can write to', async () => {
    const upload = await documents.look('incoming/object');
    if (upload === undefined) throw new Error('It is not there');
    const sha256 = await documents.keep(upload, 'documents/kept', 'application/pdf');
    await postFile(await documents.form('incoming/object', redirectTo), 'something else', 'letter.pdf');

    expect(sha256).toMatch(/^[\w+/]{43}=$/);
    expect(await s3.objects.head('documents/kept')).toMatchObject({ contentType: 'application/pdf', metadata: {} });
    expect(Buffer.from(await documents.read('documents/kept'))).toEqual(pdf());
    await expect(documents.keep(upload, 'documents/again', 'application/pdf')).rejects.toThrow();
  });

  it('is not copied where its etag is another', async () => {
    const copy = new CopyObjectCommand({
      Bucket: 'careway-documents',
      Key: 'documents/x',
      CopySource: 'careway-documents/incoming/object',
      CopySourceIfMatch: '"other"',
    });

    await expect(client.send(copy)).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });

  it('is given out by a signed address for a minute, as a file to keep', async () => {
    const link = await documents.link('documents/kept', 'application/pdf', 'K7M-document-1.pdf');
    const response = await fetch(link);
    served.later(62);
    const late = await fetch(link);
    served.later(0);
    const forged = await fetch(link.replace('documents/kept', 'incoming/object'));

    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="K7M-document-1.pdf"');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(pdf());
    expect([late.status, forged.status, (await fetch(link.split('?')[0] ?? '')).status]).toEqual([403, 403, 403]);
  });

  it('is gone once it is deleted, and a version that no longer stands is not deleted', async () => {
    const upload = await documents.look('incoming/object');
    await documents.remove('incoming/object', 'another-version');
    const still = await documents.look('incoming/object');
    await documents.remove('incoming/object', upload?.versionId);

    expect(still).toEqual(upload);
    expect(await documents.look('incoming/object')).toBeUndefined();
  });

  it.each([
    { tags: {}, is: 'being-checked' },
    { tags: { GuardDutyMalwareScanStatus: 'NO_THREATS_FOUND' }, is: 'clear' },
    { tags: { GuardDutyMalwareScanStatus: 'THREATS_FOUND' }, is: 'not-safe' },
    { tags: { GuardDutyMalwareScanStatus: 'UNSUPPORTED' }, is: 'not-checked' },
  ])('is $is with the tags $tags where documents are scanned', async ({ tags, is }) => {
    served.scan();
    await s3.objects.tag('documents/kept', tags);

    expect(await documents.scan('documents/kept')).toBe(is);
  });

  it('in another bucket is not there, and what the local S3 does not do is said', async () => {
    await expect(client.send(new GetObjectCommand({ Bucket: 'other', Key: 'x' }))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
    await expect(
      client.send(new PutObjectCommand({ Bucket: 'careway-documents', Key: 'x', Body: 'x' })),
    ).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});

describe('objects in a folder', () => {
  it('are there after a new start, and what was half written is cleared away', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'careway-s3-'));
    const store = new MemoryLevel<string, string>();
    const first = await servedS3({ folder, store });
    await postFile(await first.documents.form('incoming/kept', redirectTo), pdf(), 'letter.pdf');
    const [whole = ''] = await readdir(folder);
    const broken = first.s3.objects.put('incoming/broken', { contentType: 'x', metadata: {} }, brokenOff());
    await expect(broken).rejects.toThrow('broken off');
    await first.close();
    await (await import('node:fs/promises')).writeFile(path.join(folder, 'killed.part'), 'half');

    const second = await servedS3({ folder, store });
    const read = await second.documents.read('incoming/kept');
    await second.close();

    expect(Buffer.from(read)).toEqual(pdf());
    expect(await readdir(folder)).toEqual([whole]);
    await rm(folder, { recursive: true });
  });
});

async function* brokenOff(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('half');
  throw new Error('broken off');
}
