import { placesOf } from '../../domain/journey/due-spans.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { WhenDue } from '../../schemas/work-filter.ts';
import type { Deps } from '../deps.ts';
import { holderPart, type TaskPart } from '../store/task-keys.ts';

/** Up to where work is counted; where there is so much, nobody needs the number, and counting more is paid on every page. */
export const mostCounted = 200;

/** How much of it is late, due today, or due in the rest of the week. */
export type WorkCounts = { readonly late: number; readonly today: number; readonly week: number };

/** Counts the work of some lists: at most {@link mostCounted} of each kind, so that a page reads a bounded number of items. */
export const countsIn = async (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  parts: readonly TaskPart[],
): Promise<WorkCounts> => {
  const today = londonDate(clock.now());
  const count = (due: WhenDue) => {
    const { from, until } = placesOf(due, today);
    return store.taskPages.count(parts, from, until, mostCounted);
  };
  const [late, dueToday, week] = await Promise.all([count('late'), count('today'), count('week')]);
  return { late, today: dueToday, week };
};

/** What a member of staff has to do: late, today and this week. */
export const countsOf = (
  deps: Pick<Deps, 'store' | 'clock'>,
  council: CouncilSlug,
  { id }: { readonly id: string },
): Promise<WorkCounts> => countsIn(deps, [holderPart(council, id, 'todo')]);

/** How much of what a member of staff has is late or due today, for the frame of every page: one bounded count. */
export const dueNow = (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  council: CouncilSlug,
  { id }: { readonly id: string },
): Promise<number> => {
  const { until } = placesOf('today', londonDate(clock.now()));
  return store.taskPages.count([holderPart(council, id, 'todo')], undefined, until, mostCounted);
};

/** A number as it is said where counting stops. */
export const inWords = (count: number): string => (count >= mostCounted ? `${mostCounted} or more` : String(count));
