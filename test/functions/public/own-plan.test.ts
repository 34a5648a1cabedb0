import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staffAnswers } from '../../../local/demo/staff-answers.ts';
import type { CaseReference } from '../../../schemas/scalars.ts';
import type { Task, TaskKind } from '../../../schemas/task.ts';
import { createWorkDrafts } from '../../../services/work/work-drafts.ts';
import type { Browser } from '../../support/browser-client.ts';
import { workUpTo } from '../../support/case-work.ts';
import { openCase, rose, signedIn, slug } from '../../support/followed-case.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { htmlFaults } from '../../templates/html-faults.ts';

describe('a plan that the person writes', () => {
  let platform: TestPlatform;
  let reference: CaseReference;
  let browser: Browser;
  beforeAll(async () => {
    platform = await startTestPlatform();
    reference = await openCase(platform);
    browser = await signedIn(platform);
    await workUpTo(platform, reference, 'assess-finances');
    await platform.settle();
  });
  afterAll(() => platform.stop());

  const go = (part = '') => browser.open(`/${council}/case/${reference}${part}`);
  const task = async (kind: TaskKind) =>
    (await platform.deps.store.tasks(slug, reference)).find((one) => one.kind === kind && one.status === 'open');
  const told = async (to: string) =>
    (await platform.platform.mail.list()).filter((mail) => mail.to.includes(to)).map(({ text }) => text);

  it('begins for a worker too with the needs that the decision found, so that none is typed anew (S17)', async () => {
    const { id } = (await task('draft-plan')) ?? { id: '' };
    const page = await platform.send('GET', `/${council}/staff/tasks/${id}/sections/needs`, {
      as: 'key-worker',
      headers: { accept: 'text/html' },
    });
    expect(page.text).toMatch(/name="needs\[0\]\.need"[^>]*>\s*Cannot wash below the waist\./);
    expect(page.text).toMatch(/name="needs\[1\]\.need"[^>]*>\s*\S/);
  });

  it('is theirs to choose, which a mail and their case page say, and the work waits for them (CB5, CB6, CB7)', async () => {
    expect((await told(rose)).join('\n')).toContain('say how you want it written');
    await go();
    const asked = await browser.follow('Say how you want your plan to be written');
    expect(await htmlFaults(asked.html)).toEqual([]);
    expect(asked.text).toContain('Family or a friend writes it for me');
    const refused = await browser.press('Save and continue');
    expect(refused.errors).toEqual(['Select who should write the plan']);

    browser.fill('I write it, with help from someone');
    const parts = await browser.press('Save and continue');

    expect(parts.heading).toBe('Your plan');
    expect(await htmlFaults(parts.html)).toEqual([]);
    expect(parts.text).toMatch(/The estimated personal budget is £\d+\.\d\d a week/);
    expect(await task('draft-plan')).toMatchObject({ waiting: { for: 'person', until: '2026-02-02' } });
    const { planWriting } = await platform.deps.store.knownCase(slug, reference);
    expect(planWriting).toMatchObject({ how: 'with-help', thread: 'assessment-1' });
    expect((await go()).text).toContain('Write your plan, and tell us when it is ready by Monday 2 February 2026');
  });

  it('begins with what is known, has a page for each need that the decision found, and keeps what was typed, right or wrong (S17, S18, S20, S21, S22)', async () => {
    const parts = await go('/plan/write');
    expect(parts.text).toMatch(/Need 1: Keeping clean.*Need 2: Getting dressed/);
    const matters = await browser.follow('What matters');
    expect(matters.html).toMatch(/id="strengths"[^>]*>\s*\S/);
    browser.set([['howSupported', 'By a woman, and after nine.']]);

    const first = await browser.press('Save and continue');

    expect(first.heading).toBe('Need 1: Keeping clean');
    // What they want to come of it stands first, as the decision has it.
    expect(first.text).toMatch(/What do you want to achieve\?.*What support would you like with this\?/);
    expect(first.text).not.toContain('(optional)');
    expect(await htmlFaults(first.html)).toEqual([]);
    browser.set([
      ['howMet', 'Help in the shower'],
      ['weeklyCost', 'about fifty'],
    ]);
    const wrong = await browser.press('Save and continue');
    expect(wrong.errors).toEqual(['Enter the weekly cost to the council']);
    expect(wrong.html).toContain('about fifty');
  });

  it('may begin a need with an entry of the council’s catalogue, whose id stays in its row, and what was typed stays (S23)', async () => {
    await go('/plan/write/need-2');
    expect(await htmlFaults(browser.page.html)).toEqual([]);
    const [, id = ''] =
      /name="action"[^>]*value="use ([a-z0-9-]+)"|value="use ([a-z0-9-]+)"/.exec(browser.page.html) ?? [];
    const entry = /value="use ([a-z0-9-]+)"/.exec(browser.page.html)?.[1] ?? id;
    browser.set([['when', 'Each morning']]);
    const { path, fields } = browser.sending('Save and continue');
    fields.delete('action');
    fields.append('action', `use ${entry}`);
    const back = await browser.post(path, fields);
    expect(back.heading).toBe('Need 2: Getting dressed');
    expect(back.html).toContain('Each morning');
    const { answers } = await createWorkDrafts(platform.deps).read((await task('draft-plan')) as Task);
    const rows = answers['needs']?.answer as Record<string, unknown>[];
    expect(rows[1]).toMatchObject({ support: entry, when: 'Each morning', howMet: expect.stringMatching(/\S/) });
    // Taken away again: the story goes on without it.
    await go('/plan/write/need-2');
    browser.set([['howMet', '']]);
    await browser.press('Save and continue');
  });

  it('is not ready while a need has no support: the need is named', async () => {
    await go('/plan/write');
    const refused = await browser.press('The plan is ready: send it');
    expect(refused.status).toBe(400);
    expect(refused.errors).toEqual(['Say what support would help with need 2: Getting dressed']);
  });

  it('is never written over: what two change at once stands beside each other until one is chosen', async () => {
    const other = browser.tab();
    await other.open(`/${council}/case/${reference}/plan/write/need-1`);
    await go('/plan/write/need-1');
    other.set([
      ['howMet', 'A bath twice a week'],
      ['weeklyCost', '40'],
    ]);
    await other.press('Save and continue');
    browser.set([
      ['howMet', 'Help in the shower each day'],
      ['weeklyCost', '50'],
    ]);

    const both = await browser.press('Save and continue');

    expect(both.status).toBe(409);
    expect(both.text).toContain('A bath twice a week');
    expect(both.html).toContain('Help in the shower each day');
    const next = await browser.press('Save and continue');
    expect(next.heading).toBe('Need 2: Getting dressed');
    browser.set([
      ['howMet', 'My sister helps with buttons'],
      ['weeklyCost', '0'],
    ]);
    await browser.press('Save and continue');
    expect((await go('/plan/write/need-1')).html).toContain('Help in the shower each day');
    expect((await go('/plan/write')).text).toContain('£50.00 a week');
  });

  it('goes to the worker when it is ready, who is told, and stays to be taken back', async () => {
    await go('/plan/write');
    const sent = await browser.press('The plan is ready: send it');
    expect(sent.text).toContain('It was said that the plan is ready');
    expect(await task('draft-plan')).toMatchObject({ reason: expect.stringContaining('they say it is ready') });
    expect((await task('draft-plan'))?.waiting).toBeUndefined();
    expect((await go()).text).not.toContain('Write your plan, and tell us');
    const late = await browser.post(`/${council}/case/${reference}/plan/write/need-1`, {
      ...Object.fromEntries((await go('/plan/write')) && (browser.fields[0] ?? [])),
      howMet: 'Late',
    });
    expect(late.status).toBe(409);
    await go('/plan/write');
    await browser.press('Take it back and go on writing');
    expect(await task('draft-plan')).toMatchObject({ waiting: { for: 'person' } });
    await browser.press('The plan is ready: send it');
    await platform.settle();
    const { events } = (await platform.deps.store.whole(slug, reference)) ?? { events: [] };
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['plan-writing-chosen', 'plan-ready', 'plan-taken-back']),
    );
  });

  it('comes back with the reason at the very answer when a check fails, and its copy says who wrote what (CB21, L38)', async () => {
    const answers = staffAnswers('2026-01-05', { keyWorkerId: platform.member('key-worker').id });
    const { client } = platform;
    await client.complete('key-worker', await client.waitForTask('key-worker', reference, 'draft-plan'), {
      ...answers['draft-plan'],
    });
    await platform.settle();
    await client.complete('manager', await client.waitForTask('manager', reference, 'check-plan'), {
      ...answers['check-plan'],
      effective: 'no',
      effectiveWhy: 'It does not say who helps at weekends.',
      leadsTo: 'change',
      sentBack: [{ part: 'needs', row: 2, why: 'Say who helps when your sister is away.' }],
    });
    await platform.settle();

    const overview = await go();
    expect(overview.text).toContain('Write your plan, and tell us when it is ready');
    const parts = await browser.follow('Write your plan, and tell us when it is ready');
    expect(parts.text).toMatch(/Need 2: Getting dressed Sent back/);
    const need = await browser.follow('Need 2: Getting dressed');
    expect(need.text).toContain('Sent back to you: Say who helps when your sister is away.');
    const [plan] = await platform.deps.store.records(slug, reference, 'plan');
    expect(plan).toMatchObject({ writers: [{ name: 'Rose Okafor', as: 'person' }] });
    const copy = await go(`/copies/plan.${plan?.id}`);
    expect(copy.text).toMatch(/You wrote in it .*Your needs and how they are met/);
  });

  it('may be left to the worker at any time', async () => {
    await go('/plan/how');
    browser.fill('The Adult Social Care worker writes it with me');
    await browser.press('Save and continue');
    expect((await task('draft-plan'))?.waiting).toBeUndefined();
    expect((await go()).text).not.toContain('Write your plan, and tell us');
  });

  it('is reminded of once, and then its worker takes it up', async () => {
    const reminders = async () =>
      (await told(rose)).filter((text) => text.includes('say how you want it written')).length;
    await go('/plan/how');
    browser.fill('I write it myself');
    await browser.press('Save and continue');
    await platform.settle();
    const before = await reminders();
    await platform.platform.clock.moveTo(Temporal.Instant.from('2026-01-20T10:00:00Z'));
    await platform.settle();
    expect(await reminders()).toBe(before + 1);
    expect(await task('draft-plan')).toMatchObject({ waiting: { until: '2026-02-02' } });
  });
});
