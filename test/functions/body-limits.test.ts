import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handler as publicSite } from '../../functions/public/site.ts';
import { handler as staffSite } from '../../functions/staff/site.ts';
import { bodyLimits, routes } from '../../schemas/routes.ts';
import type { Deps } from '../../services/deps.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const sites = { public: publicSite, staff: staffSite };
const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
const json = { 'content-type': 'application/json' };
const base64 = (bytes: number) => Buffer.alloc(bytes, 'x').toString('base64');

/** The platform's deps, where whatever is read of the table is noted. */
const watched = () => {
  const reads: string[] = [];
  const store = new Proxy(platform.deps.store, {
    get: (of, name) => {
      reads.push(String(name));
      return Reflect.get(of, name);
    },
  });
  const deps: Deps = { ...platform.deps, store };
  return { reads, deps };
};

const ask = async (deps: Deps, route: (typeof routes)[number], headers: Record<string, string>, body: string) => {
  const event = {
    httpMethod: route.method,
    path: route.path.replace('{council}', council).replaceAll(/\{\w+\}/g, 'one'),
    headers,
    queryStringParameters: null,
    body,
    isBase64Encoded: true,
  } as unknown as APIGatewayProxyEvent;
  return sites[route.site].with(deps)(event, { awsRequestId: 'request', functionName: 'site' } as Context);
};

describe('the most that is read of a request', () => {
  const bodies = {
    'of a public form': base64(bodyLimits.publicForm + 1),
    'of a staff form': base64(bodyLimits.staffForm + 1),
    'of a program': base64(bodyLimits.program + 1),
  };

  it.each(['public', 'staff'] as const)('is one for each kind of every route of the %s site', async (site) => {
    const { reads, deps } = watched();
    for (const route of routes.filter((one) => one.site === site)) {
      const of = `${route.method} ${route.path}`;
      const page = await ask(deps, route, form, bodies[site === 'public' ? 'of a public form' : 'of a staff form']);
      const problem = await ask(deps, route, json, bodies['of a program']);

      expect([of, page.statusCode, page.headers?.['content-type']]).toEqual([of, 413, 'text/html; charset=utf-8']);
      expect(page.body).toContain(site === 'public' ? 'Send at most 2 MB' : 'Send at most 4 MB');
      expect([of, problem.statusCode, problem.headers?.['content-type']]).toEqual([
        of,
        413,
        'application/problem+json',
      ]);
      expect(JSON.parse(problem.body)).toMatchObject({ code: 'too-large' });
      expect(problem.body).toContain('Send at most 256 KB');
    }
    expect(reads).toEqual([]);
  });

  it('is read to its last byte', async () => {
    const { deps } = watched();
    const answers = await Promise.all(
      routes
        .filter(({ call }) => call === 'send-review-request' || call === 'submit-application')
        .map((route) => {
          const isForm = route.call === 'send-review-request';
          const most = isForm ? bodyLimits.publicForm : bodyLimits.program;
          return ask(deps, route, isForm ? form : json, base64(most));
        }),
    );

    expect(answers.map(({ statusCode }) => statusCode)).not.toContain(413);
  });

  it('fits into what a function is given, as text and with its head', () => {
    const event = 6 * 1024 * 1024;
    const head = 64 * 1024;

    for (const most of Object.values(bodyLimits)) expect(Math.ceil(most / 3) * 4 + head).toBeLessThan(event);
  });

  it.each([
    { what: 'by the function', bytes: bodyLimits.program + 1, code: 'too-large' },
    { what: 'by the gateway, where no function can be given it', bytes: 5 * 1024 * 1024, code: undefined },
  ])('is refused by the local platform alike: $what', async ({ bytes, code }) => {
    const answer = await platform.send('POST', `/${council}/applications`, { body: ' '.repeat(bytes) });

    expect(answer.status).toBe(413);
    expect(answer.json.code).toBe(code);
  });
});
