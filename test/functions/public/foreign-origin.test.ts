import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../../schemas/routes.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const token = 'A'.repeat(43);
/** What a form of a public page is sent to. The API is asked with JSON, which no form of another site can send. */
const posts = routes
  .filter(({ site, method, path }) => site === 'public' && method === 'POST' && !path.endsWith('/applications'))
  .map(({ path }) =>
    path
      .replace('{council}', council)
      .replace('{form}', path.includes('/case/') ? 'complaint' : 'needs-assessment')
      .replace('{token}', token)
      .replace('{held}', 'draft')
      .replace('{reference}', '000-0000-000')
      .replace(/\{\w+\}/g, 'one'),
  );
/** Those that protect themselves by the token of a session: without one they do nothing. */
const ofSession = /\/(draft|time-left|case\/(sign-out|\w{3}-)|plan\/one)/;
const post = async (path: string, headers: Record<string, string>) =>
  platform.send('POST', path, {
    body: 'email=rose%40example.com',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', ...headers },
  });

describe('a form that another site makes a browser send', () => {
  it.each(posts)('does nothing at %s, also where the browser names the site by its origin alone', async (path) => {
    const mails = (await platform.platform.mail.list()).length;
    const foreign = [
      { origin: 'https://evil.example' },
      { origin: 'http://localhost.evil.example' },
      { origin: `${platform.url}.evil.example` },
      { 'sec-fetch-site': 'cross-site' },
    ];
    const answers = [];
    for (const headers of foreign) answers.push(await post(path, headers));

    if (ofSession.test(path)) {
      expect(
        answers.filter(({ headers }) => /careway-(case|draft|plan)=[\w-]/.test(headers.get('set-cookie') ?? '')),
      ).toEqual([]);
    } else {
      expect(answers.map(({ status }) => status)).toEqual(foreign.map(() => 403));
    }
    expect((await platform.platform.mail.list()).length).toBe(mails);
  });

  it('is told from our own page, which tells its origin, or hides it, or comes from a browser that tells nothing', async () => {
    for (const headers of [{ origin: platform.url }, { origin: 'null' }, {}, { 'sec-fetch-site': 'same-origin' }]) {
      expect((await post(`/${council}/case/sign-in`, headers)).status).toBe(200);
    }
  });
});
