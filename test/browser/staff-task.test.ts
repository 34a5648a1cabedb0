import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import { council } from '../support/platform.ts';
import { type PageOptions, type Site, startSite } from './browser.ts';

const found = inject('browser');

describe.skipIf(!found)('A task in a browser', () => {
  let site: Site;
  let count = 0;
  beforeAll(async () => {
    if (found) site = await startSite(found, { councils: [council] });
  });
  afterAll(() => site?.stop());

  const newTriage = async (): Promise<string> => {
    count += 1;
    const { reference } = await site.client.submit(completeAnswers(needsAssessment), `key-${count}`);
    const { id } = await site.client.waitForTask('contact-officer', reference, 'triage-request');
    return `/${council}/staff/tasks/${id}`;
  };
  const signedIn = async (as: StaffRole, path: string, options: PageOptions = {}) => {
    const opened = await site.newPage(options);
    const headers = { authorization: `Bearer ${await site.token(as)}` };
    await opened.context.setExtraHTTPHeaders(headers);
    await opened.page.goto(path);
    return { ...opened, headers };
  };
  const says = (page: Page, words: string | RegExp) => page.getByRole('status').getByText(words).waitFor();

  it('is two presses from the first question, shows what is asked as answers are given, and saves them as they are typed', async () => {
    const { page, faults, context } = await signedIn('contact-officer', await newTriage());

    await page.getByRole('link', { name: 'Say what appears' }).click();
    const supporter = page.locator('[data-question="harmWhat"]');
    // The questions are hidden by the script, a moment after they are there.
    await supporter.waitFor({ state: 'hidden' });
    await page.getByLabel('Yes, and it has not been raised').check();
    await supporter.waitFor();
    expect(await page.getByText('Only answer this if').first().isVisible()).toBe(false);
    await supporter.getByRole('textbox').pressSequentially('She is afraid of him');
    await says(page, /Saved 10:00am/);
    await page.reload();

    expect(await supporter.getByRole('textbox').inputValue()).toBe('She is afraid of him');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('keeps every word for ten minutes without a connection, warns before one leaves, and says when it is saved', async () => {
    const { page, context } = await signedIn('contact-officer', `${await newTriage()}/sections/priority`);
    await page.clock.install();
    const box = page.locator('#reasons');

    await context.setOffline(true);
    await box.fill('She fell on the stairs, and then');
    await page.clock.fastForward(2000);
    await says(page, 'Not saved yet, trying again');
    await page.clock.fastForward('10:00');
    await box.pressSequentially(' again in the kitchen');
    const asked = page.waitForEvent('dialog');
    const leaving = page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await leaving;
    await context.setOffline(false);
    await page.clock.fastForward(31_000);
    await says(page, /Saved 10:00am/);

    const kept = await signedIn('contact-officer', page.url());
    expect(await kept.page.locator('#reasons').inputValue()).toBe(
      'She fell on the stairs, and then again in the kitchen',
    );
    await Promise.all([context.close(), kept.context.close()]);
  });

  it('keeps the page when the session has ended, offers sign-in beside it, and saves by itself after that', async () => {
    const { page, context, headers } = await signedIn('contact-officer', `${await newTriage()}/sections/priority`);

    await context.setExtraHTTPHeaders({});
    await page.locator('#reasons').fill('She fell');
    await page.getByRole('link', { name: 'Sign in (opens a new tab)' }).waitFor();
    expect(await page.locator('#reasons').inputValue()).toBe('She fell');
    await context.setExtraHTTPHeaders(headers);
    await says(page, /Saved 10:00am/);
    await context.close();
  });

  it('shows both texts where two wrote the same answer, and keeps the one that is chosen', async () => {
    const path = `${await newTriage()}/sections/priority`;
    const [one, two] = [await signedIn('contact-officer', path), await signedIn('manager', path)];

    await one.page.locator('#reasons').fill('She is safe for now');
    await says(one.page, /Saved/);
    await two.page.locator('#reasons').fill('She is not safe');
    await says(two.page, /changed .* too/);
    expect(await two.page.getByText('She is safe for now').isVisible()).toBe(true);
    await two.page.getByLabel(/^Keep .*’s$/).check();
    await says(two.page, /Saved/);

    expect(await two.page.locator('#reasons').inputValue()).toBe('She is safe for now');
    await two.page.reload();
    expect(await two.page.getByText('Other texts for this answer (1)').isVisible()).toBe(true);
    await Promise.all([one.context.close(), two.context.close()]);
  });

  it('takes no save of its own that is still under way for somebody else’s, when the whole section is sent', async () => {
    const path = await newTriage();
    const { page, context } = await signedIn('contact-officer', `${path}/sections/priority`);
    let stored = (): void => undefined;
    const isStored = new Promise<void>((resolve) => {
      stored = resolve;
    });
    // The server has it, and its answer never comes.
    await page.route('**/sections/**', async (route) => {
      if (route.request().headers()['accept'] !== 'application/json') return route.continue();
      await route.fetch();
      stored();
    });

    await page.locator('#reasons').fill('She fell');
    await isStored;
    await page.locator('#reasons').fill('She fell twice');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/priority'));

    const kept = await signedIn('contact-officer', `${path}/sections/priority`);
    expect(await kept.page.locator('#reasons').inputValue()).toBe('She fell twice');
    await Promise.all([context.close(), kept.context.close()]);
  });

  it('says without a script which questions to answer, that what is not saved may be lost, and saves by a button', async () => {
    const { page, context } = await signedIn('contact-officer', `${await newTriage()}/sections/need`, {
      javaScript: false,
      width: 320,
    });

    expect(await page.getByText('Only answer this if').first().isVisible()).toBe(true);
    expect(await page.getByText('what you have not saved may be lost').isVisible()).toBe(true);
    await page.locator('#harmWhat').fill('Bruises');
    await page.getByRole('button', { name: 'Save', exact: true }).click();

    await page.getByText('Saved.').waitFor();
    expect(await page.locator('#harmWhat').inputValue()).toBe('Bruises');
    await context.close();
  });

  it('is done by the keyboard alone, from its page to the check of every answer', async () => {
    const { page, context } = await signedIn('contact-officer', `${await newTriage()}/sections/first-step`);

    await page.locator('#outcome').focus();
    await page.keyboard.press('Space');
    await says(page, /Saved/);
    await page.getByRole('button', { name: 'Save and continue' }).focus();
    await page.keyboard.press('Enter');

    const heading = page.getByRole('heading', { name: 'Check and finish' });
    await heading.waitFor();
    expect(new URL(page.url()).pathname).toMatch(/\/check$/);
    await context.close();
  });
});
