import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '../../local/gateway.ts';
import { createRateLimits } from '../../local/rate-limits.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { browserHeaders, firstVisit, rawly } from '../support/sent-bytes.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('a first visit', () => {
  it.each(['/', `/${council}`, `/${council}/help`])('to %s is sent in less than 32 kB', async (path) => {
    const files = await firstVisit(platform.url, path);

    expect(files.map(({ answer }) => answer.status)).toEqual(files.map(() => 200));
    expect(files.length).toBeGreaterThan(2);
    expect(files.reduce((sum, { answer }) => sum + answer.bytes, 0)).toBeLessThan(32_000);
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

describe('the firewall before the gateway', () => {
  /** A gateway before functions that answer at once, at a clock of its own, behind a proxy at this machine or none. */
  const guarded = async (proxies: readonly string[], use: (url: string, clock: { now: number }) => Promise<void>) => {
    const clock = { now: 0 };
    const gateway = createGateway(
      {
        invoke: async (_, event) => ({
          statusCode: 200,
          body: JSON.stringify((event as APIGatewayProxyEvent).headers),
        }),
      },
      {
        rateLimits: createRateLimits(() => clock.now),
        served: [council],
        reached: () => [platform.deps.councils.known('leicestershire'), platform.deps.councils.known('coventry')],
        proxies,
      },
    );
    const server = createServer((request, response) => void gateway(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, clock);
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
  /** Sends so many, 50 at once, and counts those that were answered. */
  const flood = async (url: string, count: number, headers: (index: number) => Record<string, string> = () => ({})) => {
    let answered = 0;
    let next = 0;
    const client = async () => {
      while (next < count) {
        const { status } = await rawly(url, { method: 'POST', headers: headers(next++) });
        if (status === 200) answered += 1;
      }
    };
    await Promise.all(Array.from({ length: 50 }, client));
    return answered;
  };

  it('turns a flood away with a page that says in plain words what to do, until a minute has passed', () =>
    guarded([], async (url, clock) => {
      expect(await flood(`${url}/${council}/applications`, 350)).toBe(300);
      const form = await rawly(`${url}/${council}/draft/x`, { method: 'POST', headers: browserHeaders });

      expect(form.status).toBe(429);
      expect(form.headers).toMatchObject({
        'content-type': 'text/html',
        'retry-after': '60',
        'cache-control': 'no-store',
      });
      for (const words of [
        '<h1>Please wait, then try again</h1>',
        'Wait 1 minute. Then try again.',
        'What you typed is still on the page before this one: go back in your browser, and press the button again',
        '024 7683 3003',
        'phone 999',
      ]) {
        expect(form.text).toContain(words);
      }
      clock.now = 61_000;
      expect((await rawly(`${url}/${council}/draft/x`, { method: 'POST', headers: browserHeaders })).status).toBe(200);
    }));

  it('tells programs the same in JSON', () =>
    guarded([], async (url) => {
      await flood(`${url}/${council}/applications`, 301);
      const answer = await rawly(`${url}/${council}/applications`, {
        method: 'POST',
        headers: { accept: 'application/json' },
      });

      expect(answer).toMatchObject({
        status: 429,
        headers: { 'content-type': 'application/json', 'retry-after': '60' },
      });
      expect(JSON.parse(answer.text)).toMatchObject({ status: 429, title: expect.stringContaining('60 seconds') });
    }));

  it('believes no header of a client, so that a new address in each request gains nothing', () =>
    guarded([], async (url) => {
      const forged = (index: number) => ({ 'x-forwarded-for': `192.0.2.${index % 250}` });

      expect(await flood(`${url}/${council}/applications`, 350, forged)).toBe(300);
    }));

  it('counts the clients of a proxy that the deployment names, each by itself, and not what they write', () =>
    guarded(['127.0.0.1/32'], async (url) => {
      const forged = (index: number) => ({ 'x-forwarded-for': `10.0.0.${index % 250}, 192.0.2.1` });
      const other = { 'x-forwarded-for': '192.0.2.2' };

      expect(await flood(`${url}/${council}/applications`, 350, forged)).toBe(300);
      expect((await rawly(`${url}/${council}`, { method: 'POST', headers: other })).status).toBe(200);
    }));
});

describe('a fault of ours', () => {
  it('is a page that says what to do, of which nothing is kept', async () => {
    const gateway = createGateway({ invoke: () => Promise.reject(new Error('no')) }, {});
    const server = createServer((request, response) => void gateway(request, response).catch(() => response.end()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const answer = await rawly(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${council}`);
    await new Promise((resolve) => server.close(resolve));

    expect(answer).toMatchObject({
      status: 502,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    });
    expect(answer.text).toContain('press the button again');
  });
});
