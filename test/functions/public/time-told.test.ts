import { afterAll, beforeAll, expect, it } from 'vitest';
import { examplePeople } from '../../../schemas/forms/example-people.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { type Browser, createBrowser } from '../../support/browser-client.ts';
import { begin, fillIn } from '../../support/form-journey.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';

let platform: TestPlatform;
let browser: Browser;
beforeAll(async () => {
  platform = await startTestPlatform();
  browser = createBrowser(platform.url);
});
afterAll(() => platform.stop());

it('the start page and each form tell how long it takes, and the list of parts how long the rest of each takes', async () => {
  await browser.open('/leicestershire');
  expect(browser.page.text).toContain('The form takes 20 to 35 minutes');
  expect(browser.page.text).toContain('It takes 15 to 20 minutes.');
  await browser.open('/leicestershire/forms/joint-assessment');
  expect(browser.page.text).toMatch(/It takes 40 to 45 minutes\. You can save it and come back later\./);
  await browser.open('/leicestershire/forms/help-now');
  expect(browser.page.text).toContain('It takes about 6 minutes.');

  await begin(browser, needsAssessment);
  await browser.open('/leicestershire/draft');
  expect(browser.page.text).toContain('What is left takes 20 to 35 minutes.');
  expect(browser.page.text).toContain('3 to 15 minutes. Only the activities that are hard');

  await browser.open('/leicestershire/draft/pages/start-check');
  await fillIn(browser, needsAssessment, examplePeople['needs-assessment'].mild);
  await browser.open('/leicestershire/draft');
  expect(browser.page.text).not.toMatch(/minutes/);
});
