import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type OpenedPage, type Site, startSite } from './browser.ts';
import { axeViolations, pageFaults, sidewaysScroll } from './page-checks.ts';

/** A document, as far as these tests look into one. */
declare const document: { readonly activeElement: { readonly textContent: string; readonly className: string } | null };

const found = inject('browser');
const at = '/leicestershire/draft';
const start = '/leicestershire/forms/needs-assessment';
const minutes = (count: number) => count * 60_000;

let site: Site;
beforeAll(async () => {
  if (found) site = await startSite(found);
});
afterAll(() => site?.stop());

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click();
const heading = (page: Page) =>
  page
    .getByRole('heading', { level: 1 })
    .textContent()
    .then((text) => text?.trim());
/** Time passes for the server and for the browser alike. */
const wait = async (page: Page, ms: number) => {
  await site.platform.clock.forward({ milliseconds: ms });
  await page.clock.fastForward(ms);
};

describe.skipIf(!found)('Easy Read', () => {
  it.each([
    { how: 'with JavaScript', javaScript: true, width: 1280 },
    { how: 'without JavaScript', javaScript: false, width: 320 },
  ])('leads through the first part, and every page is as it should be, $how', async ({ javaScript, width }) => {
    const { page, context, faults, document: answer } = await site.openPage(start, { javaScript, width });
    await press(page, 'Start with easy read and pictures');
    const seen: string[] = [];
    const next = async (choose: () => Promise<void>) => {
      seen.push((await heading(page)) ?? '');
      // The checks run in the page, which a browser without JavaScript does not do.
      if (javaScript) expect(await pageFaults(page, answer())).toEqual([]);
      for (const picture of await page.locator('.careway-pictured img').all()) {
        expect((await picture.boundingBox())?.width).toBeGreaterThan(60);
        expect(await picture.getAttribute('alt')).toBe('');
      }
      await choose();
      await press(page, 'Continue');
    };

    await next(() => page.getByLabel('No', { exact: true }).check());
    await next(() => page.getByLabel('I am doing it for me').check());
    await next(() => page.getByLabel('Something else is urgent').check());

    expect(seen).toEqual([
      'Is someone in danger, or being hurt?',
      'Who is filling this in?',
      'Is any of this happening now?',
    ]);
    expect(await heading(page)).toBe('What must happen soon?');
    expect(faults).toEqual([]);
    await context.close();
  });

  it.each([{ javaScript: true }, { javaScript: false }])(
    'is chosen and left with what was typed still there, JavaScript: $javaScript',
    async ({ javaScript }) => {
      const { page, context, faults } = await site.openPage(start, { javaScript });
      await press(page, 'Start now');
      await page.getByLabel('No', { exact: true }).check();

      await press(page, 'Easy read with pictures');
      const easy = [await heading(page), await page.getByLabel('No', { exact: true }).isChecked()];
      await press(page, 'Go back to the plain words');
      const plain = [await heading(page), await page.getByLabel('No', { exact: true }).isChecked()];

      expect(easy).toEqual(['Is someone in danger, or being hurt?', true]);
      expect(plain).toEqual(['Is anyone in danger, or being hurt or neglected?', true]);
      expect(faults).toEqual([]);
      await context.close();
    },
  );
});

describe.skipIf(!found)('“Exit this page”', () => {
  /** Opens the first page, which asks about danger. The other site is not asked for: a page of ours stands for it. */
  const onSensitivePage = async (javaScript: boolean): Promise<OpenedPage & { left: string[] }> => {
    const opened = await site.newPage({ javaScript });
    const left: string[] = [];
    await opened.context.route('**/exit', async (route) => {
      const response = await route.fetch({ maxRedirects: 0 });
      left.push(response.headers()['location'] ?? '');
      await route.fulfill({ status: 200, contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' });
    });
    await opened.page.goto(start);
    await press(opened.page, 'Start now');
    if (javaScript) await opened.page.locator('body.js-enabled').waitFor();
    return { ...opened, left };
  };
  const button = (page: Page) => page.locator('.govuk-exit-this-page__button');

  it.each([
    { how: 'the button', leave: (page: Page) => button(page).click() },
    {
      how: 'Shift, three times',
      leave: async (page: Page) => {
        for (let time = 0; time < 3; time += 1) await page.keyboard.press('Shift');
      },
    },
    {
      how: 'the second link, by keyboard',
      leave: async (page: Page) => {
        await page.locator('.govuk-js-exit-this-page-skiplink').focus();
        await page.keyboard.press('Enter');
      },
    },
  ])('leaves by $how, and Back leads past it to the page before', async ({ leave }) => {
    const { page, context, left, faults } = await onSensitivePage(true);

    await leave(page);
    await page.getByRole('heading', { name: 'Weather' }).waitFor();
    await page.goBack();

    expect(left[0]).toBe('https://www.bbc.co.uk/weather');
    expect(new URL(page.url()).pathname).toBe(start);
    await page.goto(`${at}/pages/start-check`);
    expect(await heading(page)).not.toContain('danger');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is a plain link without JavaScript, and Back shows nothing of the form', async () => {
    const { page, context, left } = await onSensitivePage(false);

    await button(page).click();
    await page.getByRole('heading', { name: 'Weather' }).waitFor();
    await page.goBack();

    expect(left).toEqual(['https://www.bbc.co.uk/weather']);
    expect(await heading(page)).not.toContain('danger');
    await context.close();
  });
});

describe.skipIf(!found)('The time that is left', () => {
  /** A form’s first page at a browser whose clock the test moves. */
  const open = async (): Promise<OpenedPage> => {
    const opened = await site.newPage();
    await opened.page.clock.install({ time: new Date(site.deps.clock.now()) });
    await opened.page.goto(start);
    await press(opened.page, 'Start now');
    await opened.page.locator('body.js-enabled').waitFor();
    return opened;
  };
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Do you need more time?' });
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent.trim());
  const left = async (page: Page): Promise<number> => {
    const response = await page.request.get('/leicestershire/time-left/draft');
    return (await response.json()).secondsLeft;
  };

  it('is asked about 5 minutes before the end, and not 6', async () => {
    const { page, context, faults } = await open();

    await wait(page, minutes(54));
    await page.clock.runFor(3_000);
    const early = await dialog(page).isVisible();
    await wait(page, minutes(1));
    await page.clock.runFor(2_000);
    await dialog(page).waitFor();

    expect(early).toBe(false);
    expect(await dialog(page).locator('[data-count]').textContent()).toMatch(/^(5 minutes|4 minutes 5\d seconds)$/);
    expect(await dialog(page).getByRole('status').textContent()).toBe('5 minutes');
    expect(await focused(page)).toBe('Stay on this page');
    expect(faults).toEqual([]);
    await context.close();
  });

  it.each([
    { how: 'the button', stay: (page: Page) => press(page, 'Stay on this page') },
    { how: 'Escape', stay: (page: Page) => page.keyboard.press('Escape') },
  ])('is an hour again by $how, with what was typed and the focus where they were', async ({ stay }) => {
    const { page, context, faults } = await open();
    await page.getByLabel('Yes, someone is in danger now').check();
    await wait(page, minutes(57));
    await page.clock.runFor(2_000);
    await dialog(page).waitFor();

    const renewed = page.waitForResponse((response) => response.request().method() === 'POST');
    await stay(page);
    await renewed;
    await dialog(page).waitFor({ state: 'hidden' });

    expect(await left(page)).toBe(3600);
    expect(await page.getByLabel('Yes, someone is in danger now').isChecked()).toBe(true);
    expect(await page.getByLabel('Yes, someone is in danger now').evaluate((radio) => radio.matches(':focus'))).toBe(
      true,
    );
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is not asked about where another tab was busy meanwhile', async () => {
    const { page, context, faults } = await open();
    await site.platform.clock.forward({ minutes: 50 });
    const other = await context.newPage();
    await other.goto(at);
    await site.platform.clock.forward({ minutes: 6 });

    const asked = page.waitForResponse((response) => response.url().includes('/time-left/'));
    await page.clock.fastForward(minutes(56));
    await page.clock.runFor(2_000);
    await asked;

    expect(await dialog(page).isVisible()).toBe(false);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is over for a page that nobody answered: it is left, and says what happened', async () => {
    const { page, context } = await open();
    await wait(page, minutes(57));
    await page.clock.runFor(2_000);
    await dialog(page).waitFor();
    await wait(page, minutes(4));
    await page.clock.runFor(2_000);

    await page.getByRole('heading', { level: 1, name: 'We closed your form to keep it private' }).waitFor();

    expect(new URL(page.url()).pathname).toBe(at);
    expect(await page.getByRole('main').textContent()).toMatch(/Your answers are kept until/);
    await context.close();
  });

  it('is over for a page on which something was typed: that is saved, and then the form is closed', async () => {
    const { page, context } = await open();
    await page.getByLabel('No', { exact: true }).check();
    await wait(page, minutes(57));
    await page.clock.runFor(2_000);
    await dialog(page).waitFor();
    await wait(page, minutes(4));
    await page.clock.runFor(5_000);

    await page.getByRole('heading', { level: 1, name: 'We closed your form to keep it private' }).waitFor();

    expect(await page.getByRole('main').textContent()).toContain('We saved the page that you had open.');
    await context.close();
  });

  it('has nothing wrong with its dialog, by axe and at 320 px', async () => {
    const { page, context, document: answer } = await open();
    await wait(page, minutes(57));
    await page.clock.runFor(2_000);
    await dialog(page).waitFor();

    expect(answer()?.status()).toBe(200);
    expect([...(await axeViolations(page)), ...(await sidewaysScroll(page))]).toEqual([]);
    await context.close();
  });

  it('is a line at the foot of the page without JavaScript, and no dialog', async () => {
    const { page, context } = await site.openPage(start, { javaScript: false });
    await press(page, 'Start now');

    expect(await page.getByText(/If you do nothing until \d/).isVisible()).toBe(true);
    expect(await page.locator('dialog').isVisible()).toBe(false);
    await context.close();
  });
});

describe.skipIf(!found)('A page that was sent with a mistake', () => {
  it('has “Error:” first in its title, the focus on the summary, and a link to the first field', async () => {
    const { page, context } = await site.openPage(start);
    await press(page, 'Start now');
    await press(page, 'Continue');
    await page.locator('body.js-enabled .govuk-error-summary').waitFor();

    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('govuk-error-summary');
    await page.getByRole('link', { name: 'Select whether anyone is in danger' }).click();
    expect(await page.getByLabel('No', { exact: true }).evaluate((radio) => radio.matches(':focus'))).toBe(true);
    await context.close();
  });
});
