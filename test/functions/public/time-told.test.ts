import { afterAll, beforeAll, expect, it } from 'vitest';
import { timeForForm, timeInWords } from '../../../domain/forms/time-needed.ts';
import type { Form } from '../../../schemas/form-language.ts';
import { examplePeople } from '../../../schemas/forms/example-people.ts';
import { helpNow } from '../../../schemas/forms/help-now.ts';
import { jointAssessment } from '../../../schemas/forms/joint-assessment.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { referral } from '../../../schemas/forms/referral.ts';
import { type Browser, createBrowser } from '../../support/browser-client.ts';
import { begin, fillIn } from '../../support/form-journey.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';

const told = (form: Form) => timeInWords(timeForForm(form));

let platform: TestPlatform;
let browser: Browser;
beforeAll(async () => {
  platform = await startTestPlatform();
  browser = createBrowser(platform.url);
});
afterAll(() => platform.stop());

it('the start page and each form tell how long it takes, and the list of parts how long the rest of each takes', async () => {
  await browser.open('/leicestershire');
  expect(browser.page.text).toContain(`The form takes ${told(needsAssessment)}.`);
  expect(browser.page.text).toContain(`refer someone for an assessment . It takes ${told(referral)}.`);
  await browser.open('/leicestershire/forms/joint-assessment');
  expect(browser.page.text).toContain(`It takes ${told(jointAssessment)}. You can save it`);
  await browser.open('/leicestershire/forms/help-now');
  expect(browser.page.text).toContain(`It takes ${told(helpNow)}. `);

  await begin(browser, needsAssessment);
  await browser.open('/leicestershire/draft');
  expect(browser.page.text).toMatch(/What is left takes \d+ to \d+ minutes\./);
  expect(browser.page.text).toMatch(/Daily life \d+ to \d+ minutes\. Only the activities that are hard/);

  await browser.open('/leicestershire/draft/pages/start-check');
  await fillIn(browser, needsAssessment, examplePeople['needs-assessment'].mild);
  await browser.open('/leicestershire/draft');
  expect(browser.page.text).not.toMatch(/minutes/);
});
