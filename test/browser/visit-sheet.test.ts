import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { workUpTo } from '../support/case-work.ts';
import { council } from '../support/platform.ts';
import { type Site, startSite } from './browser.ts';

const found = inject('browser');

/** How many sides of A4 a printed page takes. */
const sidesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;

describe.skipIf(!found)('the visit sheet on paper', () => {
  let site: Site;
  let reference: string;
  beforeAll(async () => {
    if (!found) return;
    site = await startSite(found, { councils: [council] });
    ({ reference } = await site.client.submit(completeAnswers(needsAssessment, {}), 'one'));
    await site.settle();
    await workUpTo(site, reference, 'check-support');
  });
  afterAll(() => site?.stop());

  it.each(['assessment', 'review'])(
    'for the %s takes two sides, and leaves the ways about the site out',
    async (purpose) => {
      const { page, context } = await site.newPage();
      await context.setExtraHTTPHeaders({ authorization: `Bearer ${await site.token('assessor')}` });

      await page.goto(`/${council}/staff/cases/${reference}/visits/sheet?purpose=${purpose}`);
      const pdf = await page.pdf({ format: 'A4' });
      await page.emulateMedia({ media: 'print' });

      expect(sidesOf(pdf)).toBe(2);
      expect(await page.locator('.moj-sub-navigation').isVisible()).toBe(false);
      expect(await page.locator('h1').isVisible()).toBe(true);
      await context.close();
    },
  );
});
