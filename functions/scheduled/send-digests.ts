import * as z from 'zod';
import { isChased, remindedUntil } from '../../domain/staff/chasing.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { isWorkingDay } from '../../domain/time/working-days.ts';
import type { Council } from '../../schemas/council.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../../services/deps.ts';
import { jobHandler } from '../../services/handlers.ts';
import { createMorningLists } from '../../services/mail/morning-lists.ts';
import { count } from '../../services/runtime/metrics.ts';
import { type Run, unending } from '../../services/runtime/run-time.ts';
import { councilPart } from '../../services/store/task-keys.ts';
import { createLateness } from '../../services/work/lateness.ts';

/** Days for which it is remembered how far a morning came. */
const claimDays = 7;

/**
 * Chases work at 08:30 on working days: one list a worker (or team, while nobody has taken the task) of what is late and due today; what is so many
 * working days late to the managers and to the levels above them; a reminder of what is due soon. Where a person was told a day that has
 * passed, whoever holds the work is asked why, and the person is told. It runs again later in the morning, and then does what was left: nothing
 * is sent twice, and what is told to people goes on after the last part that was done.
 */
export const createSendDigests = (deps: Deps) => {
  const { store, clock, councils } = deps;
  const tellOfLateness = createLateness(deps);

  const remember = (council: Council, name: string, answer: string) => {
    const expiresAt = Math.floor(Date.parse(clock.now()) / 1000) + claimDays * 86_400;
    return store.claim(council.slug, { name, answer, expiresAt }, clock.now());
  };

  /** Tells people of what is late, a part at a time. @returns how many are late of what was looked at, and whether that was all */
  const tellPeople = async (council: Council, today: IsoDate, run: Run, failed: (error: unknown) => void) => {
    let late = 0;
    const all = await store.walks.walk<Task[]>({
      name: `lateness#${council.slug}`,
      of: today,
      run,
      read: (after) => store.taskPages.part(councilPart(council.slug), { until: today, after }),
      take: async (tasks) => {
        let faults = 0;
        late += await tellOfLateness(tasks, today, (error) => {
          faults += 1;
          failed(error);
        });
        return faults === 0;
      },
    });
    return { late, all };
  };

  const morningOf = async (council: Council, today: IsoDate, run: Run, failed: (error: unknown) => void) => {
    const none = { digests: 0, escalations: 0, reminders: 0, done: true };
    const done = `morning#${today}`;
    if (await store.claimed(council.slug, done, clock.now())) return none;
    let faults = 0;
    const failedHere = (error: unknown) => {
      faults += 1;
      failed(error);
    };
    const lists = await createMorningLists(deps, council, today, failedHere);
    for await (const page of store.taskPages.inParts(councilPart(council.slug), {
      until: `${remindedUntil(today, council)}#~`,
      atATime: 500,
    })) {
      for (const task of page) if (isChased(task, today)) await lists.take(task);
    }
    // Staff and managers hear first: what is told to each person takes longer the more is late.
    const { late, all, ...sent } = await lists.send(run);
    const people = await tellPeople(council, today, run, failedHere);
    count('TaskOverdue', late);
    count('TaskEscalated', sent.escalations);
    count('PromiseLate', people.late);
    const isDone = all && people.all;
    if (isDone && faults === 0) await remember(council, done, clock.now());
    return { ...sent, done: isDone };
  };

  return async (_event?: unknown, run: Run = unending) => {
    const today = londonDate(clock.now());
    const total = { digests: 0, escalations: 0, reminders: 0, done: true };
    if (!isWorkingDay(today)) return total;
    // A mail that fails keeps nobody else from theirs. The call fails at its end, and Lambda makes it again for those not told.
    const failures: unknown[] = [];
    for (const slug of councils.slugs) {
      const sent = await morningOf(councils.known(slug), today, run, (error) => failures.push(error));
      for (const kind of ['digests', 'escalations', 'reminders'] as const) total[kind] += sent[kind];
      total.done &&= sent.done;
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} of the morning’s messages were not sent`);
    return total;
  };
};

export const handler = jobHandler(
  'send-digests',
  z.strictObject({ digests: z.int(), escalations: z.int(), reminders: z.int(), done: z.boolean() }),
  createSendDigests,
);
