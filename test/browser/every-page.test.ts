import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { everyCouncilHere, otherPages } from '../templates/every-page.ts';
import { type Site, startSite } from './browser.ts';
import { axeViolations, sidewaysScroll } from './page-checks.ts';

const found = inject('browser');

/**
 * Where every page is judged by axe: one council explains words in its pages, the other's names are long. The others' pages are the same but for words and
 * colours, of which contrast is checked for each council without a browser.
 */
const judged = ['warwickshire', 'cambridgeshire'];

/** Pages that a walk would need a case, a link or a fault to reach, drawn from examples and answered in place of one address. */
describe.skipIf(!found)('Every page of a case, of coming back and of what has ended', () => {
  let site: Site;
  beforeAll(async () => {
    if (found) site = await startSite(found);
  });
  afterAll(() => site?.stop());

  it.each(everyCouncilHere.map((council) => [council.slug, council] as const))(
    'of %s fits 320 px, and has no violation where that is judged',
    async (slug, council) => {
      const { page, context, faults } = await site.openPage(`/${slug}`);
      const pages = Object.entries(otherPages(council));
      const wrong: string[] = [];

      for (const [name, html] of pages) {
        await page.route('**/example', (route) =>
          route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
        );
        await page.goto('/example');
        const violations = judged.includes(slug) ? await axeViolations(page) : [];
        for (const fault of [...violations, ...(await sidewaysScroll(page))]) wrong.push(`${name}: ${fault}`);
        await page.unroute('**/example');
      }

      expect(pages.length).toBeGreaterThan(30);
      expect(wrong).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    },
  );
});
