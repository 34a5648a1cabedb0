import type * as z from 'zod';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { CouncilSlug, IsoDate } from '../../schemas/scalars.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { hasTime, type Run } from '../runtime/run-time.ts';
import { figuresPartition } from '../store/keys.ts';
import { donePart } from '../store/task-keys.ts';

/** How far back is counted where nothing has been: what was done before there were figures is told too. */
const monthsBack = 24;
/** Pieces of work that are read together. */
const together = 10;

const nextMonth = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};

/** The months from one on, up to another. */
const monthsFrom = (first: string, last: string): string[] => {
  const months: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
};

const before = (today: IsoDate, months: number): string => {
  const at = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
};

/** What a month's counts carry beside the counts: `until` is the place among finished work up to which they reach. */
type OfMonth = { readonly version: number; readonly month: string; readonly until: string };

/**
 * Counts finished work by the month in which it was finished, once each, in parts of which the place is kept with the counts. A run that ends, fails or
 * is done again goes on from there, and of two at once one counts.
 *
 * @param counting.of what one piece of finished work says, read from its records; undefined where it says nothing
 * @param counting.add the counts with it
 */
export const monthlyCount = <Counts extends OfMonth, Found>(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  counting: {
    readonly sort: string;
    readonly schema: z.ZodType<Counts>;
    readonly fresh: (month: OfMonth) => Counts;
    readonly of: (task: Task) => Promise<Found | undefined>;
    readonly add: (counts: Counts, found: Found) => Counts;
  },
) => {
  const { sort, schema, fresh } = counting;

  const withAll = async (counts: Counts, tasks: readonly Task[]): Promise<Counts> => {
    let now = counts;
    for (let at = 0; at < tasks.length; at += together) {
      for (const one of await Promise.all(tasks.slice(at, at + together).map(counting.of))) {
        if (one !== undefined) now = counting.add(now, one);
      }
    }
    return now;
  };

  /** @returns whether all of the month that is over has been counted */
  const countMonth = async (council: CouncilSlug, month: string, today: IsoDate, run: Run): Promise<boolean> => {
    const key = { pk: figuresPartition(council), sk: `${sort}#${month}` };
    let counts = (await store.items.get(schema, key.pk, key.sk)) ?? fresh({ version: 0, month, until: `${month}-00` });
    const end = `${month}-32`;
    const until = today < end ? today : end;
    while (counts.until < until) {
      if (!hasTime(run)) return false;
      const { part, next } = await store.taskPages.part(donePart(council), { from: counts.until, until });
      const now = await withAll(counts, part);
      // A month in which nothing was found leaves nothing.
      if (next === undefined && now === counts && counts.version === 0) return true;
      // Kept with the place up to which it reaches; no place begins as another one ends. Another run may have been first.
      counts = { ...now, until: next === undefined ? until : `${next}!`, version: counts.version + 1 };
      if (!(await store.items.put({ ...key, data: counts }, counts.version))) return true;
    }
    return true;
  };

  return async (council: CouncilSlug, run: Run): Promise<boolean> => {
    const today = londonDate(clock.now());
    const known = await store.items.list(schema, figuresPartition(council), `${sort}#`);
    const last = known
      .map(({ month }) => month)
      .toSorted()
      .at(-1);
    for (const month of monthsFrom(last ?? before(today, monthsBack), today.slice(0, 7))) {
      if (!(await countMonth(council, month, today, run))) return false;
    }
    return true;
  };
};
