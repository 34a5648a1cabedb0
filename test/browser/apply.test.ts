import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { type Site, startSite } from './browser.ts';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './expectations.ts';
import { fillPage, typedFields } from './fill-page.ts';

const found = inject('browser');
const send = { name: needsAssessment.send };
const referenceOf = (text: string | null): string => /[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(text ?? '')?.[0] ?? '';

describe.skipIf(!found).each([
  { how: 'without JavaScript', javaScript: false },
  { how: 'with JavaScript', javaScript: true },
])('The form on one page $how', ({ javaScript }) => {
  let site: Site;
  beforeAll(async () => {
    if (found) site = await startSite(found);
  });
  afterAll(() => site?.stop());

  const cases = async () => (await site.platform.stepFunctions.executions({ limit: 100 })).length;

  it('is filled in by its labels and sent, and its status can be followed', async () => {
    const { page, context, faults } = await site.openPage('/leicestershire/apply', { javaScript });

    await fillPage(page, typedFields(needsAssessment, completeAnswers(needsAssessment)));
    await page.getByRole('button', send).click();
    const reference = referenceOf(await page.locator('.govuk-panel').textContent());
    await site.settle();

    expect(await page.getByRole('heading', { level: 1, name: 'We have your application' }).count()).toBe(1);
    expect(reference).toMatch(/-/);
    await expectNoSidewaysScroll(page);
    if (javaScript) await expectNoAxeViolations(page);
    await page.goto(`/leicestershire/requests/${reference}`);
    expect(await page.getByRole('main').textContent()).toContain(reference);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is sent once by a double click, and once more is the same when the answer is asked for again', async () => {
    const before = await cases();
    const { page, context, faults } = await site.openPage('/leicestershire/apply', { javaScript });
    await fillPage(page, typedFields(needsAssessment, completeAnswers(needsAssessment)));

    await page.getByRole('button', send).dblclick();
    await page.getByRole('heading', { name: 'We have your application' }).waitFor();
    const reference = referenceOf(await page.locator('.govuk-panel').textContent());
    await page.reload();
    await site.settle();

    expect(referenceOf(await page.locator('.govuk-panel').textContent())).toBe(reference);
    expect(await cases()).toBe(before + 1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says every fault in a summary that leads to the field, and keeps what was typed', async () => {
    const { page, context, faults } = await site.openPage('/leicestershire/apply', { javaScript });
    const typed = {
      firstName: 'Róisín “Rose” <b>',
      'dateOfBirth.day': '31',
      'dateOfBirth.month': '2',
      'dateOfBirth.year': '1948',
      postcode: 'not one',
      urgent: ['other', 'leaving-hospital'],
      urgentDetail: 'Line one\nline two & more',
      livesWith: 'alone',
      immediateDanger: 'no',
    };
    await fillPage(page, typed);

    await page.getByRole('button', send).click();
    const summary = page.getByRole('alert');
    const links = await summary.getByRole('link').all();

    expect(await page.title()).toMatch(/^Error: /);
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) {
      const target = (await link.getAttribute('href')) ?? '';
      await link.click();
      const focused = page.locator(':focus');
      expect(`#${await focused.getAttribute('id')}`).toBe(target);
      expect(await page.locator(target).getAttribute('name')).toBeTruthy();
    }
    expect(await page.locator('[name="firstName"]').inputValue()).toBe(typed.firstName);
    expect(await page.locator('[name="dateOfBirth.day"]').inputValue()).toBe('31');
    expect(await page.locator('[name="postcode"]').inputValue()).toBe('not one');
    expect(await page.locator('[name="urgentDetail"]').inputValue()).toBe(typed.urgentDetail);
    expect(await page.locator('[name="urgent"]:checked').count()).toBe(2);
    expect(await page.locator('[name="livesWith"]:checked').getAttribute('value')).toBe('alone');
    await expectNoSidewaysScroll(page);
    if (javaScript) await expectNoAxeViolations(page);
    expect(faults).toEqual([]);
    await context.close();
  });
});
