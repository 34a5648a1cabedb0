import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { exe, jpeg, pdf } from '../support/files.ts';
import { openCase } from '../support/followed-case.ts';
import { council } from '../support/platform.ts';
import { type Site, startSite } from './browser.ts';
import { axeViolations, pageFaults, sidewaysScroll } from './page-checks.ts';

const found = inject('browser');

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
const add = async (page: Page, name: string, buffer: Buffer): Promise<void> => {
  await choose(page, name, buffer);
  await page.getByRole('button', { name: 'Add this file' }).click();
  await page.waitForURL(/pages\/documents|\/documents(\?|$)/);
};
const names = (page: Page): Promise<string[]> =>
  page.locator('.careway-documents__name').evaluateAll((all) => all.map((one) => one.firstChild?.textContent ?? ''));

describe.skipIf(!found).each([
  { how: 'without JavaScript', javaScript: false },
  { how: 'with JavaScript', javaScript: true },
])('Documents $how', ({ javaScript }) => {
  let site: Site;
  beforeAll(async () => {
    if (found) site = await startSite(found);
  });
  afterAll(() => site?.stop());

  const openForm = async () => {
    const opened = await site.openPage(`/${council}/forms/needs-assessment`, { javaScript });
    await opened.page.getByRole('button', { name: 'Start now' }).click();
    await opened.page.goto(`/${council}/draft/pages/documents`);
    return opened;
  };

  it('are added to a form one after another, refused in plain words, removed, and shown where answers are checked', async () => {
    const { page, context, faults } = await openForm();

    await add(page, 'Rose’s “best” letter.pdf', pdf());
    await add(page, 'photo.jpg', jpeg(3_000_000));
    await add(page, 'program.pdf', exe());
    const said = await page.locator('.govuk-error-summary').textContent();
    await page.locator('.govuk-error-summary a').click();
    const focused = await page.locator('input[type=file]').evaluate((input) => input.matches(':focus'));
    await page.getByRole('button', { name: 'Remove photo.jpg' }).click();
    const left = await names(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.goto(`/${council}/draft/check`);

    expect(said).toContain('The file must be a photo or a PDF');
    expect(focused).toBe(true);
    expect(left).toEqual(['Rose’s “best” letter.pdf']);
    expect(await page.getByRole('main').textContent()).toContain('Rose’s “best” letter.pdf');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('keep the person on a page of ours where no file was chosen, or one of 11 MB', async () => {
    const { page, context, faults } = await openForm();

    await page.getByRole('button', { name: 'Add this file' }).click();
    const none = await page.locator('.govuk-error-summary').textContent();
    await add(page, 'large.jpg', jpeg(11 * 1024 * 1024));
    const large = await page.locator('.govuk-error-summary').textContent();

    expect(none).toContain('Choose a photo or PDF first');
    expect(large).toContain('must be 10 MB or smaller');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('take a second file from the same form after going back', async () => {
    const { page, context } = await openForm();

    await add(page, 'first.pdf', pdf('first'));
    await page.goBack();
    await add(page, 'second.pdf', pdf('second'));
    await page.goto(`/${council}/draft/pages/documents`);

    expect(await names(page)).toEqual(['first.pdf', 'second.pdf']);
    await context.close();
  });

  it.runIf(javaScript)('that were chosen and not added are added first when “Continue” is pressed', async () => {
    const { page, context, faults } = await openForm();

    await choose(page, 'letter.pdf', pdf());
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Remove letter.pdf' }).waitFor();
    const { pathname } = new URL(page.url());
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL((url) => url.pathname !== pathname);

    expect(pathname).toBe(`/${council}/draft/pages/documents`);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('are added and removed by keyboard alone', async () => {
    const { page, context } = await openForm();

    await page.locator('input[type=file]').focus();
    await choose(page, 'letter.pdf', pdf());
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove letter.pdf' }).waitFor();
    await page.getByRole('button', { name: 'Remove letter.pdf' }).focus();
    await page.keyboard.press('Space');
    await page.getByText('What you have added').waitFor({ state: 'detached' });

    expect(await names(page)).toEqual([]);
    await context.close();
  });

  it('of a case are sent and downloaded', async () => {
    const email = `rose.${javaScript}@example.com`;
    const reference = await openCase(site, { email });
    const { page, context, faults } = await site.openPage(`/${council}/case/sign-in`, { javaScript });
    await page.getByLabel('What is your email address?').fill(email);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByRole('heading', { name: 'Check your email' }).waitFor();
    const [mail] = (await site.platform.mail.list()).filter(({ to }) => to.includes(email));
    await page.goto(/\/leicestershire\/case\/sign-in\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? '');
    for (const [part, value] of Object.entries({ Day: '2', Month: '3', Year: '1948' })) {
      await page.getByLabel(part).fill(value);
    }
    await page.getByRole('button', { name: 'Open my case' }).click();
    await page.goto(`/${council}/case/${reference}/documents`);
    await add(page, 'statement.pdf', pdf('statement'));
    const waiting = javaScript ? await pageFaults(page, await page.reload()) : [];
    await page.getByRole('button', { name: 'Send these documents' }).click();
    await page.getByRole('heading', { name: 'We have your documents' }).waitFor();
    await page.goto(`/${council}/case/${reference}/documents`);
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'statement.pdf' }).click();
    const download = await downloading;

    expect(waiting).toEqual([]);
    expect(download.suggestedFilename()).toBe(`${reference}-document-1.pdf`);
    expect(faults).toEqual([]);
    await context.close();
  });

  it.runIf(javaScript)('are on pages without a fault: none added, some, one refused', async () => {
    const { page, context } = await openForm();

    const none = await pageFaults(page, await page.reload());
    await add(page, `${'a-very-long-name'.repeat(6)}.pdf`, pdf());
    const some = await pageFaults(page, await page.reload());
    await add(page, 'program.pdf', exe());
    // With the focus in the summary, as it should be, the page is not gone through from its beginning.
    const refused = [...(await axeViolations(page)), ...(await sidewaysScroll(page))];

    expect({ none, some, refused }).toEqual({ none: [], some: [], refused: [] });
    await context.close();
  });
});
