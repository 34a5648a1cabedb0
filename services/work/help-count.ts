import { helpCountedIn, withHelp } from '../../domain/journey/help-counted.ts';
import type { Task } from '../../schemas/task.ts';
import { helpCounted } from '../../schemas/work-figures.ts';
import type { Deps } from '../deps.ts';
import { monthlyCount } from './monthly-count.ts';

const told: readonly Task['kind'][] = ['triage-request', 'arrange-wanted-help'];

/** Counts which help was offered at the first look at a request, what people said to it, and what became of what they wanted. */
export const createHelpCount = ({ store, clock }: Pick<Deps, 'store' | 'clock'>) =>
  monthlyCount(
    { store, clock },
    {
      sort: 'HELP',
      schema: helpCounted,
      fresh: (month) => ({ ...month, services: {} }),
      of: async ({ kind, status, council, reference, id }) => {
        if (status !== 'completed' || !told.includes(kind)) return undefined;
        const records = await store.records(council, reference, 'work');
        return helpCountedIn(records, id.slice(id.indexOf('.') + 1));
      },
      add: (counts, found) => ({ ...counts, services: withHelp(counts.services, found) }),
    },
  );
