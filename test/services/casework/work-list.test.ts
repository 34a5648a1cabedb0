import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { directDocuments } from '../../../local/dynamodb/documents.ts';
import { isoDate } from '../../../schemas/scalars.ts';
import type { Task } from '../../../schemas/task.ts';
import type { WorkFilter } from '../../../schemas/work-filter.ts';
import { workPageOf } from '../../../services/casework/work-list.ts';
import { createCaseStore } from '../../../services/store/case-store.ts';
import type { Documents } from '../../../services/store/item-kinds.ts';
import { councilPart, teamPart } from '../../../services/store/task-keys.ts';
import { listedTask, writeTasks } from '../../support/many-tasks.ts';
import { startTestPlatform, type TestPlatform } from '../../support/platform.ts';

/** Items that the database looked at, as it says itself: what a request is paid by. */
let read = 0;
let platform: TestPlatform;
let store: ReturnType<typeof createCaseStore>;
const officer = { id: 'me', roles: ['contact-officer'] } as const;
const manager = { id: 'boss', roles: ['manager'] } as const;

const many = 20_000;
const day = (at: number) => `2026-01-${String(1 + (at % 28)).padStart(2, '0')}`;
const worker = (id: string) => ({ id, name: `Worker ${id}`, email: `${id}@example.com` });

beforeAll(async () => {
  platform = await startTestPlatform();
  const direct = directDocuments(platform.platform.dynamoDb.handleTyped);
  const counting = {
    send: async (command: never) => {
      const answer = (await direct.send(command)) as { ScannedCount?: number };
      read += answer.ScannedCount ?? 1;
      return answer;
    },
  };
  // Of the document client only `send` is called.
  const documents = counting as unknown as Documents;
  store = createCaseStore({ documents, tableName: platform.platform.dynamoDb.tableName });
  const unclaimed = Array.from({ length: many }, (_, at) =>
    listedTask(at, {
      kind: at === 19_990 ? 'review-wait' : 'triage-request',
      dueOn: day(at),
      priority: at % 100 === 0 ? 1 : 3,
    }),
  );
  const held = Array.from({ length: 300 }, (_, at) =>
    listedTask(many + at, {
      kind: 'check-authority',
      dueOn: day(at),
      assignee: worker(at % 3 === 0 ? 'me' : 'ann'),
      ...(at % 10 === 1 && {
        waiting: { for: 'health', until: '2026-02-02', since: '2026-01-05T10:00:00.000Z', by: 'ann' },
      }),
    }),
  );
  await writeTasks(platform.platform, [...unclaimed, ...held]);
}, 60_000);
afterAll(() => platform.stop());
beforeEach(() => {
  read = 0;
});

const pageOf = (filter: WorkFilter, staff: Parameters<typeof workPageOf>[2] = officer) =>
  workPageOf({ store, clock: platform.deps.clock }, { slug: 'leicestershire' as Task['council'] }, staff, filter);
const ids = (tasks: readonly Task[]) => tasks.map(({ id }) => id);

describe('a list of 20,000 open tasks', () => {
  it('gives a page of 50 for 52 items read, the earliest due first and of a day the most pressing', async () => {
    const { tasks, next } = await pageOf({ whose: 'unclaimed' });

    expect(tasks).toHaveLength(50);
    expect(read).toBeLessThanOrEqual(52);
    expect(next).toBeDefined();
    const order = tasks.map(({ dueOn, priority }) => `${dueOn} ${priority}`);
    expect(order).toEqual(order.toSorted());
    expect(tasks.filter(({ priority }) => priority === 1).length).toBeGreaterThan(5);
  });

  it('goes on and back by cursors that hold while others take work from the list', async () => {
    const first = await pageOf({ whose: 'unclaimed' });
    const second = await pageOf({ whose: 'unclaimed', after: first.next });
    const third = await pageOf({ whose: 'unclaimed', after: second.next });
    const back = await pageOf({ whose: 'unclaimed', before: third.previous });
    const [taken] = second.tasks.slice(-1) as [Task];
    await writeTasks(platform.platform, [{ ...taken, assignee: worker('ann') } as Task]);
    const again = await pageOf({ whose: 'unclaimed', after: second.next });
    const beginning = await pageOf({ whose: 'unclaimed', before: second.previous });
    await writeTasks(platform.platform, [taken]);

    expect(ids(back.tasks)).toEqual(ids(second.tasks));
    expect(ids(again.tasks)).toEqual(ids(third.tasks));
    expect(ids(beginning.tasks)).toEqual(ids(first.tasks));
    expect(beginning.previous).toBeUndefined();
    expect(new Set([...ids(first.tasks), ...ids(second.tasks), ...ids(third.tasks)]).size).toBe(150);
    expect(read).toBeLessThanOrEqual(7 * 54);
  });

  it('looks for something rare 500 at a time and ends: each request says where the next goes on', async () => {
    let after: string | undefined;
    const found: Task[] = [];
    let requests = 0;
    do {
      read = 0;
      const page = await pageOf({ whose: 'unclaimed', kind: 'review-wait', after });
      found.push(...page.tasks);
      after = page.next;
      requests += 1;
      expect(read).toBeLessThanOrEqual(500);
    } while (after !== undefined && requests < 100);

    expect(found).toHaveLength(1);
    expect(requests).toBeLessThanOrEqual(41);
  });

  it('finds what is due today, or late, by the key and not by looking through the rest', async () => {
    const late = await pageOf({ whose: 'unclaimed', due: 'late' });
    const today = await pageOf({ whose: 'unclaimed', due: 'today' });
    const week = await pageOf({ whose: 'unclaimed', due: 'week' });
    const later = await pageOf({ whose: 'unclaimed', due: 'later' });

    expect(late.tasks.every(({ dueOn }) => dueOn < '2026-01-05')).toBe(true);
    expect(new Set(today.tasks.map(({ dueOn }) => dueOn))).toEqual(new Set(['2026-01-05']));
    expect(week.tasks[0]?.dueOn).toBe('2026-01-06');
    expect(later.tasks[0]?.dueOn).toBe('2026-01-12');
    expect(read).toBeLessThanOrEqual(4 * 52);
  });

  it('merges a manager’s seven teams into one order, still for a bounded number', async () => {
    const { tasks } = await pageOf({ whose: 'all' }, manager);

    expect(tasks).toHaveLength(50);
    expect(read).toBeLessThanOrEqual(3 * 7 * 52);
  });

  it('keeps apart what is mine, what somebody else has, and what waits', async () => {
    const mine = await pageOf({ whose: 'mine' });
    const others = await pageOf({ whose: 'others' });
    const waiting = await pageOf({ whose: 'waiting' });
    const ofAnn = await pageOf({ whose: 'others', holder: 'ann' }, manager);
    const strangers = await pageOf({ whose: 'others', holder: 'ann' }, { id: 'x', roles: ['finance-officer'] });

    const holders = (tasks: readonly Task[]) => new Set(tasks.map(({ assignee }) => assignee?.id));
    expect([holders(mine.tasks), holders(others.tasks)]).toEqual([new Set(['me']), new Set(['ann'])]);
    expect(mine.tasks.some((task) => task.waiting)).toBe(false);
    expect(waiting.tasks).toHaveLength(30);
    expect(ofAnn.tasks).toHaveLength(50);
    expect(strangers.tasks).toEqual([]);
  });

  it('reads one case by its reference alone', async () => {
    const wanted = listedTask(7, { kind: 'triage-request' });
    const { tasks } = await pageOf({ whose: 'unclaimed', reference: ` ${wanted.reference.toLowerCase()}` });
    const none = await pageOf({ whose: 'unclaimed', reference: 'no reference' });

    expect(ids(tasks)).toEqual([wanted.id]);
    expect(none.tasks).toEqual([]);
    expect(read).toBeLessThanOrEqual(1);
  });

  it('is counted up to a number, and no further', async () => {
    const part = teamPart('leicestershire' as Task['council'], 'contact-officer', 'unclaimed');
    const late = await store.taskPages.count([part], undefined, '2026-01-05', 500);
    const counted = read;
    read = 0;
    const few = await store.taskPages.count(
      [teamPart('leicestershire' as Task['council'], 'contact-officer', 'waiting')],
      undefined,
      undefined,
      500,
    );

    expect([late, counted]).toEqual([500, 500]);
    expect([few, read]).toEqual([30, 30]);
  });

  it('is gone through in parts by what runs at night', async () => {
    const sizes: number[] = [];
    for await (const tasks of store.taskPages.inParts(councilPart('leicestershire' as Task['council']), {
      until: isoDate.parse('2026-01-02'),
    })) {
      sizes.push(tasks.length);
    }

    expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
    expect(sizes.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(700);
  });

  it('answers a page over HTTP with the addresses of its neighbours', async () => {
    const first = await platform.send('GET', '/leicestershire/staff/tasks?whose=unclaimed', { as: 'contact-officer' });
    const second = await platform.send('GET', first.json.next, { as: 'contact-officer' });
    const wrong = await platform.send('GET', '/leicestershire/staff/tasks?kind=no-such-kind', {
      as: 'contact-officer',
    });

    expect([first.status, first.json.tasks.length, second.json.tasks.length]).toEqual([200, 50, 50]);
    expect(first.text.length).toBeLessThan(60_000);
    expect(second.json.previous).toContain('before=');
    expect([wrong.status, wrong.json.errors[0].field]).toEqual([400, 'kind']);
  });
});
