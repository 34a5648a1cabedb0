import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { everyCouncilHere, otherPages } from '../templates/every-page.ts';
import { type Site, startSite } from './browser.ts';
import { axeViolations, sidewaysScroll } from './page-checks.ts';

const found = inject('browser');

/** Pages that a walk would need a case, a link or a fault to reach, drawn from examples and answered in place of one address. */
describe.skipIf(!found)('Every page of a case, of coming back and of what has ended', () => {
  let site: Site;
  beforeAll(async () => {
    if (found) site = await startSite(found);
  });
  afterAll(() => site?.stop());

  it.each(everyCouncilHere.map((council) => [council.slug, council] as const))(
    'of %s has no violation, and fits 320 px',
    async (slug, council) => {
      const { page, context, faults } = await site.openPage(`/${slug}`);
      const pages = Object.entries(otherPages(council));
      const wrong: string[] = [];

      for (const [name, html] of pages) {
        await page.route('**/example', (route) =>
          route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
        );
        await page.goto('/example');
        for (const fault of [...(await axeViolations(page)), ...(await sidewaysScroll(page))])
          wrong.push(`${name}: ${fault}`);
        await page.unroute('**/example');
      }

      expect(pages.length).toBeGreaterThan(30);
      expect(wrong).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    },
  );
});
