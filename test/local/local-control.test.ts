import { describe, expect, it } from 'vitest';
import type { Client } from '../../local/demo/client.ts';
import { localControl } from '../../local/demo/local-control.ts';
import { startTestPlatform } from '../support/platform.ts';

const later = '2026-02-02T10:00:00.000Z';

describe('a move of the clock', () => {
  it('that was asked for again, as its answer was late, is found done', async () => {
    const { client, stop } = await startTestPlatform();
    // The first answer never comes back, and what asked goes past the moment meanwhile.
    const request: Client['request'] = async (method, call, body) => {
      if (method === 'POST') {
        await client.request(method, call, body);
        await client.request(method, call, { forward: 'PT1S' });
      }
      return client.request(method, call, body);
    };

    await localControl({ request }).moveTo(later);

    expect(Date.parse((await localControl(client).clock()).now)).toBe(Date.parse(later) + 1000);
    await stop();
  });

  it('that does not come about is an error', async () => {
    const request: Client['request'] = async (method) => {
      if (method === 'POST') throw new Error('The clock is out of order');
      return JSON.parse('{"now":"2026-01-05T10:00:00Z","next":null}');
    };

    await expect(localControl({ request }).moveTo(later)).rejects.toThrow('The clock is out of order');
  });
});
