import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, it } from 'vitest';
import { type Journeys, slug, startJourneys } from '../../support/journey.ts';

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
    expect(again).toEqual({ digests: 1, escalations: 0, reminders: 0 });
  });
});
