import type { Council } from '../../schemas/council.ts';
import type { IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { StepTimes } from '../../schemas/work-figures.ts';
import { addDays, londonDate } from '../time/clock-time.ts';
import { isWorkingDay } from '../time/working-days.ts';

/** So many working days and more are counted as that: half a year. */
const most = 130;

/** How many took each number of working days. */
export type Spread = Readonly<Record<string, number>>;

/** The working days from one day to another, the first not counted, at most half a year of them. */
export const workingDaysTaken = (openedAt: IsoInstant, closedAt: IsoInstant): number => {
  const end = londonDate(closedAt);
  let taken = 0;
  for (let day: IsoDate = addDays(londonDate(openedAt), 1); day <= end && taken < most; day = addDays(day, 1)) {
    if (isWorkingDay(day)) taken += 1;
  }
  return taken;
};

/** A month's times with one piece of work more. */
export const withTime = (kinds: StepTimes['kinds'], kind: TaskKind, days: number): StepTimes['kinds'] => {
  const before = kinds[kind] ?? {};
  return { ...kinds, [kind]: { ...before, [days]: (before[days] ?? 0) + 1 } };
};

/** In how many working days a council wants a kind of work done: its own target, or else the days in which it is due. */
export const targetOf = ({ stepTargets }: Pick<Council, 'stepTargets'>, kind: TaskKind): number =>
  stepTargets?.[kind] ?? kindsOfWork[kind].workingDays;

/** How many there are, the days that half of them took at most, and how many took no longer than the target. */
export const summaryOf = (
  spread: Spread,
  target: number,
): { readonly count: number; readonly median: number; readonly within: number } => {
  const sorted = Object.entries(spread)
    .map(([days, count]) => [Number(days), count] as const)
    .toSorted(([a], [b]) => a - b);
  const count = sorted.reduce((sum, [, one]) => sum + one, 0);
  let passed = 0;
  const [median = 0] =
    sorted.find(([, one]) => {
      passed += one;
      return passed * 2 >= count;
    }) ?? [];
  const within = sorted.reduce((sum, [days, one]) => sum + (days <= target ? one : 0), 0);
  return { count, median, within };
};
