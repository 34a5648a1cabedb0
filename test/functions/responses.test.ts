import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { routes } from '../../schemas/routes.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

/** Answers that are told apart from the words of a page: each is long, and found nowhere but in the application. */
const answers: Answers = completeAnswers(needsAssessment, {
  firstName: 'Roswitha',
  preferredName: 'Rosalba',
  lastName: 'Okaforova',
  email: 'roswitha@private.example.com',
  phone: '01632 960 977',
  addressLine1: '771 Sycamore Crescent',
  town: 'Wigston Magna',
  postcode: 'LE18 3QQ',
  dateOfBirth: '1948-03-02',
  urgent: ['other'],
  urgentDetail: 'The boiler has been broken since Whitsun.',
});

let platform: TestPlatform;
let reference: string;
let task: string;
beforeAll(async () => {
  platform = await startTestPlatform();
  ({ reference } = await platform.client.submit(answers, 'key'));
  task = (await platform.client.waitForTask('contact-officer', reference, 'triage-request')).id;
});
afterAll(() => platform.stop());

const html = { accept: 'text/html' };
type Kind = { what: string; method?: string; path: () => string; headers?: Record<string, string>; as?: StaffRole };

const kinds: Kind[] = [
  { what: 'a page', path: () => `/${council}` },
  { what: 'the form', path: () => `/${council}/forms/needs-assessment` },
  { what: 'the list of councils', path: () => '/' },
  { what: 'the status page', path: () => statusPath() },
  { what: 'a page that tells of a problem', path: () => '/camelot', headers: html },
  { what: 'JSON', path: () => `/${council}/applications/${reference}` },
  { what: 'JSON of staff', path: () => `/${council}/staff/tasks`, as: 'contact-officer' },
  { what: 'a problem', path: () => '/camelot' },
  { what: 'a problem of sign-in', path: () => `/${council}/staff/tasks` },
  { what: 'a body that is refused', method: 'POST', path: () => `/${council}/applications` },
  { what: 'the OpenAPI document', path: () => '/openapi.json' },
  { what: 'an asset that there is not', path: () => '/assets/none.css' },
  { what: 'HEAD', method: 'HEAD', path: () => `/${council}` },
];

const statusPath = () =>
  `/${council}${routes
    .find(({ call }) => call === 'show-status')
    ?.path.replace('/{council}', '')
    .replace('{reference}', reference)}`;

const ask = ({ method = 'GET', path, headers, as }: Kind) =>
  platform.send(method, path(), { as, ...(headers && { headers }), ...(method === 'POST' && { body: '{' }) });

describe('every kind of response', () => {
  it.each(kinds)('$what is not sniffed, leaks no address, stays on HTTPS and is typed', async (kind) => {
    const { headers } = await ask(kind);

    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
    expect(headers.get('content-type')).toMatch(/^(text\/html; charset=utf-8|application\/(problem\+)?json)$/);
  });

  it.each(kinds.filter(({ what }) => what !== 'the OpenAPI document'))('$what is kept by no cache', async (kind) => {
    expect((await ask(kind)).headers.get('cache-control')).toBe('no-store');
  });

  it.each(kinds)('$what, where it is a page, loads nothing from elsewhere and is framed by nobody', async (kind) => {
    const { headers } = await ask(kind);
    const policy = headers.get('content-security-policy');

    if (headers.get('content-type')?.startsWith('text/html')) {
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
    } else expect(policy).toBeNull();
  });

  it('keeps the stylesheet for good, under a name that changes with its content', async () => {
    const { text } = await platform.send('GET', `/${council}`);
    const [, path = ''] = /href="(\/assets\/[^"]+\.css)"/.exec(text) ?? [];
    const { status, headers } = await platform.send('GET', path);

    expect(status).toBe(200);
    expect(path).toMatch(/[0-9a-f]{6,}/);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('says 401 to programs that have not signed in, and leads browsers to where they can', async () => {
    const path = () => `/${council}/staff/tasks`;
    const [json, page] = [await ask({ what: '', path }), await ask({ what: '', path, headers: html })];

    expect(json.status).toBe(401);
    expect(json.headers.get('www-authenticate')).toBe('Bearer');
    expect(page.status).toBe(303);
    expect(page.headers.get('location')).toMatch(new RegExp(`^/${council}/staff/sign-in\\?to=`));
  });
});

describe('asking', () => {
  const everything = async () => ({
    case: await platform.client.readCase(reference),
    executions: (await platform.platform.stepFunctions.executions()).map(({ name, history }) => [name, history.length]),
    mail: (await platform.platform.mail.list()).length,
    people: (await platform.send('GET', `/${council}/staff/people`, { as: 'manager' })).json,
  });

  it('with GET or HEAD changes nothing, whatever is asked for and however often', async () => {
    const before = await everything();
    for (const { path, site } of routes.filter(({ method }) => method === 'GET')) {
      const asked = path.replace('{council}', council).replace('{reference}', reference).replace('{id}', task);
      for (const method of ['GET', 'HEAD', 'HEAD', 'GET']) {
        const { status, text } = await platform.send(method, asked, {
          as: site === 'staff' ? 'contact-officer' : undefined,
        });
        expect(status, `${method} ${asked}`).toBeLessThan(500);
        if (method === 'HEAD') expect(text).toBe('');
      }
    }
    await platform.settle();

    expect(await everything()).toEqual(before);
  });

  it.each(['DELETE', 'PATCH', 'OPTIONS', 'PUT'])('with %s for a case is refused', async (method) => {
    const { status } = await platform.send(method, `/${council}/applications/${reference}`);

    expect(status).toBe(404);
  });

  it.each([
    { method: 'POST', path: `/${council}/help`, why: 'is read only' },
    { method: 'GET', path: `/${council}/draft/send`, why: 'is sent to only' },
    { method: 'PUT', path: `/${council}/staff/tasks`, why: 'staff only read' },
    { method: 'POST', path: '/openapi.json', why: 'is about no council' },
  ])('with $method for $path, which $why, is answered with 404', async ({ method, path }) => {
    expect((await platform.send(method, path)).status).toBe(404);
  });

  it.each(['/aply', '/draft/nothing', '/staff/nothing', '/a/b/c/d'])(
    'for %s, which is mistyped, answers 404 with a page of the council that says what to check',
    async (path) => {
      const { status, text } = await platform.send('GET', `/${council}${path}`, { headers: html });

      expect(status).toBe(404);
      expect(text).toContain('Page not found');
      expect(text).toContain('Leicestershire County Council');
    },
  );
});

describe('where a request is', () => {
  const texts = (value: unknown): string[] => {
    if (typeof value === 'string') return value.length > 4 ? [value] : [];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
  };
  /** What was answered freely; a choice's own code may be a word of any page. */
  const written = () =>
    texts(answers)
      .filter((text) => /[A-Z0-9@ ]/.test(text) && !/^[a-z-]+$/.test(text))
      .concat('Roswitha', '1948', 'March');

  it.each([
    { what: 'as JSON', path: () => `/${council}/applications/${reference}` },
    { what: 'as a page', path: () => statusPath() },
    { what: 'with the reference in small letters', path: () => `/${council}/applications/${reference.toLowerCase()}` },
  ])('is told $what without one answer of the person', async ({ path }) => {
    const { status, text } = await platform.send('GET', path());

    expect(status).toBe(200);
    expect(text).toContain(reference);
    expect(written().length).toBeGreaterThan(10);
    for (const answer of written()) expect(text).not.toContain(answer);
  });

  it('has these fields and no other', async () => {
    const { json } = await platform.send('GET', `/${council}/applications/${reference}`);

    expect(json).toEqual({
      reference,
      stage: 'received',
      stageText: expect.any(String),
      nextText: expect.any(String),
      receivedAt: '2026-01-05T10:00:00.000Z',
      targetOn: '2026-01-06',
    });
  });

  it.each(['000-0000-000', 'none', '%00', 'K7M-29QX-T4FX', '..%2F..%2Fstaff'])('is 404 alike for %s', async (other) => {
    const { status, json } = await platform.send('GET', `/${council}/applications/${other}`);

    expect(status).toBe(404);
    expect(json.code).toBe('unknown-application');
  });
});

describe('what staff are answered', () => {
  it('never holds a task’s token, while one waits', async () => {
    const stored = await platform.deps.store.tasks(council as never, reference as never);
    const token = stored.find(({ id }) => id === task)?.token ?? '';
    const given = [
      await platform.send('GET', `/${council}/staff/tasks`, { as: 'contact-officer' }),
      await platform.send('GET', `/${council}/staff/tasks/${task}`, { as: 'contact-officer' }),
      await platform.send('GET', `/${council}/staff/cases/${reference}`, { as: 'manager' }),
      await platform.send('POST', `/${council}/staff/tasks/${task}/assign`, {
        as: 'manager',
        body: { to: platform.member('contact-officer').id },
      }),
    ];

    expect(token.length).toBeGreaterThan(20);
    for (const { status, text } of given) {
      expect(status).toBe(200);
      expect(text).toContain(task);
      expect(text).not.toContain(token);
      expect(text).not.toContain('"token"');
    }
  });
});
