import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCountWork } from '../../functions/scheduled/count-work.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { councilSlug } from '../../schemas/scalars.ts';
import type { Task } from '../../schemas/task.ts';
import { workUpTo } from '../support/case-work.ts';
import { listedTask, writeTasks } from '../support/many-tasks.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
let reference: string;
let waits: Task;
const slug = councilSlug.parse(council);
const team = `/${council}/staff/team`;
const hostile = '=HYPERLINK("http://evil.example")';

beforeAll(async () => {
  platform = await startTestPlatform();
  ({ reference } = await platform.client.submit(completeAnswers(needsAssessment, {}), 'one'));
  await workUpTo(platform, reference, 'check-support');
  const other = completeAnswers(needsAssessment, { firstName: 'Ida', email: 'ida@example.com' });
  const waiting = await platform.client.submit(other, 'two');
  await workUpTo(platform, waiting.reference, 'triage-request');
  const id = `${waiting.reference}.assessment-1.assess-needs` as Task['id'];
  const found = await platform.deps.store.task(slug, id);
  if (found === undefined) throw new Error('Nobody is to assess Ida');
  waits = found;
  const evil = { id: 'evil', name: hostile, email: 'evil@example.com' };
  const body = { name: hostile, email: evil.email, roles: ['contact-officer'] };
  await platform.send('PUT', `/${council}/staff/people/evil`, { as: 'manager', body });
  await writeTasks(platform.platform, [
    ...Array.from({ length: 120 }, (_, at) => listedTask(at, { kind: 'check-authority', dueOn: '2026-01-02' })),
    listedTask(500, { kind: 'check-authority', assignee: evil, dueOn: '2026-03-02' }),
    listedTask(501, {
      kind: 'check-authority',
      assignee: evil,
      waiting: { for: 'health', until: '2026-01-05', since: '2026-01-02T10:00:00.000Z', by: 'evil' },
    }),
  ]);
  // As the first release left it: all of a team in one partition, nothing by who has it.
  await writeTasks(
    platform.platform,
    [listedTask(502, { kind: 'check-authority', assignee: evil, dueOn: '2026-01-03' })],
    (one) => ({ workPk: `WORK#${council}#${one.role}`, duePk: `DUE#${council}`, workSk: `${one.dueOn}#${one.id}` }),
  );
  // The night’s run: at half past five, by the clock.
  await platform.platform.clock.forward('P1D');
});
afterAll(() => platform.stop());

const get = (path: string, accept = 'text/html') => platform.send('GET', path, { as: 'manager', headers: { accept } });
const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the figures of a team', () => {
  it('count what is open and late by team, kind and worker, say as of when, and lead to the lists', async () => {
    const shown = await get(team);
    const { json } = await get(team, 'application/json');

    expect(words(shown.text)).toContain('As of 5:30am on Tuesday 6 January 2026');
    const { name: officers } = platform.deps.councils.known(slug).teams['contact-officer'];
    const teams = json.tables[0].rows.find(([name]: [string]) => name === officers);
    expect(teams).toEqual([expect.any(String), expect.any(Number), 122, expect.any(Number), 0]);
    expect(shown.text).toContain(`/${council}/staff/tasks?whose=all&amp;kind=check-authority&amp;due=late`);
    expect(shown.text).toMatch(/<svg class="careway-chart" role="img" aria-label="Open work by team/);
    expect(words(shown.text)).toContain('in the order of names');
    const list = await get(`/${council}/staff/tasks?whose=all&kind=check-authority&due=late`, 'application/json');
    expect(list.json.tasks.length).toBe(50);
  });

  it('are a file that no spreadsheet takes for a formula', async () => {
    const { text, headers } = await get(`${team}?as=csv&table=workers`);

    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('content-disposition')).toContain('workers.csv');
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")",3,`);
  });

  it('show who waits, with priority, days, what they were last told and the next check-in', async () => {
    const { json } = await get(`${team}/waiting`, 'application/json');
    const page = await get(`${team}/waiting`);
    const row = json.tables[0].rows.find(([who]: [string]) => who.startsWith(waits.reference));

    expect(row.slice(0, 4)).toEqual([`${waits.reference} Ida`, 'In turn', 1, '2 Feb 2026']);
    expect(row[5]).toMatch(/^\d+ (Jan|Feb) 2026$/);
    expect(page.status).toBe(200);
    expect((await get(`${team}/waiting?kind=assess-carer`)).text).toContain('Nobody waits.');
  });

  it('count reviews by month, due and overdue, and list those of one', async () => {
    const { json } = await get(`${team}/reviews`, 'application/json');
    const careCase = (await platform.client.readCase(reference)).case;
    const due = careCase.nextReview?.dueOn ?? '';
    const month = await get(`${team}/reviews?month=${due.slice(0, 7)}`, 'application/json');

    expect(json.tables[0].rows).toContainEqual([expect.stringContaining('2026'), 1, 0]);
    expect(month.json.tables[0].rows[0][0]).toContain(reference);
  });

  it('say how long work took that was finished, beside the target, each counted once', async () => {
    const before = await get(`${team}/times`, 'application/json');
    await createCountWork(platform.deps)();
    const after = await get(`${team}/times`, 'application/json');

    const row = before.json.tables[0].rows.find(([kind]: [string]) => kind === 'Triage the request');
    expect(row).toEqual(['Triage the request', 2, 0, 2, '100%']);
    expect(after.json).toEqual(before.json);
  });

  it('are for managers alone', async () => {
    for (const path of ['', '/waiting', '/reviews', '/times']) {
      const { status } = await platform.send('GET', `${team}${path}?as=csv`, { as: 'assessor' });
      expect(status).toBe(403);
    }
  });
});

describe('the night’s run', () => {
  it('puts what an older release wrote where lists find it', async () => {
    const { id } = listedTask(502, { kind: 'check-authority' });
    const { tasks } = await platform.deps.store.taskPages.page({
      parts: [{ index: 'holder', pk: `HOLDER#${council}#evil#todo` }],
    });

    expect(tasks.map((task) => task.id)).toContain(id);
  });

  it('brings back what waited until that day, with a line in the history', async () => {
    const { id } = listedTask(501, { kind: 'check-authority' });
    const back = await platform.deps.store.task(slug, id);
    const { tasks } = await platform.deps.store.taskPages.page({
      parts: [{ index: 'holder', pk: `HOLDER#${council}#evil#todo` }],
    });

    expect(back?.waiting).toBeUndefined();
    expect(tasks.map((task) => task.id)).toContain(id);
  });
});
