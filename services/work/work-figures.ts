import { withTime, workingDaysTaken } from '../../domain/journey/step-times.ts';
import { isWaiting, waitOver } from '../../domain/journey/task-holding.ts';
import { priorityOf } from '../../domain/journey/task-priority.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { CouncilSlug, IsoDate } from '../../schemas/scalars.ts';
import { staffRole } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';
import { type StepTimes, stepTimes, type WorkFigures, workFigures } from '../../schemas/work-figures.ts';
import type { Deps } from '../deps.ts';
import { hasTime, type Run } from '../runtime/run-time.ts';
import { eventOf, platform } from '../store/audit.ts';
import { itemBytes } from '../store/item-bytes.ts';
import { figuresPartition } from '../store/keys.ts';
import { councilPart, donePart } from '../store/task-keys.ts';

import { createHelpCount } from './help-count.ts';
import { createScreeningCount } from './screening-count.ts';

const actor = platform('count-work');
const authority = 'The council’s own division of work';

/** Tasks of an older release that one run puts in their place, so that it ends in time; the next night goes on. */
const mostMoved = 2000;

/** For how long figures are new, so that they are not counted again. */
const justCountedMs = 3_600_000;

/** Pieces of work that are written anew together. */
const together = 10;

/** What is remembered once nothing lies where an older release had put it. */
const allInPlace = 'work-lists-in-place';

/** Bytes that the workers take in the figures: an item of the table holds 400 KB, of which the rest needs little. */
const roomForWorkers = 300_000;

/** Those of some workers for whom there is room, in their order. */
const withRoom = <W extends Record<string, unknown>>(workers: readonly W[]): W[] => {
  let left = roomForWorkers;
  return workers.filter((one) => {
    left -= itemBytes(one) + 20;
    return left > 0;
  });
};

type Counts = { open: number; late: number; waiting: number };
const none = (): Counts => ({ open: 0, late: 0, waiting: 0 });

/** Counts one task into what stands under a key. */
const countIn = <Key, More extends Counts>(
  into: Map<Key, More>,
  key: Key,
  fresh: () => More,
  task: Task,
  today: IsoDate,
): More => {
  const counts = into.get(key) ?? fresh();
  const waits = isWaiting(task, today);
  counts.open += 1;
  counts.waiting += Number(waits);
  counts.late += Number(!waits && task.dueOn < today);
  into.set(key, counts);
  return counts;
};

/**
 * What happens to lists of work at night: what waited until today is back among what is to be done, what an older release wrote is put where lists
 * find it, and what managers see is counted, in parts and in one pass. Harmless when run again.
 */
export const createWorkFigures = (deps: Deps) => {
  const { store, clock } = deps;
  const countScreening = createScreeningCount(deps);
  const countHelp = createHelpCount(deps);

  const rewritten = async (task: Task, after: Task, action: 'task-wait-over' | 'task-listed'): Promise<boolean> =>
    // Somebody who changes it at this moment writes it anew as well.
    store.commit({ tasks: [after], events: [eventOf(deps, task, { actor, action, about: task.id, authority })] });

  const endWaits = async (tasks: readonly Task[], today: IsoDate): Promise<number> => {
    const over = tasks.filter((task) => task.waiting !== undefined && !isWaiting(task, today));
    let ended = 0;
    for (let at = 0; at < over.length; at += together) {
      const some = over.slice(at, at + together);
      const done = await Promise.all(some.map((task) => rewritten(task, waitOver(task), 'task-wait-over')));
      ended += done.filter((one) => one).length;
    }
    return ended;
  };

  const putInPlace = async (council: CouncilSlug): Promise<void> => {
    if (await store.claimed(council, allInPlace, clock.now())) return;
    const misplaced = await store.taskPages.misplaced(councilPart(council), mostMoved);
    for (const task of misplaced) {
      const careCase = task.priority === undefined ? await store.case(council, task.reference) : undefined;
      const priority = careCase ? priorityOf(task.kind, careCase) : (task.priority ?? 3);
      await rewritten(task, { ...task, version: task.version + 1, priority }, 'task-listed');
    }
    if (misplaced.length === 0) await store.claim(council, { name: allInPlace, answer: clock.now() }, clock.now());
  };

  const reviewsByMonth = async (council: CouncilSlug, today: IsoDate): Promise<WorkFigures['reviews']> => {
    const months = new Map<string, { due: number; overdue: number }>();
    for await (const days of store.reviews.days(council)) {
      for (const day of days) {
        const month = day.slice(0, 7);
        const counts = months.get(month) ?? { due: 0, overdue: 0 };
        if (day < today) counts.overdue += 1;
        else counts.due += 1;
        months.set(month, counts);
      }
    }
    return [...months]
      .map(([month, counts]) => ({ month, ...counts }))
      .toSorted((a, b) => a.month.localeCompare(b.month));
  };

  /** Puts back among what is to be done what waited until today. @returns how many, and whether all of them were looked at */
  const endAllWaits = async (council: CouncilSlug, today: IsoDate, run: Run) => {
    let over = 0;
    const done = await store.walks.walk<Task[]>({
      name: `count-work#${council}`,
      of: today,
      run,
      read: (after) => store.taskPages.part(councilPart(council), { after, atATime: 500 }),
      take: async (tasks) => {
        over += await endWaits(tasks, today);
      },
    });
    return { over, done };
  };

  const countOpen = async (council: CouncilSlug, today: IsoDate): Promise<number> => {
    const teams = new Map<Task['role'], Counts & { unclaimed: number }>();
    const kinds = new Map<Task['kind'], Counts & { oldestDueOn: IsoDate }>();
    const workers = new Map<string, Counts & { name: string }>();
    let open = 0;
    for await (const tasks of store.taskPages.inParts(councilPart(council), { atATime: 500 })) {
      open += tasks.length;
      for (const task of tasks) {
        const team = countIn(teams, task.role, () => ({ ...none(), unclaimed: 0 }), task, today);
        team.unclaimed += Number(task.assignee === undefined);
        countIn(kinds, task.kind, () => ({ ...none(), oldestDueOn: task.dueOn }), task, today);
        const { assignee } = task;
        if (assignee) countIn(workers, assignee.id, () => ({ ...none(), name: assignee.name }), task, today);
      }
    }
    const before = await store.items.get(workFigures, figuresPartition(council), 'NOW');
    const data: WorkFigures = {
      version: (before?.version ?? 0) + 1,
      at: clock.now(),
      teams: staffRole.options.flatMap((role) => {
        const counts = teams.get(role);
        return counts ? [{ role, ...counts }] : [];
      }),
      kinds: [...kinds].map(([kind, counts]) => ({ kind, ...counts })),
      workers: withRoom(
        [...workers].map(([id, counts]) => ({ id, ...counts })).toSorted((a, b) => a.name.localeCompare(b.name)),
      ),
      reviews: await reviewsByMonth(council, today),
    };
    // Another run has counted at the same moment: its figures are as good.
    await store.items.put({ pk: figuresPartition(council), sk: 'NOW', data }, data.version);
    return open;
  };

  /** Counts how long the work took that was finished in a month, up to today, each once: what was counted before is not read again. */
  const countTimes = async (council: CouncilSlug, month: string, today: IsoDate): Promise<void> => {
    const place = { pk: figuresPartition(council), sk: `TIMES#${month}` };
    const before = await store.items.get(stepTimes, place.pk, place.sk);
    const end = `${month}-32`;
    const until = today < end ? today : end;
    if (before && before.until >= until) return;
    let kinds: StepTimes['kinds'] = before?.kinds ?? {};
    let found = 0;
    for await (const tasks of store.taskPages.inParts(donePart(council), {
      from: before?.until ?? `${month}-00`,
      until,
    })) {
      for (const { kind, openedAt, closed } of tasks) {
        if (closed) kinds = withTime(kinds, kind, workingDaysTaken(openedAt, closed.at));
        found += 1;
      }
    }
    // A month in which nothing was finished leaves nothing.
    if (found === 0 && before === undefined) return;
    const data: StepTimes = { version: (before?.version ?? 0) + 1, month, until, kinds };
    await store.items.put({ ...place, data }, data.version);
  };

  return async (council: CouncilSlug, run: Run): Promise<{ open: number; over: number; done: boolean }> => {
    const today = londonDate(clock.now());
    const { over, done } = await endAllWaits(council, today, run);
    // The figures of yesterday stand until the rest is done.
    if (!done || !hasTime(run)) return { open: 0, over, done: false };
    const counted = await store.items.get(workFigures, figuresPartition(council), 'NOW');
    // The second run of a morning has nothing to add where the first came to its end.
    if (counted && Date.parse(clock.now()) - Date.parse(counted.at) < justCountedMs) {
      return { open: counted.teams.reduce((sum, team) => sum + team.open, 0), over, done };
    }
    await putInPlace(council);
    const open = await countOpen(council, today);
    const month = today.slice(0, 7);
    const [year = 0, number = 1] = month.split('-').map(Number);
    const last = number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
    await countTimes(council, last, today);
    await countTimes(council, month, today);
    return { open, over, done: (await countScreening(council, run)) && (await countHelp(council, run)) };
  };
};
