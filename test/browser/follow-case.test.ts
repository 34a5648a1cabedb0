import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { CaseReference } from '../../schemas/scalars.ts';
import { workUpTo } from '../support/case-work.ts';
import { openCase, rose } from '../support/followed-case.ts';
import { type Site, startSite } from './browser.ts';
import { crawl, faultsOf } from './crawl.ts';
import { axeViolations, pageFaults, sidewaysScroll } from './page-checks.ts';

const found = inject('browser');
/** A folder to which a picture of each page is drawn, for whoever wants to look: `SHOTS=folder`. */
const shots = process.env['SHOTS'];

let site: Site;
let reference: CaseReference;
beforeAll(async () => {
  if (!found) return;
  site = await startSite(found);
  reference = await openCase(site);
});
afterAll(() => site?.stop());

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const heading = async (page: Page) => (await page.getByRole('heading', { level: 1 }).textContent())?.trim();
const linkIn = async (pattern: RegExp) => {
  const mails = await site.platform.mail.list();
  const [newest] = mails.filter(({ to }) => to.includes(rose)).flatMap(({ text }) => pattern.exec(text)?.[0] ?? []);
  if (newest === undefined) throw new Error(`No mail has ${pattern}`);
  return newest;
};
const giveBirthday = async (page: Page) => {
  await page.getByLabel('Day').fill('2');
  await page.getByLabel('Month').fill('3');
  await page.getByLabel('Year').fill('1948');
};
const signIn = async (page: Page) => {
  await page.goto('/leicestershire/case/sign-in');
  await page.getByLabel('What is your email address?').fill(rose);
  await press(page, 'Send me a link');
  await page.goto(await linkIn(/\/leicestershire\/case\/sign-in\/[\w-]{43}/));
  await giveBirthday(page);
  await press(page, 'Open my case');
};
const draw = async (page: Page, name: string) => {
  if (shots === undefined) return;
  await mkdir(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true, animations: 'disabled' });
};

describe.skipIf(!found)('An email address', () => {
  it.each([
    { how: 'with JavaScript, at 320 px', javaScript: true, width: 320 },
    { how: 'without JavaScript', javaScript: false, width: 1200 },
  ])('is confirmed by its link and the date of birth, $how', async ({ javaScript, width }) => {
    const { page, context, faults, document } = await site.openPage('/leicestershire', { javaScript, width });
    const path = await linkIn(/\/leicestershire\/confirm-email\/[\w-]{43}/);
    await page.goto(path);
    await draw(page, `confirm-${width}`);
    if (javaScript) {
      expect(await pageFaults(page, document())).toEqual([]);
      expect(await sidewaysScroll(page)).toEqual([]);
      await press(page, 'Confirm my email address');
      expect(await page.getByRole('alert').textContent()).toContain('Enter the date of birth');
    }
    const used = await page.goto(path);
    if (used?.status() === 200) {
      await giveBirthday(page);
      await press(page, 'Confirm my email address');
      expect(await heading(page)).toBe('Your email address is confirmed');
    } else expect(await heading(page)).toBe('This link does not work any more');
    await draw(page, `confirmed-${width}`);

    expect(faults).toEqual([]);
    await context.close();
  });
});

describe.skipIf(!found)('A case', () => {
  it('is followed at 320 px and at 1200 px: every page that it leads to has no fault and never scrolls sideways', async () => {
    await workUpTo(site, reference, 'check-plan');
    for (const width of [320, 1200]) {
      const { page, context, faults } = await site.openPage('/leicestershire', { width });
      await signIn(page);
      const start = `/leicestershire/case/${reference}`;
      expect(new URL(page.url()).pathname).toBe(start);
      await site.platform.clock.forward('PT2M');

      const paths = await page
        .locator('main a[href^="/leicestershire/case/"]')
        .evaluateAll((links) =>
          (links as { getAttribute(name: string): string | null }[]).map((link) => link.getAttribute('href') ?? ''),
        );
      const read = [...new Set(paths)].filter((path) => !/\/(pdf|everything)$/.test(path));
      expect(read.length).toBeGreaterThan(10);
      await draw(page, `case-${width}`);
      for (const path of read) {
        const response = await page.goto(path);
        expect(await pageFaults(page, response), path).toEqual([]);
        expect(await sidewaysScroll(page), path).toEqual([]);
        await draw(page, `${path.replace(start, 'case').replaceAll('/', '-')}-${width}`);
      }
      expect(faults).toEqual([]);
      await context.close();
    }
  }, 180_000);
});

describe.skipIf(!found)('A review of someone’s plan', () => {
  it.each([
    { width: 320, javaScript: false },
    { width: 1200, javaScript: true },
  ])('is asked for at $width px, with what is wrong first (JavaScript: $javaScript)', async ({ width, javaScript }) => {
    const { page, context, faults } = await site.openPage('/leicestershire/review-request', {
      width,
      javaScript,
    });
    await draw(page, `review-request-${width}`);
    await page.getByLabel('What happened?').fill('She fell twice.');
    await press(page, 'Send your request');
    expect(await page.getByLabel('What happened?').inputValue()).toBe('She fell twice.');
    if (javaScript) {
      // The focus is on what is wrong already.
      expect(await axeViolations(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toEqual([]);
    }
    await draw(page, `review-request-wrong-${width}`);
    for (const name of ['reportAbuse', 'knowsDateOfBirth', 'requestUrgent']) {
      await page.locator(`input[name="${name}"][value="no"]`).check();
    }
    await page.getByLabel('I look after them without pay').check();
    await page.getByLabel('What is your full name?').fill('Ada Okafor');
    await page.getByLabel('By phone').check();
    await page.getByLabel('What is your phone number?').fill('01632 960 001');
    await page.getByLabel('What is their full name?').fill('Rose Okafor');
    await page.locator('#personAddress').fill('12 Sycamore Road, LE3 8RA');
    await page.getByLabel('Yes, and they agree').check();
    await page.getByLabel('Needs have changed').check();
    await press(page, 'Send your request');

    expect(await heading(page)).toBe('We have your request');
    await draw(page, `review-requested-${width}`);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe.skipIf(!found)('The pages before a case', () => {
  it('have no fault: signing in, coming back, and their answers', async () => {
    const paths = [
      '/case/sign-in',
      '/case/sign-in?ended=yes',
      '/return',
      '/review-request',
      `/confirm-email/${'A'.repeat(43)}`,
    ];
    const visited = await crawl(
      site,
      paths.map((path) => `/leicestershire${path}`),
      () => false,
    );

    expect(visited).toHaveLength(paths.length);
    expect(faultsOf(visited)).toEqual([]);
  });
});
