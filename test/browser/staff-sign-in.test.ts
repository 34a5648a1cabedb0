import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { council } from '../support/platform.ts';
import { type Site, startSite } from './browser.ts';
import { pageFaults } from './page-checks.ts';
import { enter as enterAs } from './work-by-pages.ts';

const found = inject('browser');

/** A session's hour, less the five minutes in which it is said that it ends. */
const toWarning = 'PT56M';

describe.skipIf(!found)('Staff at a browser', () => {
  let site: Site;
  let reference: string;
  let triage: string;
  beforeAll(async () => {
    if (!found) return;
    site = await startSite(found, { councils: [council, 'coventry'] });
    ({ reference } = await site.client.submit(completeAnswers(needsAssessment), 'one'));
    triage = `/${council}/staff/tasks/${(await site.client.waitForTask('contact-officer', reference, 'triage-request')).id}`;
  });
  afterAll(() => site?.stop());

  const enter = (page: Page, path: string) => enterAs(page, path, site.member('contact-officer').name);

  it('come from the start page to their work by one press, and go out by one from any page', async () => {
    const { page, context, faults } = await site.newPage();
    await page.goto('/_local');

    await page
      .getByRole('link', { name: `${site.member('manager').name}, manager of Leicestershire County Council` })
      .click();
    const at = new URL(page.url()).pathname;
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL((url) => url.pathname === `/${council}/staff/signed-out` && url.search === '');
    const response = await page.reload();

    expect(at).toBe(`/${council}/staff/tasks`);
    expect(await page.locator('h1').innerText()).toBe('You have signed out');
    expect(await pageFaults(page, response)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it.each([{ javaScript: true }, { javaScript: false }])(
    'follow the link of a mail to the first question in two presses after sign-in (JavaScript: $javaScript)',
    async ({ javaScript }) => {
      const { page, context, faults } = await site.newPage({ javaScript });

      await enter(page, triage);
      await page.locator(`a[href^="${triage}/sections/"]`).first().click();

      expect(
        await page.locator('form[action*="/sections/"] :is(input:not([type=hidden]), textarea)').count(),
      ).toBeGreaterThan(0);
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  it('are asked five minutes before their session ends, read what is kept, and stay by one press', async () => {
    const { page, context, faults } = await site.newPage();
    await page.clock.install({ time: new Date(site.deps.clock.now()) });
    await enter(page, triage);

    await site.platform.clock.forward(toWarning);
    await page.clock.fastForward(56 * 60_000);
    await page.clock.runFor(2_000);
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const said = await dialog.innerText();
    await dialog.getByRole('button', { name: 'Stay signed in' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await site.platform.clock.forward('PT50M');
    await page.goto(triage);

    expect(said).toContain('Do you need more time?');
    expect(said).toContain('What you saved is kept.');
    expect(await page.locator('h1').innerText()).toContain('Triage');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('find after lunch, without scripts, what they typed, and stand where they were', async () => {
    const { page, context, faults } = await site.newPage({ javaScript: false });
    const section = `${triage}/sections/priority`;
    await enter(page, section);
    const box = page.locator('textarea').first();
    const typed = 'She has not eaten since Sunday. Her neighbour rang twice.';
    await box.fill(typed);
    await site.platform.clock.forward('PT61M');

    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const told = await page.locator('h1').innerText();
    await page.getByRole('link', { name: 'Sign in and go on' }).click();
    await page.getByRole('button', { name: site.member('contact-officer').name }).click();
    const asked = await page.locator('h1').innerText();
    const response = await page.reload();
    await page.getByRole('button', { name: 'Send it now' }).click();

    expect(told).toBe('What you typed is kept. You are signed out');
    expect(asked).toContain('What you typed was kept');
    expect(response?.status()).toBe(200);
    expect(new URL(page.url()).pathname).toBe(section);
    expect(await page.locator('textarea').first().inputValue()).toBe(typed);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('read a page without fault where a form was kept for them', async () => {
    const { page, context } = await site.newPage();
    const section = `${triage}/sections/priority`;
    await enter(page, section);
    const csrf = await page.locator('form[action*="/sections/"] input[name=csrf]').getAttribute('value');
    await site.platform.clock.forward('PT61M');
    const kept = await context.request.post(section, {
      form: { csrf: csrf ?? '', whyNotSooner: 'A long wait.' },
      headers: { accept: 'text/html' },
    });
    const way = /href="([^"]*sign-in[^"]*)"/.exec(await kept.text())?.[1]?.replaceAll('&amp;', '&') ?? '';

    await page.goto(way);
    await page.getByRole('button', { name: site.member('contact-officer').name }).click();
    const response = await page.reload();

    expect(await page.locator('h1').innerText()).toContain('It has not been sent');
    expect(await pageFaults(page, response)).toEqual([]);
    await context.close();
  });
});
