import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { type OpenedPage, type Site, startSite } from './browser.ts';
import { fillPage, typedFields } from './fill-page.ts';
import { walkForm } from './walk-form.ts';

const found = inject('browser');
const formPath = '/leicestershire/forms/needs-assessment';
const answers = completeAnswers(needsAssessment);
const referenceOf = (text: string | null): string => /[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(text ?? '')?.[0] ?? '';
const send = { name: needsAssessment.send };

describe.skipIf(!found).each([
  { how: 'without JavaScript', javaScript: false },
  { how: 'with JavaScript', javaScript: true },
])('A form that is begun $how', ({ javaScript }) => {
  let site: Site;
  beforeAll(async () => {
    if (found) site = await startSite(found);
  });
  afterAll(() => site?.stop());

  const cases = async () => (await site.platform.stepFunctions.executions({ limit: 100 })).length;
  const options = { beforeSending: () => site.platform.clock.forward('PT20M') };

  /** Begins the form and answers its first part. */
  const begin = async (): Promise<OpenedPage> => {
    const opened = await site.openPage(formPath, { javaScript });
    await opened.page.getByRole('button', { name: 'Start now' }).click();
    for (let question = 0; question < 3; question += 1) {
      await fillPage(opened.page, typedFields(needsAssessment, answers));
      await opened.page.getByRole('button', { name: 'Continue' }).last().click();
    }
    return opened;
  };

  it('is gone on with in another browser, by the emailed link and the date of birth', async () => {
    const first = await begin();
    // The first part is done. With the name comes the date of birth, by which they are known again.
    await first.page.getByRole('link', { name: 'About you' }).click();
    await fillPage(first.page, typedFields(needsAssessment, answers));
    await first.page.getByRole('button', { name: 'Continue' }).last().click();
    await first.page.getByRole('button', { name: 'Save and come back later' }).click();
    await first.page.getByLabel('What is your email address?').fill('rose.okafor@example.com');
    await first.page.getByRole('button', { name: 'Save and send me a link' }).click();
    await site.settle();
    const mail = (await site.platform.mail.list()).find(({ to }) => to.includes('rose.okafor@example.com'));
    const link = /http:\S+\/return\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
    const second = await site.openPage(link, { javaScript });

    await fillPage(second.page, typedFields(needsAssessment, answers));
    await second.page.locator('main form').getByRole('button').first().click();
    const headings = await walkForm(second.page, needsAssessment, answers, options);

    expect(headings).not.toContain('Who is filling this in?');
    expect(headings.at(-1)).toMatch(/^We have your/);
    expect([...first.faults, ...second.faults]).toEqual([]);
    await Promise.all([first.context.close(), second.context.close()]);
  });

  it('is sent once, whether the button is pressed twice, the answer asked for again, or the way back taken', async () => {
    const { page, context, faults } = await begin();
    const before = await cases();
    await page.goto('/leicestershire/draft');
    await walkForm(page, needsAssessment, answers, { until: 'Check your answers before you send them' });
    await site.platform.clock.forward('PT20M');

    await page.getByRole('button', send).dblclick();
    await page.getByRole('heading', { name: 'We have your' }).waitFor();
    const reference = referenceOf(await page.locator('.govuk-panel').textContent());
    await page.reload();
    await page.goBack();
    const again = page.getByRole('button', send);
    if (await again.isVisible()) await again.click();
    await page.goto('/leicestershire/draft/sent');
    await site.settle();

    expect(referenceOf(await page.locator('.govuk-panel').textContent())).toBe(reference);
    expect(await cases()).toBe(before + 1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('keeps what was typed when it is wrong, and leads to the field', async () => {
    const { page, context, faults } = await site.openPage(formPath, { javaScript });
    await page.getByRole('button', { name: 'Start now' }).click();
    await page.goto('/leicestershire/draft/pages/name');
    const field = (part: string) => page.locator(`[name="dateOfBirth.${part}"]`);

    await field('day').fill('31');
    await field('month').fill('Febuary');
    await field('year').fill('1948');
    await page.getByRole('button', { name: 'Continue' }).last().click();
    await page.getByRole('alert').getByRole('link', { name: 'Date of birth' }).click();

    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.locator(':focus').getAttribute('name')).toBe('dateOfBirth.day');
    expect([
      await field('day').inputValue(),
      await field('month').inputValue(),
      await field('year').inputValue(),
    ]).toEqual(['31', 'Febuary', '1948']);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('stops where someone is in danger, says what to do, and goes on when that is over', async () => {
    const { page, context, faults } = await site.openPage(formPath, { javaScript });
    await page.getByRole('button', { name: 'Start now' }).click();

    await page.getByRole('radio', { name: 'Yes, someone is in danger now' }).check();
    await page.getByRole('button', { name: 'Continue' }).last().click();
    const said = await page.getByRole('heading', { level: 1 }).textContent();
    await page.getByRole('link', { name: 'Change this answer' }).click();

    expect(said).toContain('Call 999');
    expect(await page.getByRole('radio', { name: 'Yes, someone is in danger now' }).isChecked()).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });
});
