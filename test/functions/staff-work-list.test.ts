import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { councilSlug, isoDate } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';
import { council, startTestPlatform, type TestPlatform } from '../support/platform.ts';
import { createStaffSite, type SignedIn } from '../support/staff-site.ts';

let platform: TestPlatform;
let site: Awaited<ReturnType<typeof createStaffSite>>;
const slug = councilSlug.parse(council);
const [ann, ben] = [
  { id: 'ann-1', roles: ['contact-officer'] },
  { id: 'ben-1', roles: ['contact-officer'] },
] as const satisfies readonly SignedIn[];
const good = staffAnswers('2026-01-05');
const lists = `/${council}/staff/tasks`;

beforeAll(async () => {
  platform = await startTestPlatform();
  site = await createStaffSite(platform.deps);
  for (const [{ id }, name] of [
    [ann, 'Ann Ford'],
    [ben, 'Ben Ode'],
  ] as const) {
    const body = { name, email: `${id}@example.com`, roles: ['contact-officer'] };
    await platform.send('PUT', `/${council}/staff/people/${id}`, { as: 'manager', body });
  }
});
afterAll(() => platform.stop());

let keys = 0;
/** The triage of a new case, which nobody has taken. */
const newTriage = async (different: object = {}): Promise<Task> => {
  keys += 1;
  const answers = completeAnswers(needsAssessment, { email: `person-${keys}@example.com`, ...different });
  const { reference } = await platform.client.submit(answers, `work-list-${keys}`);
  await platform.settle();
  const { id } = await platform.client.waitForTask('contact-officer', reference, 'triage-request');
  return taskNow(id);
};
const taskNow = async (id: string): Promise<Task> => {
  const found = await platform.deps.store.task(slug, id as Task['id']);
  if (found === undefined) throw new Error(`No task ${id}`);
  return found;
};
const does = (who: SignedIn, call: string, { id }: Pick<Task, 'id'>, body?: object) =>
  site(who, `POST /{council}/staff/tasks/{id}/${call}`, { names: { id }, ...(body && { body }) });
const claim = (who: SignedIn, task: Task) => does(who, 'claim', task, { version: task.version });
const page = (path: string, as: StaffRole) => platform.send('GET', path, { as, headers: { accept: 'text/html' } });
const form = (path: string, as: StaffRole, fields: readonly (readonly [string, string])[]) =>
  platform.send('POST', path, {
    as,
    body: String(new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value]))),
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
  });
/** What a page says, without its markup. */
const words = (html: string) =>
  html
    .replaceAll(/<(?:script|style)[^>]*>.*?<\/(?:script|style)>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('claiming a task', () => {
  it('is won by one of two who press at once; the other reads who has it, and since when', async () => {
    const task = await newTriage();
    const answers = await Promise.all([claim(ann, task), claim(ben, task)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const won = answers.find(({ status }) => status === 200);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.json).toMatchObject({ code: 'held-by-other', heldBy: won?.json.assignee.name });
    expect(lost?.json.detail).toContain('since 10:00am on Monday 5 January 2026');
  });

  it('is done once by a double press, and refused to who saw the list before somebody else had it and gave it back', async () => {
    const task = await newTriage();
    const [first, second] = [await claim(ann, task), await claim(ann, task)];
    await does(ann, 'put-back', await taskNow(task.id), { version: first.json.version });
    const stale = await claim(ben, task);

    expect([first.status, second.status, second.json.version]).toEqual([200, 200, first.json.version]);
    expect([stale.status, stale.json.code]).toEqual([409, 'task-changed']);
  });

  it('shows the loser a page that says so, from the button of the list', async () => {
    const task = await newTriage();
    const list = await page(`${lists}?whose=unclaimed`, 'contact-officer');
    await claim(ann, task);
    const lost = await form(`${lists}/${task.id}/claim`, 'contact-officer', [['version', `${task.version}`]]);

    expect(list.text).toContain(`formaction="${lists}/${task.id}/claim"`);
    expect(lost.status).toBe(409);
    expect(words(lost.text)).toContain('Ann Ford has this task');
  });

  it('goes back to the list with its filters, and says that it is done', async () => {
    const task = await newTriage();
    const back = `${lists}?whose=unclaimed&kind=triage-request`;
    const sent = await form(`${lists}/${task.id}/claim`, 'contact-officer', [
      ['version', `${task.version}`],
      ['back', back],
    ]);
    const outside = await form(`${lists}/${task.id}/claim`, 'contact-officer', [
      ['version', `${task.version}`],
      ['back', '//evil.example/staff/'],
    ]);
    const shown = await page(sent.headers.get('location') ?? '', 'contact-officer');

    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${back}&done=task-claimed`]);
    expect(outside.headers.get('location')).toBe(`${lists}?done=task-claimed`);
    expect(words(shown.text)).toContain('The task is yours.');
  });

  it('is refused to who is down as away, as the work would go on to their cover', async () => {
    const task = await newTriage();
    const cy = { id: 'cy-1', roles: ['contact-officer'] } as const;
    const absences = [{ from: isoDate.parse('2026-01-01'), to: isoDate.parse('2026-01-09'), by: cy.id }];
    const member = { ...cy, roles: [...cy.roles], name: 'Cy Moss', email: 'cy@example.com', absences };
    await platform.deps.store.saveStaff(slug, member, {
      ...{ council: slug, at: platform.deps.clock.now(), id: platform.deps.newId() },
      ...{ actor: { kind: 'platform', name: 'test' }, action: 'staff-saved', authority: 'A test' },
    });
    const { status, json } = await claim(cy, task);

    expect([status, json.code]).toEqual([409, 'away-yourself']);
    expect(json.detail).toContain('until Friday 9 January 2026');
    expect((await taskNow(task.id)).assignee).toBeUndefined();
  });

  it('takes the next task of the team: what is due first, of those what presses most', async () => {
    const next = await platform.send('POST', `${lists}/next`, { as: 'contact-officer' });
    const { json } = await platform.send('GET', `${lists}?whose=unclaimed`, { as: 'contact-officer' });
    const none = await platform.send('POST', `${lists}/next`, { as: 'complaints-manager' });

    const place = ({ dueOn, priority }: Task) => `${dueOn} ${priority}`;
    expect(next.status).toBe(200);
    for (const left of json.tasks) expect(place(next.json) <= place(left)).toBe(true);
    expect([none.status, none.json.code]).toEqual([409, 'nothing-to-take']);
  });
});

describe('finishing a task', () => {
  const finish = (who: SignedIn, task: Task) => does(who, 'complete', task, { answers: good['triage-request'] });

  it('is for whoever has it: another of the team reads who, and nothing is changed', async () => {
    const task = await newTriage();
    await claim(ann, task);
    const other = await finish(ben, task);
    const own = await finish(ann, task);

    expect([other.status, other.json.code, other.json.heldBy]).toEqual([409, 'held-by-other', 'Ann Ford']);
    expect(own.status).toBe(200);
  });

  it('is for a manager too', async () => {
    const task = await newTriage();
    await claim(ann, task);
    const { status } = await finish({ id: 'boss', roles: ['manager'] }, task);

    expect(status).toBe(200);
    const { events } = await platform.client.readCase(task.reference);
    expect(events.find(({ action }) => action === 'task-completed')?.actor).toMatchObject({ role: 'manager' });
  });

  it('claims what nobody has taken', async () => {
    const task = await newTriage();
    const { status } = await finish(ben, task);

    expect(status).toBe(200);
    expect((await taskNow(task.id)).assignee).toMatchObject({ id: 'ben-1' });
  });
});

describe('the priority of a task', () => {
  it('comes from what the case says, and changes for all of its open work when triage finds something that presses', async () => {
    const task = await newTriage({ treatedBadly: 'yes' });
    const before = await platform.deps.store.tasks(slug, task.reference);
    const answers = { ...good['triage-request'], priorityBecause: ['home-at-risk'] };
    await does(ann, 'complete', task, { answers });
    await platform.settle();
    const after = await platform.deps.store.tasks(slug, task.reference);

    const of = (tasks: readonly Task[], kind: Task['kind']) => tasks.find((one) => one.kind === kind)?.priority;
    expect([of(before, 'triage-request'), of(before, 'look-into-safety')]).toEqual([3, 1]);
    expect([of(after, 'look-into-safety'), of(after, 'assess-needs')]).toEqual([1, 2]);
  });
});

describe('a task that waits', () => {
  it('stands under waiting with why and until when, and no more among what is to be done', async () => {
    const task = await newTriage();
    const held = await claim(ann, task);
    const waits = await does(ann, 'wait', task, { version: held.json.version, for: 'health', until: '2026-01-19' });
    const [mine, waiting] = await Promise.all(
      ['mine', 'waiting'].map((whose) =>
        platform.send('GET', `${lists}?whose=${whose}&reference=${task.reference}`, { as: 'contact-officer' }),
      ),
    );
    const shown = await page(`${lists}?whose=waiting`, 'contact-officer');

    expect(waits.status).toBe(200);
    expect(waits.json).toMatchObject({ dueOn: task.dueOn, waiting: { for: 'health', until: '2026-01-19' } });
    expect([mine?.json.tasks, waiting?.json.tasks.map(({ id }: Task) => id)]).toEqual([[], [task.id]]);
    expect(words(shown.text)).toContain('For the NHS, until 19 Jan 2026');
  });

  it('is refused for today, for too long, and to who does not have it; the page keeps what was typed', async () => {
    const task = await newTriage();
    const held = await claim(ann, task);
    const { version } = held.json;
    const other = await does(ben, 'wait', task, { version, for: 'person', until: '2026-01-19' });
    const today = await does(ann, 'wait', task, { version, for: 'person', until: '2026-01-05' });
    const long = await does(ann, 'wait', task, { version, for: 'something-else', until: '2027-01-05' });
    const again = await form(`${lists}/${task.id}/wait`, 'manager', [
      ['version', `${version}`],
      ['until-day', '31'],
      ['until-month', '2'],
      ['until-year', '2026'],
      ['note', 'Her GP is away.'],
    ]);

    expect([other.status, other.json.heldBy]).toEqual([409, 'Ann Ford']);
    expect(today.json.errors.map(({ field }: { field: string }) => field)).toEqual(['until']);
    expect(long.json.errors.map(({ field }: { field: string }) => field)).toEqual(['until', 'note']);
    expect(again.status).toBe(400);
    expect(again.text).toContain('Her GP is away.');
    expect(again.text).toContain('value="31"');
    expect(words(again.text)).toContain('Choose what it waits for');
  });

  it('goes on when somebody says so', async () => {
    const task = await newTriage();
    const waits = await does(ann, 'wait', task, { version: task.version, for: 'person', until: '2026-01-12' });
    const on = await does(ann, 'wait/end', task, { version: waits.json.version });

    expect(on.status).toBe(200);
    expect(on.json.waiting).toBeUndefined();
  });
});

describe('a note beside a task', () => {
  it('is kept once however often it is sent, with who wrote it and when', async () => {
    const task = await newTriage();
    const send = () => does(ann, 'note', task, { text: 'She prefers mornings.', key: 'key-12345678' });
    const both = [await send(), await send()];
    const shown = await page(`${lists}/${task.id}/hold`, 'contact-officer');

    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(words(shown.text)).toContain('She prefers mornings. Ann Ford, 10:00am on Monday 5 January 2026');
    expect(shown.text.match(/She prefers mornings/g)).toHaveLength(1);
  });
});

describe('giving tasks to somebody', () => {
  it('answers for each whether it moved, and if not why; the worker reads the reason', async () => {
    const [moves, done, taken] = [await newTriage(), await newTriage(), await newTriage()];
    const finished = await does(ben, 'complete', done, { answers: good['triage-request'] });
    await claim(ben, taken);
    const body = {
      to: ann.id,
      reason: 'Ben is ill.',
      tasks: [moves, done, taken].map(({ id, version }) => ({ id, version })),
    };
    const { status, json } = await platform.send('POST', `${lists}/reassign`, { as: 'manager', body });
    const again = await platform.send('POST', `${lists}/reassign`, { as: 'manager', body });
    const hold = await page(`${lists}/${moves.id}/hold`, 'contact-officer');

    expect([finished.status, status]).toEqual([200, 200]);
    expect(json.rows).toEqual([
      { id: moves.id, moved: true },
      { id: done.id, moved: false, why: 'Ben Ode closed it' },
      { id: taken.id, moved: false, why: 'It has changed since you looked: Ben Ode has it' },
    ]);
    expect(again.json.rows).toEqual(json.rows);
    expect(words(hold.text)).toContain('Ben is ill.');
  });

  it('goes by pages: ticked tasks, a page that asks to whom and why, and one that says what came of each', async () => {
    const [first, second] = [await newTriage(), await newTriage()];
    const list = await page(`${lists}?whose=unclaimed`, 'manager');
    const ticked = [first, second].map(({ id, version }) => ['task', `${version}:${id}`] as const);
    const asked = await form(`${lists}/reassign`, 'manager', ticked);
    const confirm = await page(asked.headers.get('location') ?? '', 'manager');
    const tasks = ['tasks', [first, second].map(({ id, version }) => `${version}:${id}`).join(',')] as const;
    const wrong = await form(`${lists}/reassign`, 'manager', [tasks, ['to', ben.id]]);
    const sent = await form(`${lists}/reassign`, 'manager', [tasks, ['to', ben.id], ['reason', 'They live near him.']]);
    const result = await page(sent.headers.get('location') ?? '', 'manager');
    const nothing = await form(`${lists}/reassign`, 'manager', [['back', `${lists}?whose=unclaimed`]]);

    expect(words(list.text)).toContain(`Triage the request for`);
    expect(asked.status).toBe(303);
    expect(words(confirm.text)).toContain('Give tasks to somebody');
    expect(words(confirm.text)).toMatch(/Ann Ford .*\d+ open, \d+ done in 7 days, \d+ in 30/);
    expect([wrong.status, words(wrong.text).includes('Enter the reason')]).toEqual([400, true]);
    expect(wrong.text).toMatch(/value="ben-1" checked/);
    expect(sent.status).toBe(303);
    expect(words(result.text)).toContain('2 of 2 tasks moved');
    expect(nothing.headers.get('location')).toBe(`${lists}?whose=unclaimed&done=nothing-chosen`);
  });

  it('is for managers, and to people of the directory who have the role', async () => {
    const task = await newTriage();
    const tasks = [{ id: task.id, version: task.version }];
    const body = (to: string) => ({ to, reason: 'Because.', tasks });
    const worker = await platform.send('POST', `${lists}/reassign`, { as: 'contact-officer', body: body(ann.id) });
    const stranger = await platform.send('POST', `${lists}/reassign`, { as: 'manager', body: body('nobody') });
    const { id, name } = platform.member('finance-officer');
    const unable = await platform.send('POST', `${lists}/reassign`, { as: 'manager', body: body(id) });

    expect([worker.status, stranger.status]).toEqual([403, 400]);
    expect(unable.json.rows).toEqual([{ id: task.id, moved: false, why: `${name} is no contact officer` }]);
  });

  it('opens with what was promised, what is risky and whom to ring, until the new worker has taken over', async () => {
    const task = await newTriage({ treatedBadly: 'yes' });
    const { id } = platform.member('contact-officer');
    await claim(ann, task);
    const { version } = await taskNow(task.id);
    const body = { to: id, reason: 'Ann leaves us.', tasks: [{ id: task.id, version }] };
    await platform.send('POST', `${lists}/reassign`, { as: 'manager', body });
    const mine = await page(`${lists}?reference=${task.reference}`, 'contact-officer');
    const handover = await page(`${lists}/${task.id}/handover`, 'contact-officer');
    const taken = await form(`${lists}/${task.id}/handover`, 'contact-officer', []);
    const after = await page(`${lists}/${task.id}/handover`, 'contact-officer');

    expect(mine.text).toContain(`href="${lists}/${task.id}/handover"`);
    expect(words(mine.text)).toContain('Handed over');
    const said = words(handover.text);
    expect(said).toContain('Ann Ford had it before');
    expect(said).toContain('Ann leaves us.');
    expect(said).toContain('Nobody has begun it.');
    expect(said).toContain('Told that it is done by Monday 2 February 2026');
    expect(said).toContain('An answer may disclose harm.');
    expect(said).toContain('Ann Ford, who had it before: ann-1@example.com');
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `${lists}/${task.id}?done=handover-read`]);
    expect(words(after.text)).toContain('Taken over at 10:00am');
  });
});

describe('the page of a work list', () => {
  it('counts what is late, today and this week, and names whom each task is about by reference and first name', async () => {
    const task = await newTriage({ firstName: 'Siobhán', lastName: 'Quill' });
    const { id } = platform.member('contact-officer');
    await platform.send('POST', `${lists}/${task.id}/assign`, { as: 'contact-officer', body: { to: id } });
    const shown = await page(lists, 'contact-officer');

    expect(words(shown.text)).toMatch(/\d+ late, \d+ today, \d+ more this week/);
    expect(words(shown.text)).toContain(`${task.reference} Siobhán`);
    expect(shown.text).not.toContain('Quill');
    expect(/<title>([^<]*)/.exec(shown.text)?.[1]).not.toContain('Siobhán');
  });

  it('keeps its filters in the address, each with a way to take it away, and repeats them where nothing fits', async () => {
    const address = `${lists}?whose=unclaimed&due=later&priority=1&kind=check-authority`;
    const shown = await page(address, 'contact-officer');

    expect(shown.status).toBe(200);
    const said = words(shown.text);
    for (const tag of ['After this week', 'Priority: Urgent', 'Check a power to act for the person']) {
      expect(said).toContain(`Remove this filter ${tag}`);
    }
    expect(said).toContain('nothing fits these filters');
    expect(shown.text).toContain(`${lists}?whose=unclaimed&amp;kind=check-authority&amp;priority=1`);
    expect(shown.text).toContain('value="later" selected');
  });

  it('says what is wrong with an address that somebody has changed', async () => {
    const shown = await page(`${lists}?whose=everybody`, 'contact-officer');

    expect(shown.status).toBe(400);
  });
});
