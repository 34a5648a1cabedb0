import { nobodyScreened, screened, withScreened } from '../../domain/eligibility/screening-found.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { CouncilSlug, IsoDate } from '../../schemas/scalars.ts';
import type { Task } from '../../schemas/task.ts';
import { type ScreeningFound, screeningFound } from '../../schemas/work-figures.ts';
import type { Deps } from '../deps.ts';
import { hasTime, type Run } from '../runtime/run-time.ts';
import { figuresPartition } from '../store/keys.ts';
import { donePart } from '../store/task-keys.ts';

/** How far back is counted where nothing has been: what was decided before the page was there is told too. */
const monthsBack = 24;
/** Cases that are read together. */
const together = 10;

const decisions: Partial<Record<Task['kind'], 'adult' | 'carer'>> = {
  'decide-eligibility': 'adult',
  'decide-carer-eligibility': 'carer',
};

/** The months from one on, up to another. */
const monthsFrom = (first: string, last: string): string[] => {
  const months: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
};
const nextMonth = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
};
const before = (today: IsoDate, months: number): string => {
  const at = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
};

/**
 * Counts what people ticked on their form beside what was decided first about them, once each: the finished decisions of a day or more, part by
 * part, of which the place is kept with the counts. A run that ends, fails or is done again goes on from there, and of two at once one counts.
 */
export const createScreeningCount = ({ store, clock }: Pick<Deps, 'store' | 'clock'>) => {
  const besideOf = async (task: Task) => {
    const whose = decisions[task.kind];
    const { council, reference, id, status } = task;
    // What is decided later rests on what staff found before, and no more on the form.
    if (whose === undefined || status !== 'completed' || !id.includes('.assessment-1.')) return undefined;
    const [made, applications] = await Promise.all([
      store.record(council, reference, 'work', id.slice(id.indexOf('.') + 1)),
      store.records(council, reference, 'application'),
    ]);
    const sent = applications
      .filter(({ at }) => made && at <= made.at)
      .toSorted((a, b) => b.at.localeCompare(a.at))
      .flatMap((one) => (one.kind === 'application' ? [one] : []));
    if (made?.kind !== 'work') return undefined;
    const [found] = sent.flatMap(
      ({ list, answers }) => screened({ whose, form: list, sent: answers, decided: made.answers }) ?? [],
    );
    return found && { whose, found };
  };

  const withAll = async (counts: ScreeningFound, tasks: readonly Task[]): Promise<ScreeningFound> => {
    let now = counts;
    for (let at = 0; at < tasks.length; at += together) {
      for (const one of await Promise.all(tasks.slice(at, at + together).map(besideOf))) {
        if (one) now = { ...now, [one.whose]: withScreened(now[one.whose], one.found) };
      }
    }
    return now;
  };

  /** @returns whether all of the month that is over has been counted */
  const countMonth = async (council: CouncilSlug, month: string, today: IsoDate, run: Run): Promise<boolean> => {
    const key = { pk: figuresPartition(council), sk: `SCREENING#${month}` };
    const known = await store.items.get(screeningFound, key.pk, key.sk);
    let counts: ScreeningFound = known ?? {
      version: 0,
      month,
      until: `${month}-00`,
      adult: nobodyScreened,
      carer: nobodyScreened,
    };
    const end = `${month}-32`;
    const until = today < end ? today : end;
    /** Keeps the counts with the place up to which they reach. @returns false where another run was first */
    const keep = (next: Omit<ScreeningFound, 'version'>): Promise<boolean> => {
      counts = { ...next, version: counts.version + 1 };
      return store.items.put({ ...key, data: counts }, counts.version);
    };
    while (counts.until < until) {
      if (!hasTime(run)) return false;
      const { part, next } = await store.taskPages.part(donePart(council), { from: counts.until, until });
      const decided = await withAll(counts, part);
      const isNews = decided !== counts;
      // A month in which nothing was decided leaves nothing.
      if (next === undefined && !isNews && counts.version === 0) return true;
      // No place begins as another one ends.
      if (!(await keep({ ...decided, until: next === undefined ? until : `${next}!` }))) return true;
    }
    return true;
  };

  return async (council: CouncilSlug, run: Run): Promise<boolean> => {
    const today = londonDate(clock.now());
    const known = await store.items.list(screeningFound, figuresPartition(council), 'SCREENING#');
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
