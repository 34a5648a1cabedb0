import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { routes } from '../../schemas/routes.ts';
import { createBrowser } from '../support/browser-client.ts';
import { openCase, signedIn } from '../support/followed-case.ts';
import { begin } from '../support/form-journey.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
let reference: string;
let cookie: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  reference = await openCase(platform);
  const [onCase, onForm] = [await signedIn(platform), createBrowser(platform.url)];
  await begin(onForm, needsAssessment);
  cookie = [...onCase.jar, ...onForm.jar].map(([name, value]) => `${name}=${value}`).join('; ');
});
afterAll(() => platform.stop());

/** What stands for each name in a path: things that are there, where the route is about one, and a token that nobody was sent. */
const values = (): Readonly<Record<string, string>> => ({
  council,
  reference,
  form: 'needs-assessment',
  page: needsAssessment.sections[0]?.pages[0]?.id ?? '',
  token: 'A'.repeat(43),
  id: 'application.application',
  held: 'case',
  purpose: 'review',
  upload: 'A'.repeat(22),
  file: 'none.css',
  code: '0'.repeat(16),
  invited: 'A'.repeat(22),
  part: 'check',
});

const publicRoutes = routes.filter(({ site }) => site === 'public');

/** One request to a route, as somebody who holds a form and is signed in to a case, or as nobody. */
const ask = async ({ method, path }: (typeof publicRoutes)[number], known: boolean) => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values()[name] ?? 'x');
  return fetch(platform.url + filled, {
    method,
    redirect: 'manual',
    headers: {
      accept: 'text/html',
      ...(known && { cookie }),
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(method === 'POST' && { body: 'website=' }),
  });
};

const cases = publicRoutes.flatMap((route) =>
  [true, false].map((known) => ({ route, known, title: `${route.method} ${route.path}` })),
);

/** What many people share and nobody's own: it may be kept. */
const shared = ['/assets/{file}', '/openapi.json'];

describe('every public route', () => {
  it.each(cases)('$title has the headers that keep a page to itself (signed in: $known)', async ({ route, known }) => {
    const response = await ask(route, known);
    const { headers, status } = response;
    await response.arrayBuffer();

    expect(status).toBeLessThan(500);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
    expect(headers.get('permissions-policy')).toContain('camera=(), display-capture=(), geolocation=()');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    if (!shared.includes(route.path)) expect(headers.get('cache-control')).toBe('no-store');
    const isPage = headers.get('content-type')?.startsWith('text/html') && status !== 303;
    if (isPage) {
      const policy = headers.get('content-security-policy') ?? '';
      for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) {
        expect(policy).toContain(rule);
      }
      expect(policy).not.toMatch(/unsafe|\*|data:|http:/);
    }
    for (const set of headers.getSetCookie()) {
      expect(set).toMatch(
        /^__Host-careway-(case|draft|plan|answer)=[^;]*; Path=\/; Secure; HttpOnly; SameSite=Lax(; Max-Age=(0|3600))?$/,
      );
    }
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is one that this test knows how to ask: no name in a path is left over', () => {
    const names = publicRoutes.flatMap(({ path }) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));

    expect([...new Set(names)].filter((name) => !(name in values()))).toEqual([]);
  });

  it('shows nothing of a case or a form to who holds neither', async () => {
    const own = publicRoutes.filter(({ path, method }) => method === 'GET' && /\/(case|draft)(\/|$)/.test(path));
    for (const route of own) {
      const response = await ask(route, false);
      const text = await response.text();
      expect(text, route.path).not.toContain('Okafor');
      if (response.status === 200) expect(text, route.path).not.toContain(reference);
    }
    expect(own.length).toBeGreaterThan(15);
  });
});
