import { afterEach, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { absenceBody, type savePersonBody } from '../../schemas/api.ts';
import { pence } from '../../schemas/scalars.ts';
import { personEventOf, platform } from '../../services/store/audit.ts';
import { createDirectory } from '../../services/work/directory.ts';
import { type Journeys, slug, startJourneys, toSupport } from '../support/journey.ts';

let journeys: Journeys;
afterEach(() => journeys.stop());

const boss = { id: 'boss', roles: ['manager'] } as const;
const council = () => journeys.deps.councils.known(slug);
const directory = () => createDirectory(journeys.deps);
const hire = (id: string, name: string, more: Partial<z.output<typeof savePersonBody>> = {}) =>
  directory().save(council(), boss, id, {
    name,
    email: `${id}@leicestershire.example`,
    roles: ['key-worker'],
    ...more,
  });
const goesAway = (id: string, from: string, to: string, cover?: string, was?: string) =>
  directory().saveAbsence(council(), boss, id, absenceBody.parse({ from, to, cover, was }));

/** What was mailed to somebody, the first first: the day, and the subject. */
const mailedTo = async (id: string): Promise<string[]> =>
  (await journeys.platform.mail.list())
    .filter(({ to }) => to[0]?.startsWith(`${id}@`))
    .map(({ at, subject }) => `${at.slice(0, 10)} ${subject}`)
    .toReversed();

const day = (text: string) => absenceBody.shape.from.parse(text);

/** What the mails to somebody say, the first first. */
const mailsTo = async (id: string): Promise<string[]> =>
  (await journeys.platform.mail.list())
    .filter(({ to }) => to[0]?.startsWith(`${id}@`))
    .map(({ text }) => text)
    .toReversed();

describe('a key worker who is away for eight weeks', { timeout: 60_000 }, () => {
  it('is not written to; the cover has the work the same day and what opens later; it climbs while late; on return one mail tells what happened', async () => {
    journeys = await startJourneys({ digests: true });
    journeys.setCouncil({
      escalation: {
        above: [{ afterWorkingDays: 15, to: { name: 'Head of service', email: 'head@leicestershire.example' } }],
      },
    });
    await hire('ann-ford', 'Ann Ford');
    await hire('bo-lane', 'Bo Lane');
    const reference = await journeys.apply({ email: 'away@example.com' });
    await journeys.work(reference, ['triage-request', { keyWorkerId: 'ann-ford' }], ...toSupport.slice(1));
    const other = await journeys.apply({ email: 'other@example.com' });
    await journeys.work(other, ['triage-request', { keyWorkerId: 'ann-ford' }], ...toSupport.slice(1, 5));
    const before = (await mailedTo('ann-ford')).length;

    // Entered on the day on which it begins: 5 January to 1 March, Sunday.
    const { moved } = await goesAway('ann-ford', '2026-01-05', '2026-03-01', 'bo-lane');
    const sameDay = await journeys.openTask(reference, 'check-support');
    await journeys.work(other, 'draft-plan', 'check-plan');
    const later = await journeys.openTask(other, 'agree-plan');
    const toPerson = await mailsTo('other');
    await journeys.moveTo('2026-03-03T12:00:00Z');

    // Eight weeks are long: the person is told whom to ask.
    expect(toPerson.at(-1)).toContain('Ann Ford (away until Sunday 1 March 2026: ask for Bo Lane)');
    expect(moved.map(({ kind }) => kind).sort()).toEqual(['check-support', 'draft-plan']);
    expect([sameDay.assignee?.id, later.assignee?.id]).toEqual(['bo-lane', 'bo-lane']);
    const toAnn = (await mailedTo('ann-ford')).slice(before);
    expect(toAnn).toEqual([expect.stringMatching(/^2026-03-02 While you were away: \d tasks$/)]);
    const toBo = await mailedTo('bo-lane');
    expect(toBo).toContain('2026-01-05 2 tasks from a colleague');
    expect(toBo.filter((line) => /late task/.test(line)).length).toBeGreaterThan(20);
    const managers = (await mailedTo('managers')).filter((line) => /late task/.test(line));
    const head = (await mailedTo('head')).filter((line) => /late task/.test(line));
    expect(managers.length).toBeGreaterThan(4);
    expect(head.length).toBeGreaterThan(1);
    expect((managers[0] ?? '') < (head[0] ?? '')).toBe(true);
    // Nothing is pulled back, and who is named on the case stays so.
    expect((await journeys.openTask(reference, 'check-support')).assignee?.id).toBe('bo-lane');
    expect((await journeys.case(reference)).keyWorker?.id).toBe('ann-ford');
    expect(journeys.errors).toEqual([]);
  });
});

describe('an absence', { timeout: 60_000 }, () => {
  it('that begins later moves work on its morning, weekends too; without cover, or with one who has gone away or left since, it is the team’s', async () => {
    journeys = await startJourneys({ digests: true });
    await hire('ann-ford', 'Ann Ford');
    await hire('bo-lane', 'Bo Lane');
    const reference = await journeys.apply({ email: 'later@example.com' });
    await journeys.work(reference, ['triage-request', { keyWorkerId: 'ann-ford' }], ...toSupport.slice(1));
    const holder = async () => (await journeys.openTask(reference, 'check-support')).assignee?.id;

    await goesAway('ann-ford', '2026-01-10', '2026-01-20', 'bo-lane');
    const untilThen = await holder();
    await journeys.moveTo('2026-01-10T12:00:00Z');
    const onSaturday = await holder();
    // The cover falls ill: what they have goes to the team, for nobody covers them.
    const ill = await goesAway('bo-lane', '2026-01-10', '2026-01-15');
    const atLast = await holder();
    const events = await journeys.events(reference);

    expect([untilThen, onSaturday, atLast]).toEqual(['ann-ford', 'bo-lane', undefined]);
    expect(ill.covers.map(({ id }) => id)).toEqual(['ann-ford']);
    expect(events.filter((line) => line.startsWith('task-handed-on'))).toHaveLength(2);
    expect(await mailedTo('planning')).toContain('2026-01-10 1 task from a colleague');
  });

  it('gives no work on a restricted record to a cover who is not named: it is the team’s, and mails say no name', async () => {
    journeys = await startJourneys();
    await hire('ann-ford', 'Ann Ford');
    await hire('bo-lane', 'Bo Lane');
    const reference = await journeys.apply({ email: 'closed@example.com', preferredName: 'Rosalind' });
    await journeys.work(reference, ['triage-request', { keyWorkerId: 'ann-ford' }], ...toSupport.slice(1));
    const open = await mailsTo('ann-ford');
    const { store } = journeys.deps;
    const [item] = (await store.personOf(await journeys.case(reference))).items;
    const at = journeys.deps.clock.now();
    const restricted = { to: ['ann-ford'], by: 'boss', at, reason: 'A relative.', reviewOn: day('2026-06-01') };
    const event = { actor: platform('test'), action: 'details-changed', authority: 'A test' } as const;
    await store.commit({
      people: [{ person: { ...item, version: item.version + 1, restricted } }],
      personEvents: [personEventOf(journeys.deps, item, event)],
    });

    await goesAway('ann-ford', '2026-01-05', '2026-01-20', 'bo-lane');

    expect(open.at(-1)).toContain('for Rosalind');
    expect((await journeys.openTask(reference, 'check-support')).assignee).toBeUndefined();
    const told = (await mailsTo('planning')).at(-1);
    expect(told).toContain(reference);
    expect(told).not.toContain('Rosalind');
  });

  it('is refused with every problem at once, and changes nothing; it is extended, and ended early, by its first day', async () => {
    journeys = await startJourneys();
    await hire('ann-ford', 'Ann Ford');
    await goesAway('ann-ford', '2026-01-12', '2026-01-16');
    const wrong = goesAway('ann-ford', '2026-01-15', '2026-01-14', 'ann-ford');
    await expect(wrong).rejects.toMatchObject({
      details: { status: 400, errors: [{ field: 'to' }, { field: 'from' }, { field: 'cover' }] },
    });

    await goesAway('ann-ford', '2026-01-12', '2026-01-30', undefined, '2026-01-12');
    await directory().endAbsence(council(), boss, 'ann-ford', day('2026-01-12'));

    expect((await journeys.deps.store.staff(slug, 'ann-ford'))?.absences).toEqual([]);
    const gone = directory().endAbsence(council(), boss, 'ann-ford', day('2026-01-12'));
    await expect(gone).rejects.toMatchObject({ details: { status: 400 } });
  });
});

describe('the staff directory', { timeout: 60_000 }, () => {
  it('takes work of a role that somebody loses to the team; nobody changes their own roles or limit; two managers do not undo each other', async () => {
    journeys = await startJourneys();
    await hire('ann-ford', 'Ann Ford', { roles: ['key-worker', 'assessor'] });
    const reference = await journeys.apply({ email: 'roles@example.com' });
    await journeys.work(reference, ['triage-request', { keyWorkerId: 'ann-ford' }], ...toSupport.slice(1));
    const { member, moved } = await hire('ann-ford', 'Ann Ford', { roles: ['assessor'] });

    expect(moved.map(({ kind }) => kind)).toEqual(['check-support']);
    expect((await journeys.openTask(reference, 'check-support')).assignee).toBeUndefined();
    await hire('boss', 'Bea Boss', { roles: ['manager'] });
    const own = hire('boss', 'Bea Boss', { roles: ['manager', 'assessor'], weeklyLimit: pence.parse(100_000) });
    await expect(own).rejects.toMatchObject({ details: { errors: [{ field: 'roles' }, { field: 'weeklyLimit' }] } });
    const event = {
      ...{ council: slug, at: journeys.deps.clock.now(), id: 'x', action: 'staff-saved', authority: 'x' },
      actor: { kind: 'platform', name: 'test' } as const,
    };
    const fresh = await journeys.deps.store.saveStaff(slug, { ...member, name: 'Ann Lee' }, event, member);
    const stale = await journeys.deps.store.saveStaff(slug, member, { ...event, id: 'y' }, member);
    expect([fresh, stale]).toEqual([true, false]);
  });
});
