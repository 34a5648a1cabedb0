import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { everyCouncil } from '../../services/runtime/councils.ts';
import { type Site, startSite } from './browser.ts';
import { crawl, faultsOf, knownPaths, publicForms } from './crawl.ts';

const found = inject('browser');
const councils = everyCouncil();

describe.skipIf(!found)('Every page that can be reached', () => {
  let site: Site;
  const references = new Map<string, string>();

  beforeAll(async () => {
    if (!found) return;
    site = await startSite(found);
    const answers = completeAnswers(needsAssessment);
    for (const council of councils) {
      const { status, json } = await site.send('POST', `/${council}/applications`, {
        body: { form: 'needs-assessment', answers },
      });
      expect(status).toBe(201);
      references.set(council, json.reference);
    }
    await site.settle();
  });
  afterAll(() => site?.stop());

  it.each(councils)('of %s has no fault', async (council) => {
    const parameters = {
      council: [council],
      reference: [references.get(council) ?? ''],
      form: publicForms.map(({ id }) => id),
    };
    const from = knownPaths(parameters).filter((path) => path.startsWith(`/${council}`));

    const visited = await crawl(
      site,
      from,
      (path) => path === `/${council}` || path.startsWith(`/${council}/`),
      council === 'leicestershire',
    );

    expect(visited.length).toBeGreaterThan(2);
    expect(faultsOf(visited)).toEqual([]);
  });

  it('of no council has no fault', async () => {
    const from = knownPaths({ council: [] });

    const visited = await crawl(
      site,
      from,
      (path) => !path.startsWith('/_local') && !councils.some((council) => path.startsWith(`/${council}`)),
    );

    expect(faultsOf(visited)).toEqual([]);
  });

  it.each([
    { path: '/no-such-council', status: 404 },
    { path: '/leicestershire/requests/K7M-29QX-T4F', status: 404 },
    { path: '/leicestershire/requests/nonsense', status: 404 },
  ])('$path answers $status with a page that has no fault', async ({ path, status }) => {
    const { page, context } = await site.newPage();

    const response = await page.goto(path);
    const visited = await crawl(site, [path], () => false);

    expect(response?.status()).toBe(status);
    expect(visited).toMatchObject([{ path, faults: [] }]);
    await context.close();
  });
});
