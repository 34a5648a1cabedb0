import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { type Site, startSite } from './browser.ts';
import { crawl, faultsOf } from './crawl.ts';

const found = inject('browser');

describe.skipIf(!found)('The pages of the local platform', () => {
  let site: Site;
  beforeAll(async () => {
    if (!found) return;
    site = await startSite(found);
    await site.client.submit(completeAnswers(needsAssessment, { email: 'rose.okafor@example.com' }), 'one');
    await site.settle();
  });
  afterAll(() => site?.stop());

  it('have no fault: start, mailbox, each mail, executions and each execution', async () => {
    // The lists are the same page under each filter, and everything else under /_local is data.
    const isPage = (path: string) => /^\/_local(\/(mailbox|executions)(\/.*)?)?$/.test(path);

    const visited = await crawl(site, ['/_local'], isPage);

    expect(visited.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/_local', '/_local/mailbox', '/_local/executions']),
    );
    expect(visited.some(({ path }) => path.startsWith('/_local/mailbox/'))).toBe(true);
    expect(visited.some(({ path }) => path.startsWith('/_local/executions/'))).toBe(true);
    expect(faultsOf(visited)).toEqual([]);
  });

  it.each([
    { how: 'without JavaScript', javaScript: false },
    { how: 'with JavaScript', javaScript: true },
  ])('move the clock by a button $how, and say what happened', async ({ javaScript }) => {
    const { page, context, faults } = await site.openPage('/_local', { javaScript });
    const before = site.platform.clock.now().epochMilliseconds;

    await page.getByRole('button', { name: 'Forward 1 day' }).click();

    expect(await page.getByRole('status').textContent()).toContain('The clock has moved');
    expect(site.platform.clock.now().epochMilliseconds - before).toBe(86_400_000);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('say at the field which time they cannot read, and keep it', async () => {
    const { page, context } = await site.openPage('/_local');

    await page.getByLabel('Move the clock to').fill('next Tuesday');
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByRole('alert').getByRole('link').click();

    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.locator(':focus').inputValue()).toBe('next Tuesday');
    await context.close();
  });

  it('lead from a mail to the page that confirms its address, and from the next to the status of the request', async () => {
    const { page, context, faults } = await site.openPage('/_local/mailbox');
    const followMail = async (subject: RegExp, to: RegExp) => {
      await page.getByRole('link', { name: subject }).first().click();
      await page.frameLocator('iframe').getByRole('link').first().click();
      await page.waitForURL(to);
    };

    await followMail(/confirm your email address/, /\/confirm-email\//);
    for (const [part, value] of Object.entries({ Day: '2', Month: '3', Year: '1948' })) {
      await page.getByLabel(part).fill(value);
    }
    await page.getByRole('button', { name: 'Confirm my email address' }).click();
    await page.getByRole('heading', { level: 1, name: 'confirmed' }).waitFor();
    await site.settle();
    await page.goto('/_local/mailbox');
    await followMail(/have your (application|request)/, /\/requests\//);

    expect(await page.getByRole('heading', { level: 1, name: 'Where your request is' }).count()).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });
});
