import { afterEach, beforeEach, expect, it } from 'vitest';
import { jointAssessment } from '../../../schemas/forms/joint-assessment.ts';
import { type Browser, createBrowser } from '../../support/browser-client.ts';
import { begin, fillIn } from '../../support/form-journey.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';

let platform: TestPlatform;
let browser: Browser;
beforeEach(async () => {
  platform = await startTestPlatform();
  browser = createBrowser(platform.url);
});
afterEach(() => platform.stop());

it('a long form is checked part by part; a change comes back to its part; the list of parts sends it', async () => {
  await begin(browser, jointAssessment);
  await fillIn(browser, jointAssessment);
  const all = browser.page;
  const links = [...all.html.matchAll(/href="([^"]*\/draft\/check\?part=[\w-]+)"/g)].map(([, href = '']) => href);
  expect(links.length).toBeGreaterThan(5);
  expect(all.html).not.toContain('Okafor');

  const checked: string[] = [];
  await browser.open(links[0] ?? '');
  for (const link of links) {
    expect(browser.page.path).toBe(link);
    checked.push(browser.page.text);
    const next = /<a href="([^"]*part=[\w-]+)"[^>]*class="govuk-button"/.exec(browser.page.html)?.[1];
    if (next) await browser.open(next);
  }
  expect(checked.join(' ')).toContain('Okafor');

  const change = /href="([^"]*\/draft\/pages\/[\w-]+\?change=yes)"/.exec(browser.page.html)?.[1] ?? '';
  await browser.open(change);
  expect((await browser.press('Continue')).path).toBe(links.at(-1));

  await platform.platform.clock.forward({ minutes: 1 });
  await browser.follow('Back to all parts');
  expect((await browser.press(jointAssessment.send)).path).toBe('/leicestershire/draft/sent');
});
