import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { reviewForAnother } from '../../schemas/forms/review-for-another.ts';
import { routes } from '../../schemas/routes.ts';
import { type Browser, createBrowser } from '../support/browser-client.ts';
import { openCase, signedIn } from '../support/followed-case.ts';
import { begin, fieldsOf } from '../support/form-journey.ts';
import { council, start, startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
let reference: string;
let onCase: Browser;
let onForm: Browser;
beforeAll(async () => {
  platform = await startTestPlatform();
  reference = await openCase(platform);
  onCase = await signedIn(platform);
  onForm = createBrowser(platform.url);
  await begin(onForm, needsAssessment);
});
afterAll(() => platform.stop());

const values = (): Readonly<Record<string, string>> => ({
  council,
  reference,
  form: 'needs-assessment',
  page: needsAssessment.sections[0]?.pages[0]?.id ?? '',
  token: 'A'.repeat(43),
  id: 'none',
  held: 'case',
  code: '0'.repeat(16),
  invited: 'A'.repeat(22),
});
const pathOf = (pattern: string) =>
  pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => values()[name] ?? expect.fail(`nothing stands for ${name}`));

const cookieOf = (...browsers: Browser[]) =>
  browsers.flatMap(({ jar }) => [...jar].map(([name, value]) => `${name}=${value}`)).join('; ');

const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
const post = (path: string, fields: Iterable<readonly [string, string]>, cookie = '') =>
  platform.sendAsIs('POST', path, {
    body: String(new URLSearchParams([...fields].map(([name, value]) => [name, value]))),
    headers: { ...form, ...(cookie && { cookie }) },
  });
const isPage = ({ headers }: Awaited<ReturnType<typeof post>>) =>
  (headers.get('content-type') ?? '').startsWith('text/html');

/** A call of programs, whose bodies are no form. */
const ofPrograms = 'submit-application';
const posts = routes.filter(({ site, method, call }) => site === 'public' && method === 'POST' && call !== ofPrograms);
const path = `/${council}/review-request`;
const asked = (answers: Record<string, string> = {}): [string, string][] => [
  ['submissionKey', 'one'],
  ...fieldsOf(reviewForAnother, {
    ...completeAnswers(reviewForAnother, {
      askerRole: 'provider',
      organisation: 'Example Home Care',
      replyBy: 'email',
      email: 'pat@provider.example.com',
      personName: 'Rose Okafor',
      knowsDateOfBirth: 'yes',
      personDateOfBirth: '1948-03-02',
      personKnows: 'agrees',
      reviewReasons: ['needs-changed'],
      requestUrgent: 'no',
    }),
    ...answers,
  }),
];

describe('every form of the public site', () => {
  it.each(posts)('$path never answers with a page: it sends the browser on, whoever sends rubbish', async (route) => {
    const mine = cookieOf(onCase, onForm);
    for (const cookie of ['', mine]) {
      for (const fields of [[], [['answer', 'x'] as const, ['website', ''] as const]]) {
        const answer = await post(pathOf(route.path), fields, cookie);
        // What a script asks and what programs send is answered in JSON.
        if (isPage(answer)) expect(answer.status).toBe(303);
        else expect(route.path).toMatch(/time-left/);
      }
    }
  });

  it('is walked by this test: there are more than thirty', () => {
    expect(posts.length).toBeGreaterThan(30);
  });

  // `createBrowser` throws where a page answers a form, so each journey that a test walks proves it of its own forms.
  it('says what was done at an address too', async () => {
    const browser = await signedIn(platform);
    await browser.open(`/${council}/case/${reference}/details`);
    browser.set([['phone', '01632 960123']]);
    const done = await browser.press('Save');

    expect(done.heading).toBe('We have saved your details');
    expect(done.path).toMatch(new RegExp(`^/${council}/case/${reference}/details\\?answer=[\\w-]{22}$`));
    expect((await browser.open(done.path)).heading).toBe('We have saved your details');
  });
});

describe('the answer to a form', () => {
  it('has an address where it stands with all that was typed, for the browser that sent it alone', async () => {
    const browser = createBrowser(platform.url);
    await browser.open(path);
    browser.set(asked({ fullName: '', requestDetail: 'She fell on the stairs.' }));
    const wrong = await browser.press('Send your request');
    const again = await browser.open(wrong.path);
    const other = await createBrowser(platform.url).open(wrong.path);

    expect(wrong.errors).toContain('Enter your full name');
    expect(again.html).toBe(wrong.html);
    expect(again.text).toContain('She fell on the stairs.');
    expect(other.text).not.toContain('She fell on the stairs.');
    expect([other.status, other.heading]).toEqual([410, 'We cannot show this page now']);
    expect(other.text).toContain('We may have what you sent.');
  });

  it('is sent from there, and the thanks stand at an address', async () => {
    const browser = createBrowser(platform.url);
    await browser.open(path);
    browser.set(asked({ fullName: '' }));
    await browser.press('Send your request');
    browser.set(asked({ fullName: 'Pat Provider' }));
    const sent = await browser.press('Send your request');

    expect(sent.heading).toBe('We have your request');
    expect((await browser.open(sent.path)).heading).toBe('We have your request');
  });

  it('says nothing in its address, and is gone for who signed out', async () => {
    const browser = await signedIn(platform);
    await browser.open(`/${council}/case/${reference}/details`);
    browser.set([['phone', '01632 960124']]);
    const { path: at } = await browser.press('Save');
    await browser.open(`/${council}/case`);
    await browser.press('Sign out');

    expect(at).not.toContain('960124');
    expect((await browser.open(at)).heading).toBe('Sign in to follow your case');
  });

  it('is gone after an hour, and the form stands there', async () => {
    const browser = createBrowser(platform.url);
    await browser.open(path);
    browser.set(asked({ fullName: '', requestDetail: 'She fell on the stairs.' }));
    const wrong = await browser.press('Send your request');
    await platform.platform.clock.moveTo(Temporal.Instant.from(start).add({ hours: 1 }));
    const later = await browser.open(wrong.path);

    expect(later.status).toBe(200);
    expect(later.text).not.toContain('She fell on the stairs.');
  });

  it('to another site’s form is none: nothing is kept for it', async () => {
    const answer = await platform.sendAsIs('POST', path, {
      body: '',
      headers: { ...form, 'sec-fetch-site': 'cross-site' },
    });

    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});
