import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { type Browser, createBrowser, type PageSeen } from '../../support/browser-client.ts';
import { begin, fillIn } from '../../support/form-journey.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { codeInPage, htmlFaults } from '../../templates/html-faults.ts';

const at = '/leicestershire/draft';
let platform: TestPlatform;
const pages: Record<string, PageSeen> = {};
const birth: [string, string][] = [
  ['dateOfBirth.day', '2'],
  ['dateOfBirth.month', '3'],
  ['dateOfBirth.year', '1948'],
  ['assessedBefore', 'no'],
];

const visitAll = async (browser: Browser) => {
  const keep = (name: string) => {
    pages[name] = browser.page;
  };
  await browser.open('/leicestershire/forms/needs-assessment');
  keep('start');
  await begin(browser, needsAssessment);
  await browser.press('Continue');
  keep('error');
  browser.fill('Yes, someone is in danger now');
  await browser.press('Continue');
  keep('stop');
  await browser.open(at);
  keep('tasks begun');
  await browser.open(`${at}/check`);
  await browser.open(`${at}/pages/start-check`);
  browser.fill('No');
  await browser.press('Continue');
  await browser.open(`${at}/check`);
  keep('check with something missing');
  await browser.open(`${at}/pages/people`);
  browser.set([
    ['looksAfter', 'nobody'],
    ['hasCarer', 'yes'],
  ]);
  await browser.press('Continue');
  await browser.press('Add another helper');
  keep('rows');
  const other = browser.tab();
  await other.open(`${at}/pages/name`);
  await browser.open(`${at}/pages/name`);
  browser.set([['firstName', 'Rose'], ['lastName', 'Okafor'], ...birth]);
  await browser.press('Continue');
  other.set([['firstName', 'Rosemary'], ['lastName', 'Okafor'], ...birth]);
  pages['two windows'] = await other.press('Continue');
  await browser.open(at);
  await fillIn(browser, needsAssessment, { filledInBy: 'helper', updatesTo: ['helper'] });
  keep('check');
  await browser.open(at);
  keep('tasks done');
  for (const page of ['name', 'conditions', 'hard-activities', 'address', 'sign', 'carers-future']) {
    await browser.open(`${at}/pages/${page}`);
    keep(page);
  }
  await browser.open(`${at}/save`);
  await browser.press('Save and send me a link');
  keep('save with an error');
  browser.fill('What is your email address?', 'ada@example.com');
  await browser.press('Save and send me a link');
  keep('saved');
  const mailed = await platform.platform.mail.list();
  await browser.open(/\/leicestershire\/return\/[\w-]+/.exec(mailed[0]?.text ?? '')?.[0] ?? '');
  keep('link');
  await browser.press('Open my form');
  keep('link with an error');
  await browser.open('/leicestershire/return/unknown');
  keep('dead link');
  await browser.open('/leicestershire/return');
  keep('return');
  await platform.platform.clock.forward({ minutes: 20 });
  await browser.open(`${at}/check`);
  await browser.press(needsAssessment.send);
  await platform.settle();
  await browser.open(`${at}/sent`);
  keep('sent');
  await platform.platform.clock.forward({ minutes: 70 });
  await browser.open(at);
  keep('ended');
  await createBrowser(platform.url)
    .open(at)
    .then((page) => {
      pages['none'] = page;
    });
};

beforeAll(async () => {
  platform = await startTestPlatform();
  await visitAll(createBrowser(platform.url));
}, 60_000);
afterAll(() => platform.stop());

describe('the pages of an unfinished form', () => {
  it('are 24 and each has a heading of its own', () => {
    expect(Object.values(pages).filter(({ heading }) => heading === '')).toEqual([]);
    expect(Object.keys(pages)).toHaveLength(24);
  });

  it('are valid, accessible HTML with one h1, no script or style of their own', async () => {
    for (const [name, { html }] of Object.entries(pages)) {
      expect(await htmlFaults(html), name).toEqual([]);
      expect(html.match(/<h1\b/g), name).toHaveLength(1);
      expect(html, name).not.toMatch(codeInPage);
    }
  });

  it('say “Error:” in the title where something is wrong, and only there', () => {
    for (const [name, { html }] of Object.entries(pages)) {
      expect(/<title>Error: /.test(html), name).toBe(/error|missing/.test(name));
    }
  });

  it('carry the strict policy, are kept nowhere, and have nothing personal in their addresses', () => {
    for (const [name, { headers, path }] of Object.entries(pages)) {
      expect(headers.get('content-security-policy'), name).toMatch(
        /^default-src 'none'; script-src 'self'; (?!.*unsafe)/,
      );
      expect(headers.get('cache-control'), name).toBe('no-store');
      expect(path, name).not.toMatch(/rose|okafor|example\.com|1948/i);
    }
  });
});
