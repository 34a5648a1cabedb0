import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { privateIn } from '../../../domain/forms/private-in-text.ts';
import { knownPage } from '../../../schemas/page-feedback.ts';
import { councilSlug } from '../../../schemas/scalars.ts';
import { feedbackOf } from '../../../services/web/page-feedback.ts';
import { changeCouncil } from '../../support/a-council.ts';
import { createBrowser } from '../../support/browser-client.ts';
import { openCase, signedIn } from '../../support/followed-case.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { readableText } from '../../templates/page-inputs.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const link = 'Is anything wrong with this page? (opens in new tab)';
const read = async (as: 'manager' | 'assessor' = 'manager') =>
  platform.send('GET', `/${council}/staff/feedback`, { as, headers: { accept: 'text/html' } });
const stored = () => feedbackOf(platform.deps, councilSlug.parse(council), 50);

describe('what somebody says of a page (CB54)', () => {
  it('is asked on the pages that everybody sees and on those of a case, and never where one says it', async () => {
    const browser = createBrowser(platform.url);
    for (const path of ['', '/help', '/support', '/forms/needs-assessment', '/case/sign-in', '/nowhere']) {
      expect((await browser.open(`/${council}${path}`)).html, path).toContain(link);
    }
    expect((await browser.open(`/${council}/feedback`)).html).not.toContain(link);
  });

  it('names the page by its pattern, and no case, link or reference', async () => {
    const reference = await openCase(platform);
    const browser = createBrowser(platform.url);
    const status = await browser.open(`/${council}/requests/${reference}`);
    const mine = await signedIn(platform);

    expect(status.html).toContain(`href="/${council}/feedback?about=${encodeURIComponent('/requests/{reference}')}"`);
    for (const { html } of [status, mine.page]) {
      for (const [, href = ''] of html.matchAll(/href="([^"]*\/feedback[^"]*)"/g))
        expect(href).not.toContain(reference);
    }
  });

  it('is kept once without who sent it, and read by managers with its page', async () => {
    const browser = createBrowser(platform.url);
    await browser.open(`/${council}/help`);
    await browser.follow(link);
    browser.set([['useful', 'no']]);
    browser.fill('What should we change? (optional)', 'I do not know what a panel is.');
    const sent = await browser.press('Send');

    expect(sent.heading).toBe('Thank you');
    expect(await stored()).toEqual([
      { about: '/help', useful: 'no', words: 'I do not know what a panel is.', on: '2026-01-05' },
    ]);
    const { status, text } = await read();
    expect(status).toBe(200);
    expect(readableText(text)).toContain('/help');
    expect(readableText(text)).toContain('I do not know what a panel is.');
  });

  it('is kept once where a page is sent twice', async () => {
    const body = new URLSearchParams({ about: '/help', useful: 'yes', words: '', key: 'one-key' }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const before = (await stored()).length;
    for (const _twice of [1, 2]) await platform.send('POST', `/${council}/feedback`, { body, headers });

    expect(await stored()).toHaveLength(before + 1);
  });

  it.each([
    ['useful=', 'Select if the page was useful'],
    ['useful=no&words=Ring me on 01632 960 001', 'Take out a phone number'],
    ['useful=no&words=write to rose@example.com', 'Take out an email address'],
    [`useful=no&words=${'x'.repeat(1201)}`, 'Use 1,200 characters or fewer'],
  ])('is asked again for %s, with what was typed', async (typed, says) => {
    const body = new URLSearchParams(typed).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const { status, text } = await platform.send('POST', `/${council}/feedback`, { body, headers });

    expect(status).toBe(400);
    expect(readableText(text)).toContain(says);
    expect(text).toContain((new URLSearchParams(typed).get('words') ?? '').slice(0, 20));
  });

  it('is read by the role that the council names, and by no other', async () => {
    expect((await read('assessor')).status).toBe(403);
    const undo = changeCouncil(platform.deps, { feedback: { readBy: 'assessor', keepDays: 30 } });

    expect((await read('assessor')).status).toBe(200);
    expect((await read('manager')).status).toBe(403);
    undo();
  });

  it('meets the limit of a network address, and what was typed stays', async () => {
    const undo = changeCouncil(platform.deps, {
      limits: { ...platform.deps.councils.known(council).limits, feedbackPerSender: 1 },
    });
    const send = (words: string) =>
      platform.send('POST', `/${council}/feedback`, {
        body: new URLSearchParams({ useful: 'no', words }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    await send('first');
    const { status, text } = await send('The second words');
    undo();

    expect(status).toBe(429);
    expect(text).toContain('The second words');
  });
});

describe('the page that an address names', () => {
  it.each([
    ['/help', '/help'],
    ['/draft/pages/{page}', '/draft/pages/{page}'],
    ['/draft/pages/about-you', '/draft/pages/about-you'],
    ['/requests/{reference}', '/requests/{reference}'],
    ['/requests/K7M-29QX-T4F', ''],
    ['/elsewhere', ''],
    ['<script>', ''],
  ])('of %s is “%s”', (typed, is) => {
    expect(knownPage(typed)).toBe(is);
  });
});

describe('what looks as if it were about somebody', () => {
  it.each([
    ['my case is K7M-29QX-T4F', 'a reference'],
    ['I live at LE3 8RA', 'a postcode'],
    ['QQ 12 34 56 C', 'a National Insurance number'],
    ['485 777 3456', 'a phone number or another long number'],
    ['Page 3 of 12 is hard, and so is question 4', undefined],
    ['It says 6 to 8 weeks, then 12 months', undefined],
  ])('is found in “%s”: %s', (text, found) => {
    expect(privateIn(text)).toBe(found);
  });
});
