import * as z from 'zod';
import { londonDate } from '../../domain/time/clock-time.ts';
import { addWorkingDays, isWorkingDay } from '../../domain/time/working-days.ts';
import type { Council } from '../../schemas/council.ts';
import type { CouncilSlug, IsoDate } from '../../schemas/scalars.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../../services/deps.ts';
import { taskHandler } from '../../services/handlers.ts';
import { createNotices } from '../../services/mail/notices.ts';
import { count } from '../../services/runtime/metrics.ts';
import { eventOf, platform } from '../../services/store/audit.ts';
import { createLateness } from '../../services/work/lateness.ts';

/** Days for which it is remembered that a digest was sent; it is a matter of one morning. */
const claimDays = 7;

/**
 * Chases overdue work at 08:30 on working days: one mail a worker (or team, while nobody has taken the task) that lists what is
 * overdue; then, for what is so many working days late, a mail to the managers for as long as it lasts. Where a person was told a day that has
 * passed, whoever holds the work is asked why, and the person is told.
 *
 * A crash after SES took a digest and before the claim was written makes the one possible duplicate.
 */
export const createSendDigests = (deps: Deps) => {
  const { store, clock, councils } = deps;
  const notices = createNotices(deps);
  const tellOfLateness = createLateness(deps);

  const once = async (council: CouncilSlug, name: string, send: () => Promise<boolean>): Promise<boolean> => {
    if (await store.claimed(council, name, clock.now())) return false;
    if (!(await send())) return false;
    const expiresAt = Math.floor(Date.parse(clock.now()) / 1000) + claimDays * 86_400;
    return store.claim(council, { name, answer: clock.now(), expiresAt }, clock.now());
  };

  const chase = async (
    council: Council,
    tasks: readonly Task[],
    today: IsoDate,
    failures: unknown[],
  ): Promise<number> => {
    const readers = Map.groupBy(tasks, ({ assignee, role }) => assignee?.id ?? role);
    let sent = 0;
    for (const [reader, theirs] of readers) {
      const [first] = theirs;
      if (first === undefined) continue;
      const to = first.assignee ?? council.teams[first.role];
      const told = await once(council.slug, `overdue-digest#${today}#${reader}`, () =>
        notices.tellOfOverdue(council, to, 'overdue-digest', theirs),
      ).catch((error) => {
        failures.push(error);
        return false;
      });
      if (told) sent += 1;
    }
    return sent;
  };

  const escalate = async (council: Council, tasks: readonly Task[], today: IsoDate): Promise<number> => {
    const late = tasks.filter(
      ({ kind, dueOn, role }) =>
        role !== 'manager' &&
        // Why something is late is not left to wait: managers hear of it at once.
        addWorkingDays(dueOn, kind === 'explain-delay' ? 0 : council.escalateAfterWorkingDays) < today,
    );
    if (late.length === 0) return 0;
    const told = await once(council.slug, `task-escalated#${today}`, () =>
      notices.tellOfOverdue(council, council.teams.manager, 'task-escalated', late),
    );
    if (!told) return 0;
    const fresh = late.filter(({ escalatedAt }) => escalatedAt === undefined);
    for (const task of fresh) {
      // Where the task changed meanwhile it may be done; if it is not, tomorrow's run marks it.
      await store.commit({
        tasks: [{ ...task, version: task.version + 1, escalatedAt: clock.now() }],
        events: [
          eventOf(deps, task, {
            actor: platform('send-digests'),
            action: 'task-escalated',
            about: task.id,
            authority: 'The council’s own time limits',
          }),
        ],
      });
    }
    return fresh.length;
  };

  return async () => {
    const today = londonDate(clock.now());
    if (!isWorkingDay(today)) return { digests: 0, escalated: 0 };
    // A mail that fails keeps nobody else from theirs. The call fails at its end, and Lambda makes it again for those not told.
    const failures: unknown[] = [];
    let digests = 0;
    let escalated = 0;
    for (const slug of councils.slugs) {
      const council = councils.known(slug);
      const tasks = await store.overdueTasks(slug, today);
      digests += await chase(council, tasks, today, failures);
      // Managers hear first: what is told to each person takes longer the more is late.
      const toManagers = await escalate(council, tasks, today);
      const late = await tellOfLateness(tasks, today, (error) => failures.push(error));
      count('TaskOverdue', tasks.length);
      count('TaskEscalated', toManagers);
      count('PromiseLate', late);
      escalated += toManagers;
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} of the morning’s messages were not sent`);
    return { digests, escalated };
  };
};

export const handler = taskHandler(
  z.unknown(),
  z.strictObject({ digests: z.int(), escalated: z.int() }),
  createSendDigests,
);
