import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { routes } from '../../schemas/routes.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { workLists } from '../../schemas/work-lists.ts';
import { workUpTo } from '../support/case-work.ts';
import { council } from '../support/platform.ts';
import { type Site, startSite } from './browser.ts';
import { pageFaults } from './page-checks.ts';

const found = inject('browser');

const gets = routes.filter(({ site, method }) => site === 'staff' && method === 'GET');

/** Calls that answer a file, JSON or another address to everybody; each page is opened as a manager unless another role is named here. */
const noPages: readonly string[] = [
  'read-visit',
  'read-document',
  'read-copy',
  'sign-in',
  'finish-sign-in',
  'show-staff-time-left',
  // Holds something only after a session has ended: `staff-sign-in.test.ts` opens it then.
  'show-kept-form',
];
const readers: Readonly<Record<string, StaffRole>> = {
  'read-task': 'key-worker',
  'read-section': 'key-worker',
  'check-task': 'key-worker',
};

/** Every page of staff by its route: a new one is judged as soon as it has its line in the routes. */
describe.skipIf(!found)('Every page of the staff site', () => {
  let site: Site;
  let names: Readonly<Record<string, string>>;

  beforeAll(async () => {
    if (!found) return;
    site = await startSite(found, { councils: [council] });
    const { reference } = await site.client.submit(completeAnswers(needsAssessment, {}), 'one');
    await site.settle();
    await workUpTo(site, reference, 'agree-plan');
    const { json: careCase } = await site.send('GET', `/${council}/staff/cases/${reference}`, { as: 'manager' });
    const { json } = await site.send('GET', `/${council}/staff/tasks`, { as: 'key-worker' });
    const post = async (to: string, body: string): Promise<string> => {
      const { headers } = await site.send('POST', `/${council}/staff/${to}`, {
        as: 'manager',
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      return headers.get('location') ?? '';
    };
    const again = await site.client.submit(completeAnswers(needsAssessment, {}), 'two');
    await site.settle();
    const { json: other } = await site.send('GET', `/${council}/staff/cases/${again.reference}`, { as: 'manager' });
    const begun = await post('forms', 'form=help-now&formChannel=phone');
    const search = (await post('find', 'words=Okafor')).split('/').at(-1) ?? '';
    const [, draft = '', page = ''] = /forms\/([^/]+)\/pages\/(.+)/.exec(begun) ?? [];
    names = {
      council,
      draft,
      page,
      search,
      reference,
      other: other.case.personId,
      id: json.tasks[0].id,
      person: careCase.case.personId,
      record: 'application',
      role: 'assessor',
      stage: 'plan',
      kind: 'assess-needs',
      form: 'complaint',
      section: workLists[json.tasks[0].kind as TaskKind].sections[0]?.id ?? '',
    };
  });
  afterAll(() => site?.stop());

  it.each(gets.filter(({ call }) => !noPages.includes(call)).map(({ path, call }) => [path, call] as const))(
    '%s has no fault, with 320 px and the keyboard too',
    async (path, call) => {
      const { page, context } = await site.newPage();
      const as = readers[call] ?? 'manager';
      await context.setExtraHTTPHeaders({ authorization: `Bearer ${await site.token(as)}` });
      const address = path
        .replace('/copies/{id}', '/copies/application.application')
        .replace('/persons/{id}', `/persons/${names['person']}`)
        .replace('/people/{id}', `/people/${site.member('key-worker').id}`)
        .replace(/\/(join|part)$/, '/$1?other={other}')
        .replaceAll(/\{(\w+)\}/g, (_, name: string) => names[name] ?? `no-${name}`);

      const response = await page.goto(address);

      expect(response?.status(), address).toBeLessThan(400);
      if (response?.headers()['content-type']?.startsWith('text/html')) {
        expect(await pageFaults(page, response)).toEqual([]);
      }
      await context.close();
    },
  );
});
