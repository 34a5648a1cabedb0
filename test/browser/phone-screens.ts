import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { caseReference } from '../../schemas/scalars.ts';
import { workUpTo } from '../support/case-work.ts';
import { linkTo, rose } from '../support/followed-case.ts';
import type { Site } from './browser.ts';
import { walkForm } from './walk-form.ts';

/** The width of an ordinary phone, in CSS pixels. */
export const phoneWidth = 390;

/**
 * Draws what an ill person meets on a phone, from the start page to what they pay, each whole: a question with an error, the task list,
 * the answers to check, the confirmation, where the request is, the case as its work goes on, the plan and the money.
 */
export const drawPhone = async (
  site: Site,
  draw: (page: Awaited<ReturnType<Site['newPage']>>['page'], name: string) => Promise<void>,
): Promise<void> => {
  const { page } = await site.newPage({ width: phoneWidth });
  const council = '/leicestershire';
  const answers = completeAnswers(needsAssessment, {
    email: rose,
    conditions: ['physical'],
    hasCarer: 'no',
    hardActivities: ['hygiene', 'clothed'],
    hygieneUnable: ['needs-help'],
    clothedUnable: ['needs-help', 'pain-or-distress'],
    effectSize: 'big',
    assessedBefore: 'no',
  });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  await page.goto(council);
  await draw(page, 'start');
  await page.goto(`${council}/help`);
  await draw(page, 'help');
  await page.goto(`${council}/forms/needs-assessment`);
  await walkForm(page, needsAssessment, answers, {
    beforeSending: async () => {
      await draw(page, 'check-answers');
      await site.platform.clock.forward('PT20M');
    },
    onPage: async () => {
      const { pathname } = new URL(page.url());
      if (!pathname.endsWith('/hygiene')) return;
      await press('Continue');
      await draw(page, 'question-with-error');
      await page.goto(`${council}/draft`);
      await draw(page, 'task-list');
      await page.goto(pathname);
    },
  });
  await draw(page, 'confirmation');
  await site.settle();
  const panel = (await page.locator('.govuk-panel').textContent()) ?? '';
  const reference = caseReference.parse(/[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(panel)?.[0]);
  await page.goto(`${council}/requests/${reference}`);
  await draw(page, 'status');

  const birthday = async (button: string) => {
    await page.getByLabel('Day').fill('2');
    await page.getByLabel('Month').fill('3');
    await page.getByLabel('Year').fill('1948');
    await press(button);
  };
  const own = `${council}/case/${reference}`;
  const signIn = async () => {
    await page.goto(`${council}/case/sign-in`);
    await page.getByLabel('What is your email address?').fill(rose);
    await press('Send me a link');
    await page.goto(await linkTo(site, rose));
    await birthday('Open my case');
  };
  await signIn();
  await draw(page, 'case-at-first');
  await workUpTo(site, reference, 'check-plan');
  await page.goto(own);
  await draw(page, 'case');
  await page.goto(`${own}/plan`);
  await draw(page, 'plan-to-agree');
  await page.goto(own);
  await page
    .getByRole('link', { name: /^What you pay/ })
    .first()
    .click();
  await draw(page, 'money');
  await workUpTo(site, reference, 'check-support', 'agree-plan');
  await page.goto(own);
  await draw(page, 'case-with-support');
};
