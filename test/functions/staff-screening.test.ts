import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCountWork } from '../../functions/scheduled/count-work.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { councilSlug } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import { screeningFound } from '../../schemas/work-figures.ts';
import { unending } from '../../services/runtime/run-time.ts';
import { figuresPartition } from '../../services/store/keys.ts';
import { donePart } from '../../services/store/task-keys.ts';
import { createScreeningCount } from '../../services/work/screening-count.ts';
import { workUpTo } from '../support/case-work.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';

let platform: TestPlatform;
const slug = councilSlug.parse(council);
const page = `/${council}/staff/team/screening`;
const stored = () => platform.deps.store.items.list(screeningFound, figuresPartition(slug), 'SCREENING#');
const get = (path: string, as: StaffRole = 'manager', accept = 'application/json') =>
  platform.send('GET', path, { as, headers: { accept } });

beforeAll(async () => {
  platform = await startTestPlatform();
  const answers = completeAnswers(needsAssessment, {
    hardActivities: ['nutrition', 'toilet'],
    nutritionUnable: ['needs-help'],
    toiletUnable: ['needs-help'],
  });
  const { reference } = await platform.client.submit(answers, 'one');
  await workUpTo(platform, reference, 'estimate-budget');
  await platform.platform.clock.forward('P1D');
});
afterAll(() => platform.stop());

describe('what the form misses', () => {
  it('is counted at night from the first decision about each person, once however often the night’s run is done', async () => {
    const [month] = await stored();
    await createCountWork(platform.deps)();
    await platform.platform.clock.forward('P1D');
    const [after] = await stored();

    expect(month?.adult).toMatchObject({ decided: 1, notSure: 0 });
    expect(month?.adult.outcomes['toilet']?.ticked).toBe(1);
    expect(Object.values(month?.adult.outcomes ?? {}).some(({ found }) => found === 1)).toBe(true);
    expect(after?.adult).toEqual(month?.adult);
    expect(month?.carer.decided).toBe(0);
  });

  it('goes on where a run had no time, and counts nobody twice', async () => {
    const [before] = await stored();
    await platform.deps.store.items.remove(figuresPartition(slug), `SCREENING#${before?.month}`);

    let parts = 3;
    const short = { remainingMs: () => (parts-- > 0 ? 60_000 : 0) };
    expect(await createScreeningCount(platform.deps)(slug, short)).toBe(false);
    expect(await stored()).toEqual([]);
    expect(await createScreeningCount(platform.deps)(slug, unending)).toBe(true);

    expect((await stored())[0]?.adult).toEqual(before?.adult);
  });

  it('is told with no number below five, as a page, as JSON and as a file', async () => {
    const { json } = await get(page);
    const shown = await get(page, 'manager', 'text/html');
    const csv = await get(`${page}?as=csv&table=adults`);

    expect(json.tables.map(({ id }: { id: string }) => id)).toEqual(['adults', 'carers', 'adults-said', 'carers-said']);
    expect(json.tables[0].rows).toHaveLength(10);
    expect(json.tables[0].rows[0]).toEqual(['Eating and drinking', ...Array(5).fill('Fewer than 5')]);
    expect(shown.text).toContain('A form that misses much is a form to mend.');
    expect(shown.text).toContain('What the form misses');
    expect(csv.text).toContain('"Using the toilet","Fewer than 5"');
  });

  it('reads the counts alone, and no case', async () => {
    const { part } = await platform.deps.store.taskPages.part(donePart(slug));

    expect(part.length).toBeGreaterThan(3);
    expect(JSON.stringify((await stored())[0])).not.toMatch(/[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}/);
  });

  it('takes months the wrong way round, and months that nobody counted, for what was meant', async () => {
    for (const query of ['?from=2026-09&to=2026-01', '?from=x', '?to=2031-01']) {
      expect((await get(`${page}${query}`)).status).toBe(200);
    }
  });

  it('is for managers alone', async () => {
    for (const role of ['assessor', 'contact-officer'] as const)
      expect((await get(`${page}?as=csv`, role)).status).toBe(403);
  });
});

describe('help that was offered', () => {
  it('is counted in the same night, told to managers by service with no number below five, and shows what waits', async () => {
    const { reference } = await platform.client.submit(
      completeAnswers(needsAssessment, { email: 'help@example.com' }),
      'help',
    );
    const task = await platform.client.waitForTask('contact-officer', reference, 'triage-request');
    await platform.client.complete('contact-officer', task, {
      ...staffAnswers('2026-01-05')['triage-request'],
      helpOffered: [
        { what: 'An alarm', support: 'technology', answer: 'wanted' },
        { what: 'Something for Rose', answer: 'not-wanted' },
      ],
    });
    await platform.platform.clock.forward('P1D');
    const path = `/${council}/staff/team/help`;
    const { json } = await get(path);
    const rows = (id: string) =>
      json.tables.find((one: { id: string }) => one.id === id)?.rows.map(([name]: string[]) => name);

    expect(rows('offered')).toContain('In staff’s own words, without an entry');
    expect(rows('waiting')).toHaveLength(1);
    expect(JSON.stringify(json)).not.toMatch(/Rose|[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}/);
    expect((await get(path, 'assessor')).status).toBe(403);
    const shown = await get(path, 'manager', 'text/html');
    expect(shown.text).toContain('Help offered and arranged');
    expect(shown.text).toContain('Fewer than 5');
  });
});
