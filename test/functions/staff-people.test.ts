import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffRole } from '../../schemas/staff.ts';
import { type Journeys, slug, startJourneys, toSupport } from '../support/journey.ts';

let journeys: Journeys;
beforeAll(async () => {
  journeys = await startJourneys();
});
afterAll(() => journeys.stop());

const base = `/${slug}/staff`;
const page = (path: string, as: StaffRole = 'manager') =>
  journeys.send('GET', `${base}${path}`, { as, headers: { accept: 'text/html' } });
/** A form of a page, as a browser sends it. */
const post = (path: string, fields: readonly (readonly [string, string])[], as: StaffRole = 'manager') =>
  journeys.send('POST', `${base}${path}`, {
    as,
    body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString(),
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
  });
const where = (answer: { headers: Headers }) => answer.headers.get('location');
const dates = (name: string, day: string) => {
  const [year = '', month = '', of = ''] = day.split('-');
  return [
    [`${name}-day`, of],
    [`${name}-month`, month],
    [`${name}-year`, year],
  ] as const;
};
const ann = [
  ['id', 'ann-ford'],
  ['name', 'Ann Ford'],
  ['email', 'ann-ford@leicestershire.example'],
  ['roles', 'key-worker'],
] as const;

describe('the pages of the staff directory', { timeout: 60_000 }, () => {
  it('add somebody, who is then listed, and refuse a slip with everything that was typed', async () => {
    const empty = await page('/join');
    const refused = await post('/join', [
      ['id', ' '],
      ['name', 'Ann Ford'],
      ['email', 'ann'],
      ['weeklyLimit', 'lots'],
      ['manager', journeys.member('manager').id],
    ]);
    const added = await post('/join', [...ann, ['teams', 'North, Hospital'], ['weeklyLimit', '£1,250.50']]);
    const again = await post('/join', ann);
    const list = await page('/people');

    expect(empty.text).toContain('name="id"');
    expect(empty.text).not.toContain('govuk-form-group--error');
    expect(refused.status).toBe(400);
    for (const text of ['Give the id', 'like name@example.com', 'Choose at least one role', 'as an amount of money']) {
      expect(refused.text).toContain(text);
    }
    expect(refused.text).toContain('value="lots"');
    expect([added.status, where(added)]).toEqual([303, `${base}/people?done=person-added`]);
    expect(again.text).toContain('They are in the directory');
    expect(list.text).toContain('North, Hospital');
    expect(list.text).toContain('£1250.50 a week');
    expect(await journeys.deps.store.staff(slug, 'ann-ford')).toMatchObject({ weeklyLimit: 125_050, version: 1 });
  });

  it('enter, change and end an absence, each refusal at its field', async () => {
    const path = '/people/ann-ford/absence';
    const refused = await post(path, [...dates('from', '2026-01-12'), ...dates('to', '2026-02-31'), ['cover', '']]);
    const entered = await post(path, [...dates('from', '2026-01-12'), ...dates('to', '2026-01-16')]);
    const change = await page('/people/ann-ford?absence=2026-01-12');
    const longer = await post(path, [
      ...dates('from', '2026-01-12'),
      ...dates('to', '2026-01-30'),
      ['was', '2026-01-12'],
      ['cover', journeys.member('key-worker').id],
    ]);
    const shown = await page('/people/ann-ford');
    const ended = await post(`${path}/end`, [['from', '2026-01-12']]);
    const twice = await post(`${path}/end`, [['from', '2026-01-12']]);

    expect(refused.status).toBe(400);
    expect(refused.text).toContain('href="#to-day"');
    expect(refused.text).toContain('id="to-error"');
    expect(refused.text).not.toContain('id="from-error"');
    expect(refused.text).toContain('name="to-day" type="text" value="31"');
    expect(where(entered)).toBe(`${base}/people/ann-ford?done=absence-saved`);
    expect(change.text).toContain('Change the absence from Monday 12 January 2026');
    expect(longer.status).toBe(303);
    expect(shown.text).toContain('Friday 30 January 2026');
    expect(shown.text).toContain(journeys.member('key-worker').name);
    expect(where(ended)).toBe(`${base}/people/ann-ford?done=absence-ended`);
    expect([twice.status, twice.text.includes('That absence has changed meanwhile')]).toEqual([400, true]);
  });

  it('let each enter their own absence and choose their mail, and nobody else’s', async () => {
    const { id } = journeys.member('assessor');
    const own = await post(
      `/people/${id}/absence`,
      [...dates('from', '2026-03-02'), ...dates('to', '2026-03-06'), ['page', 'me']],
      'assessor',
    );
    const chosen = await post('/me', [['prefersDigest', 'yes']], 'assessor');
    const me = await page('/me', 'assessor');
    const others = await post('/people/ann-ford/absence', [], 'assessor');
    const list = await page('/people', 'assessor');

    expect(where(own)).toBe(`${base}/me?done=absence-saved`);
    expect(where(chosen)).toBe(`${base}/me?done=mail-chosen`);
    expect(me.text).toMatch(/value="yes" checked/);
    expect(me.text).toContain('Friday 6 March 2026');
    expect(others.status).toBe(403);
    expect(list.text).not.toContain('/people/ann-ford"');
  });

  it('take out who has left: work to the team, told in one mail; a page left open brings nobody back', async () => {
    await post('/join', [...ann.map(([name, value]) => [name, value.replace('ann-ford', 'bo-lane')] as const)]);
    const reference = await journeys.apply({ email: 'left@example.com' });
    await journeys.work(reference, ['triage-request', { keyWorkerId: 'bo-lane' }], ...toSupport.slice(1));
    const unticked = await post('/people/bo-lane/leave', []);
    const left = await post('/people/bo-lane/leave', [['left', 'yes']]);
    const stale = await post('/people/bo-lane', ann);
    const list = await page('/people');
    const told = (await journeys.platform.mail.list()).filter(({ tags }) =>
      tags['message']?.startsWith('work-handed-on'),
    );

    expect(unticked.status).toBe(400);
    expect(where(left)).toBe(`${base}/people?done=person-left`);
    expect(stale.status).toBe(403);
    expect(list.text).toMatch(/Ann Ford, on Monday 5 January 2026/);
    expect((await journeys.openTask(reference, 'check-support')).assignee).toBeUndefined();
    expect(told.map(({ to }) => to[0])).toEqual(['planning@leicestershire.example']);
    expect(told[0]?.text).toContain('no longer does this work');
    expect(told[0]?.text).toContain(`Case ${reference}`);
  });
});
