import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { task as taskSchema } from '../../../schemas/task.ts';
import { type Journeys, slug, startJourneys } from '../../support/journey.ts';
import { listedTask, writeTasks } from '../../support/many-tasks.ts';

let journeys: Journeys;
afterEach(() => journeys.stop());

/** The digests and escalations that were sent, oldest first: the moment in UTC, what, to whom and how many tasks. */
const sent = async (): Promise<string[]> => {
  const mail = await journeys.platform.mail.list();
  return mail
    .filter(({ tags }) => /^(overdue-digest|task-escalated)__/.test(tags['message'] ?? ''))
    .map(({ at, to, subject, tags }) => `${at} ${tags['message']?.split('__')[0]} ${to[0]?.split('@')[0]}: ${subject}`)
    .reverse();
};

describe('the overdue digest', { timeout: 60_000 }, () => {
  it('goes out at 08:30 in London on working days only, over the change to summer time and Easter, and tells managers as long as it lasts', async () => {
    // Triage is due on Monday 30 March 2026; clocks change on the 29th; 3 and 6 April are Good Friday and Easter Monday.
    journeys = await startJourneys({ digests: true, start: Temporal.Instant.from('2026-03-26T10:00:00Z') });
    await journeys.apply({ preferredName: 'One' });
    await journeys.apply({ preferredName: 'Two' });

    journeys.setCouncil({
      escalation: {
        above: [{ afterWorkingDays: 11, to: { name: 'Head of service', email: 'head@leicestershire.example' } }],
      },
    });
    await journeys.moveTo('2026-04-17T12:00:00Z');

    expect(await sent()).toEqual([
      '2026-03-30T07:30:00.000Z overdue-digest first-contact: You have 2 tasks due today',
      '2026-03-31T07:30:00.000Z overdue-digest first-contact: You have 2 late tasks',
      '2026-04-01T07:30:00.000Z overdue-digest first-contact: You have 2 late tasks',
      '2026-04-02T07:30:00.000Z overdue-digest first-contact: You have 2 late tasks',
      '2026-04-07T07:30:00.000Z overdue-digest first-contact: You have 2 late tasks',
      '2026-04-08T07:30:00.000Z overdue-digest first-contact: You have 2 late tasks',
      // Five working days after 30 March end on 8 April.
      '2026-04-09T07:30:00.000Z overdue-digest first-contact: You have 2 late tasks',
      '2026-04-09T07:30:00.000Z task-escalated managers: 2 late tasks are with you',
      '2026-04-10T07:30:00.000Z overdue-digest first-contact: You have 2 late tasks',
      // Again five working days after that, and so on; the level above hears from the eleventh on.
      '2026-04-13T07:30:00.000Z overdue-digest first-contact: You have 2 late tasks',
      '2026-04-14T07:30:00.000Z overdue-digest first-contact: You have 2 late tasks',
      '2026-04-15T07:30:00.000Z overdue-digest first-contact: You have 2 late tasks',
      '2026-04-16T07:30:00.000Z overdue-digest first-contact: You have 2 late tasks',
      '2026-04-16T07:30:00.000Z task-escalated managers: 2 late tasks are with you',
      '2026-04-17T07:30:00.000Z overdue-digest first-contact: You have 2 late tasks',
      '2026-04-17T07:30:00.000Z task-escalated head: 2 late tasks are with you',
    ]);
  });

  it('is sent once a reader and morning, to who has taken the task and not to the team', async () => {
    journeys = await startJourneys({ digests: true });
    const [mine, ours] = [
      await journeys.apply({ preferredName: 'Mine' }),
      await journeys.apply({ preferredName: 'Ours' }),
    ];
    const task = await journeys.openTask(mine, 'triage-request');
    const officer = journeys.member('contact-officer');
    await journeys.send('POST', `/${slug}/staff/tasks/${task.id}/assign`, {
      as: 'contact-officer',
      body: { to: officer.id },
    });

    await journeys.moveTo('2026-01-08T08:30:00Z');
    await journeys.platform.lambda.invoke('send-digests', {});

    const onThe8th = (await sent()).filter((line) => line.startsWith('2026-01-08'));
    expect(onThe8th.map((line) => line.slice(25)).sort()).toEqual([
      'overdue-digest contact-officer: You have 1 late task',
      'overdue-digest first-contact: You have 1 late task',
    ]);
    expect((await journeys.tasks(ours)).every(({ escalatedAt }) => escalatedAt === undefined)).toBe(true);
  });

  it('that fails for one reader reaches the others, and the call made again reaches that one alone', async () => {
    journeys = await startJourneys({ digests: true });
    const [mine] = [await journeys.apply({ preferredName: 'Mine' }), await journeys.apply({ preferredName: 'Ours' })];
    const task = await journeys.openTask(mine, 'triage-request');
    const officer = journeys.member('contact-officer');
    await journeys.send('POST', `/${slug}/staff/tasks/${task.id}/assign`, {
      as: 'contact-officer',
      body: { to: officer.id },
    });
    await journeys.moveTo('2026-01-07T12:00:00Z');
    journeys.setMailFault((to) => (to === officer.email ? 'unavailable' : undefined));
    await journeys.moveTo('2026-01-08T08:30:00Z');
    const failed = journeys.errors.map(String);
    const before = (await sent()).filter((line) => line.startsWith('2026-01-08')).map((line) => line.slice(25));
    journeys.setMailFault();

    const again = await journeys.platform.lambda.invoke('send-digests', {});

    expect(failed).toEqual(['AggregateError: 1 of the morning’s messages were not sent']);
    expect(before).toEqual(['overdue-digest first-contact: You have 1 late task']);
    expect(again).toEqual({ digests: 1, escalations: 0, reminders: 0, done: true });
  });

  it('of thousands of late tasks lists the first twenty and leads to the rest, once, in one list a reader', async () => {
    journeys = await startJourneys();
    const { id, name, email } = journeys.member('assessor');
    const kind = 'estimate-budget';
    const many = Array.from({ length: 1500 }, (_, at) =>
      listedTask(at, {
        kind,
        dueOn: '2025-12-23',
        role: 'assessor',
        ...(at < 30 && { assignee: { id, name, email } }),
      }),
    );
    await writeTasks(journeys.platform, many);
    const { createSendDigests } = await import('../../../functions/scheduled/send-digests.ts');
    const run = createSendDigests(journeys.deps);

    const first = await run();
    const again = await run();

    expect(first).toEqual({ digests: 2, escalations: 1, reminders: 0, done: true });
    expect(again).toEqual({ digests: 0, escalations: 0, reminders: 0, done: true });
    const mails = (await journeys.platform.mail.list()).map(({ to, subject, text, html }) => ({
      to: to[0],
      subject,
      text,
      html,
    }));
    const theirs = mails.find(({ to }) => to === email);
    const team = mails.find(({ to }) => to?.startsWith('assessment@'));
    expect(theirs?.subject).toBe('You have 30 late tasks');
    expect(team?.subject).toBe('You have 1470 late tasks');
    expect(team?.text).toContain(`And 1450 more: ${journeys.deps.siteUrl}/${slug}/staff/tasks`);
    expect(team?.text.match(/working days late/g)).toHaveLength(20);
    for (const { text, html } of mails) expect(text.length + html.length).toBeLessThan(20_000);
  });

  it('alone, for who prefers it, has all that is open; what is due the same day is mailed at once all the same', async () => {
    journeys = await startJourneys({ digests: true });
    const { id, name, email } = journeys.member('key-worker');
    const before = await journeys.deps.store.staff(slug, id);
    if (before === undefined) throw new Error('No key worker');
    const event = {
      council: slug,
      at: journeys.now(),
      id: 'x',
      actor: { kind: 'platform', name: 'test' },
      action: 'mail-preferred',
      authority: 'x',
    } as const;
    await journeys.deps.store.saveStaff(slug, { ...before, prefersDigest: true }, event, before);
    const { createNotices } = await import('../../../services/mail/notices.ts');
    const { tellStaff } = createNotices(journeys.deps);
    const reference = await journeys.apply();
    const own = {
      council: slug,
      reference,
      version: 1,
      kind: 'look-at-change',
      role: 'key-worker',
      openedAt: journeys.now(),
      status: 'open',
      assignee: { id, name, email },
    };
    const tasks = (['2026-01-05', '2026-01-20'] as const).map((dueOn, at) =>
      taskSchema.parse({ ...own, id: `${reference}.case.look-at-change-${at + 1}`, dueOn }),
    );
    const events = [{ ...event, reference, action: 'task-created', id: 'y' }] as const;
    await journeys.deps.store.commit({ tasks, events });
    for (const task of tasks) await tellStaff(task, task);
    const atOnce = (await journeys.platform.mail.list()).filter(({ to }) => to[0] === email);
    await journeys.moveTo('2026-01-06T12:00:00Z');
    const next = (await journeys.platform.mail.list()).find(({ to }) => to[0] === email);

    expect(atOnce).toHaveLength(1);
    expect(atOnce[0]?.text).toContain('due Monday 5 January 2026');
    expect(next?.subject).toBe('You have 1 late task');
    expect(next?.text).toContain('2 are open in all');
    expect(next?.text).toContain('due Tuesday 20 January 2026');
  });
});
