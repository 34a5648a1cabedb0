import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, londonDate } from '../../../domain/time/clock-time.ts';
import { createCountWork } from '../../../functions/scheduled/count-work.ts';
import { createHandOverWork } from '../../../functions/scheduled/hand-over-work.ts';
import { createRemindDrafts } from '../../../functions/scheduled/remind-drafts.ts';
import { createSendDigests } from '../../../functions/scheduled/send-digests.ts';
import { createSweepSignals } from '../../../functions/scheduled/sweep-signals.ts';
import { councilSlug, isoInstant } from '../../../schemas/scalars.ts';
import { type Signal, signal } from '../../../schemas/signal.ts';
import { workFigures } from '../../../schemas/work-figures.ts';
import { figuresPartition } from '../../../services/store/keys.ts';
import { owedIn } from '../../../services/store/signal-keys.ts';
import { holderPart, teamPart } from '../../../services/store/task-keys.ts';
import { findPersons, mostOnPage } from '../../../services/work/find-persons.ts';
import { aPerson } from '../../support/a-person.ts';
import { listedTask, referenceAt, writeTasks } from '../../support/many-tasks.ts';
import { council, startTestPlatform, type TestPlatform } from '../../support/platform.ts';
import { putStraight, runOf, watched } from '../../support/watched-store.ts';

const many = 20_000;
const slug = councilSlug.parse(council);
let platform: TestPlatform;
beforeEach(async () => {
  platform = await startTestPlatform();
});
afterEach(() => platform.stop());

const numbers = Array.from({ length: many }, (_, number) => number);
/** Calls a job until it says that it is done, each run with time for so many parts. Answers how many runs it took. */
const untilDone = async (
  job: (event: unknown, run: ReturnType<typeof runOf>) => Promise<{ done?: boolean }>,
  parts: number,
) => {
  for (let runs = 1; runs < 200; runs += 1) if ((await job({}, runOf(parts))).done !== false) return runs;
  throw new Error('It is never done');
};

describe('with 20,000 of them', { timeout: 180_000 }, () => {
  it('what is owed is sent in parts, each once, by as many runs as it takes', async () => {
    const at = isoInstant.parse('2026-01-05T09:00:00.000Z');
    const owed = numbers.map((number) =>
      signal.parse({
        ...{ council, reference: referenceAt(number), at, id: 'tell-news' },
        ...{ kind: 'tell-person', step: 'news', template: 'answer-ready' },
      }),
    );
    await putStraight(
      platform.platform,
      owed.map((one) => ({
        pk: `CASE#${one.council}#${one.reference}`,
        sk: `SIGNAL#${one.id}`,
        ...{ data: one, schemaVersion: 2 },
        ...owedIn(one),
      })),
    );
    const { deps, most } = watched(platform.platform);
    const sent: Signal[] = [];
    let largest = 0;
    const trySend = async (signals: readonly Signal[]) => {
      largest = Math.max(largest, signals.length);
      sent.push(...signals);
      await Promise.all(signals.map((one) => deps.store.removeSignal(one)));
      return 0;
    };
    const send = async (one: Signal) => {
      sent.push(one);
      await deps.store.removeSignal(one);
    };
    const sweep = createSweepSignals({ ...deps, workflows: { ...deps.workflows, send, trySend } });
    let runs = 0;
    while (sent.length < many && runs < 50) {
      await sweep({}, runOf(30));
      runs += 1;
    }

    expect(new Set(sent.map(({ reference }) => reference)).size).toBe(many);
    expect(sent).toHaveLength(many);
    expect(runs).toBeGreaterThan(2);
    expect(most.read).toBeLessThanOrEqual(25);
    expect(largest).toBeLessThanOrEqual(9 * 25);
  });

  it('open work is counted, and what waited until today comes back once, in runs that are cut short', async () => {
    const waits = { until: '2026-01-05', for: 'person', since: '2026-01-02T10:00:00.000Z', by: 'somebody' };
    const tasks = numbers.map((number) =>
      listedTask(number, {
        kind: 'triage-request',
        dueOn: addDays('2026-01-06' as never, number % 30),
        ...(number % 20 === 0 && { waiting: waits }),
      }),
    );
    await writeTasks(platform.platform, tasks);
    const { deps, most } = watched(platform.platform);

    const runs = await untilDone(createCountWork(deps), 20);
    const again = await createCountWork(deps)();
    const figures = await deps.store.items.get(workFigures, figuresPartition(slug), 'NOW');

    expect(runs).toBeGreaterThan(1);
    expect(again.over).toBe(0);
    expect(figures?.teams.reduce((sum, { open }) => sum + open, 0)).toBe(many);
    expect(figures?.teams.reduce((sum, { waiting }) => sum + waiting, 0)).toBe(0);
    const ended = await Promise.all(
      tasks.filter((_, number) => number % 20 === 0).map(({ id }) => deps.store.task(slug, id)),
    );
    expect(new Set(ended.map((one) => one?.version))).toEqual(new Set([2]));
    expect(most.read).toBeLessThanOrEqual(500);
    expect(most.written).toBeLessThanOrEqual(10);
  });

  it('late work makes one short mail a reader, however often the morning is cut short', async () => {
    await platform.platform.clock.forward('PT20H');
    const staff = platform.platform.staff.filter((one) => one.council === council).slice(0, 5);
    const tasks = numbers.map((number) => {
      const holder = staff[number % staff.length];
      return listedTask(number, {
        kind: 'look-at-change',
        dueOn: '2026-01-05',
        ...(number % 2 === 0 && holder && { assignee: { id: holder.id, name: holder.name, email: holder.email } }),
      });
    });
    await writeTasks(platform.platform, tasks);
    const { deps, most } = watched(platform.platform);

    const runs = await untilDone(createSendDigests(deps), 40);
    const mails = (await platform.platform.mail.list()).filter(({ tags }) =>
      tags['message']?.startsWith('overdue-digest'),
    );

    expect(runs).toBeGreaterThan(1);
    expect(mails.map(({ to }) => to[0]).toSorted()).toEqual([...new Set(mails.map(({ to }) => to[0]))].toSorted());
    expect(mails.length).toBeGreaterThanOrEqual(5);
    expect(Math.max(...mails.map(({ text }) => text.length))).toBeLessThan(20_000);
    expect(most.read).toBeLessThanOrEqual(500);
  });

  it('the 2,000 tasks of somebody who leaves go on: some with the request, and the rest with the day’s job', async () => {
    const leaver = platform.member('contact-officer');
    const assignee = { id: leaver.id, name: leaver.name, email: leaver.email };
    const theirs = numbers.slice(0, 2000).map((number) => listedTask(number, { kind: 'triage-request', assignee }));
    const others = numbers.slice(2000, 6000).map((number) => listedTask(number, { kind: 'triage-request' }));
    await writeTasks(platform.platform, [...theirs, ...others]);
    const gone = await platform.send('POST', `/${council}/staff/people/${leaver.id}/leave`, {
      as: 'manager',
      body: { left: true },
    });
    const { deps, most } = watched(platform.platform);

    const runs = await untilDone(createHandOverWork(deps), 12);
    const held = await deps.store.taskPages.count([holderPart(slug, leaver.id, 'todo')], undefined, undefined, 10);
    const ofTeam = await deps.store.taskPages.count(
      [teamPart(slug, 'contact-officer', 'unclaimed')],
      undefined,
      undefined,
      many,
    );

    expect(gone.status).toBeLessThan(400);
    expect(runs).toBeGreaterThan(1);
    expect(held).toBe(0);
    expect(ofTeam).toBe(6000);
    expect(most.read).toBeLessThanOrEqual(200);
    const mails = (await platform.platform.mail.list()).filter(({ tags }) =>
      tags['message']?.startsWith('work-handed-on'),
    );
    expect(mails.length).toBeLessThanOrEqual(2);
    expect(Math.max(...mails.map(({ text }) => text.length))).toBeLessThan(20_000);
  });

  it('unsent forms are looked at in parts, and what finds a form that is gone is forgotten', async () => {
    const today = londonDate(platform.deps.clock.now());
    await putStraight(
      platform.platform,
      numbers.map((number) => {
        const id = `form-${number}`.padEnd(22, '-');
        const data = { version: 1, council, address: `ADDRESS#${council}#one`, id, lookOn: today, reminded: false };
        return {
          pk: data.address,
          sk: `DRAFT#${id}`,
          data,
          version: 1,
          duePk: `DRAFTS#${council}`,
          workSk: `${today}#${id}`,
        };
      }),
    );
    const { deps, most } = watched(platform.platform);

    const runs = await untilDone(createRemindDrafts(deps), 50);

    expect(runs).toBeGreaterThan(1);
    expect(
      await deps.store.items.list(
        { safeParse: () => ({ success: true }) } as never,
        `ADDRESS#${council}#one`,
        'DRAFT#',
      ),
    ).toEqual([]);
    expect(most.read).toBeLessThanOrEqual(100);
  });

  it('of one surname a search shows a page, and reads no more than a page needs', async () => {
    const { index } = platform.deps.store;
    const smith = (number: number, firstName = 'Ann', postcode = 'LE1 1AA', born = '1950-01-01') =>
      aPerson({
        id: `smith-${number}`.padEnd(22, '-') as never,
        lastName: 'Smith',
        dateOfBirth: born as never,
        firstName,
        postcode,
      });
    // What finds one by the surname is what finds somebody else of that name too, but for the id at its end.
    const entriesOf = async (person: ReturnType<typeof smith>) =>
      (await index.writesFor(person)).flatMap((write) =>
        'Put' in write && write.Put.Item.pk.startsWith('FIND#') ? [write.Put.Item] : [],
      );
    const [one, other] = [smith(0), smith(1, 'Zebedee', 'LE9 9ZZ', '1961-12-12')];
    const others = new Set((await entriesOf(other)).map(({ pk }) => pk));
    const ofSurname = (await entriesOf(one)).filter(({ pk }) => others.has(pk));
    await putStraight(
      platform.platform,
      numbers.flatMap((number) => {
        const person = smith(number);
        const at = { pk: `PERSON#${council}#${person.id}`, sk: 'PERSON' };
        return [
          { ...at, data: person, version: 1, schemaVersion: 2 },
          ...ofSurname.map((entry) => ({
            ...entry,
            sk: entry.sk.replace(one.id, person.id),
            data: { ...(entry['data'] as object), person: person.id },
          })),
        ];
      }),
    );
    const { deps, most } = watched(platform.platform);
    most.calls = 0;

    const first = await findPersons(deps, slug, { name: 'Smith' });
    const calls = most.calls;
    const second = await findPersons(deps, slug, { name: 'Smith' }, first.next);

    expect(first.hits.length).toBeGreaterThan(0);
    expect(first.hits.length).toBeLessThanOrEqual(mostOnPage);
    expect(second.hits.length).toBeGreaterThan(0);
    const shown = new Set(first.hits.map(({ person }) => person.id));
    expect(second.hits.filter(({ person }) => shown.has(person.id))).toEqual([]);
    expect(most.read).toBeLessThanOrEqual(50);
    expect(calls).toBeLessThan(500);
  });
});
