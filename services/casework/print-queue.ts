import { londonDate } from '../../domain/time/clock-time.ts';
import type { PrintQueue } from '../../schemas/api.ts';
import type { WorkFilter } from '../../schemas/work-filter.ts';
import type { Deps } from '../deps.ts';
import { copiesOf } from '../follow/case-copies.ts';
import type { StaffRequest } from '../web/site.ts';
import { workPageOf } from './work-list.ts';

/** Where the letters and copies are that wait to be printed. */
export const printQueuePath = (council: string): string => `/${council}/staff/print`;

/**
 * The copies that people want on paper, or cannot read here: each open task to send some, the earliest due first, with a file of each to print. A
 * person's name is no part of it; a copy is opened through its own door, which writes into the history that it was.
 */
export const printQueue = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  { council, staff, query }: StaffRequest,
): Promise<PrintQueue> => {
  const { after, before } = query;
  const filter: WorkFilter = { kind: 'send-copy', ...(after && { after }), ...(before && { before }) };
  const { tasks, next, previous } = await workPageOf(deps, council, staff, filter);
  const at = (cursor: Record<string, string>) => `${printQueuePath(council.slug)}?${new URLSearchParams(cursor)}`;
  const today = londonDate(deps.clock.now());
  return {
    letters: await Promise.all(
      tasks.map(async ({ id, reference, dueOn, reason, copies = [] }) => {
        const titles = new Map(
          copiesOf(council, await deps.store.records(council.slug, reference)).map((copy) => [copy.id, copy.title]),
        );
        return {
          task: id,
          reference,
          dueOn,
          late: dueOn < today,
          ...(reason && { reason }),
          copies: copies.map((copy) => {
            const pdf = `/${council.slug}/staff/cases/${reference}/copies/${copy}`;
            return { title: titles.get(copy) ?? 'A copy', pdf, largePrint: `${pdf}?print=large` };
          }),
        };
      }),
    ),
    ...(next && { next: at({ after: next }) }),
    ...(previous && { previous: at({ before: previous }) }),
  };
};
