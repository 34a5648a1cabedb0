import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { councilSlug } from '../../schemas/scalars.ts';
import { createCouncils } from '../../services/runtime/councils.ts';
import { workUpTo } from '../support/case-work.ts';
import { council } from '../support/platform.ts';
import { type Site, startSite } from './browser.ts';
import { pageFaults } from './page-checks.ts';

const found = inject('browser');
const example = { status: 'example', source: 'A test' } as const;

describe.skipIf(!found)('A plan on which a panel decides', () => {
  let site: Site;
  let path: string;

  beforeAll(async () => {
    if (!found) return;
    site = await startSite(found, { councils: [council] });
    const councils = createCouncils([councilSlug.parse(council)]);
    const plans = {
      ...{ checkedBy: 'manager' as const, authorMayCheck: false, ...example },
      limits: { manager: 0 },
      panel: { role: 'manager' as const, quorum: 2, ...example },
    };
    Object.defineProperty(site.deps, 'councils', {
      value: { ...councils, known: (of: Parameters<typeof councils.known>[0]) => ({ ...councils.known(of), plans }) },
    });
    const { reference } = await site.client.submit(completeAnswers(needsAssessment, {}), 'one');
    await site.settle();
    await workUpTo(site, reference, 'check-plan');
    path = `/${council}/staff/tasks/${(await site.client.waitForTask('manager', reference, 'agree-plan-for-council')).id}`;
  });
  afterAll(() => site?.stop());

  it('is opened from its task, has no fault with 320 px, and takes a view that lacks nothing', async () => {
    const { page, context } = await site.newPage();
    await context.setExtraHTTPHeaders({ authorization: `Bearer ${await site.token('manager')}` });

    const response = await page.goto(path);
    expect(page.url()).toMatch(/\/panel$/);
    expect(await pageFaults(page, response)).toEqual([]);
    await page.getByRole('button', { name: 'Record your view' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Select your view');
    await page.getByLabel('Yes', { exact: true }).check();
    await page.getByLabel('Why?', { exact: true }).fill('All needs are met.');
    await page.getByRole('button', { name: 'Record your view' }).click();

    expect(await page.getByRole('heading', { name: 'Change your view' }).count()).toBe(1);
    expect(await page.locator('body').innerText()).toContain('1 of 2 have said their view.');
    await context.close();
  });
});
