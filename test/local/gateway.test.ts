import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { browserHeaders, firstVisit, rawly } from '../support/sent-bytes.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('a first visit', () => {
  it.each(['/', `/${council}`, `/${council}/help`])('to %s is sent in less than 30 kB', async (path) => {
    const files = await firstVisit(platform.url, path);

    expect(files.map(({ answer }) => answer.status)).toEqual(files.map(() => 200));
    expect(files.length).toBeGreaterThan(2);
    expect(files.reduce((sum, { answer }) => sum + answer.bytes, 0)).toBeLessThan(30_000);
  });

  it('brings what a cache may keep marked as differing by coding, and the page as not to be kept', async () => {
    const [page, ...assets] = await firstVisit(platform.url, `/${council}`);

    expect(page?.answer.headers).toMatchObject({ 'cache-control': 'no-store', 'content-encoding': 'gzip' });
    for (const { file, answer } of assets) {
      expect(answer.headers, file).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
      });
    }
  });
});

describe('an answer', () => {
  const page = (headers: Readonly<Record<string, string>>, method = 'GET') =>
    rawly(`${platform.url}/${council}`, { method, headers });

  it('is sent as it is to who names no coding, or prefers one that API Gateway does not know', async () => {
    const plain = await page({});

    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.bytes).toBe(Number(plain.headers['content-length']));
    for (const accepted of ['*', 'br', 'br, gzip', 'gzip;q=0.5, br;q=1', 'identity', 'gzip;q=0']) {
      const answer = await page({ 'accept-encoding': accepted });
      expect(answer.headers['content-encoding'], accepted).toBeUndefined();
      expect(answer.text, accepted).toBe(plain.text);
    }
  });

  it('is the same when it is undone, and says how long it is as it is sent', async () => {
    const [plain, zipped] = [await page({}), await page(browserHeaders)];

    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(zipped.bytes).toBe(Number(zipped.headers['content-length']));
    expect(zipped.bytes).toBeLessThan(plain.bytes / 3);
    expect(zipped.text).toBe(plain.text);
  });

  it('to a signed-in browser that another site made ask is not compressed, so that no length tells of what stands in it', async () => {
    const cookie = { ...browserHeaders, cookie: '__Host-careway-case=x' };
    const coding = async (headers: Readonly<Record<string, string>>) =>
      (await page(headers)).headers['content-encoding'];

    expect(await coding({ ...cookie, 'sec-fetch-site': 'cross-site' })).toBe('identity');
    expect(await coding({ ...cookie, 'sec-fetch-site': 'same-site' })).toBe('identity');
    expect(await coding({ ...cookie, 'sec-fetch-site': 'same-origin' })).toBe('gzip');
    expect(await coding({ ...browserHeaders, 'sec-fetch-site': 'cross-site' })).toBe('gzip');
  });

  it('to HEAD has no body, and a short one is not compressed', async () => {
    const [head, short] = [
      await page(browserHeaders, 'HEAD'),
      await rawly(`${platform.url}/${council}/staff/tasks`, { headers: { 'accept-encoding': 'gzip' } }),
    ];

    expect(head).toMatchObject({ status: 200, bytes: 0 });
    expect(short.status).toBe(401);
    expect(short.headers['content-encoding']).toBeUndefined();
  });
});
