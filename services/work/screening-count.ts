import { nobodyScreened, screened, withScreened } from '../../domain/eligibility/screening-found.ts';
import type { Task } from '../../schemas/task.ts';
import { screeningFound } from '../../schemas/work-figures.ts';
import type { Deps } from '../deps.ts';
import { monthlyCount } from './monthly-count.ts';

const decisions: Partial<Record<Task['kind'], 'adult' | 'carer'>> = {
  'decide-eligibility': 'adult',
  'decide-carer-eligibility': 'carer',
};

/** Counts what people ticked on their form beside what was decided first about them, once each. */
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

  return monthlyCount(
    { store, clock },
    {
      sort: 'SCREENING',
      schema: screeningFound,
      fresh: (month) => ({ ...month, adult: nobodyScreened, carer: nobodyScreened }),
      of: besideOf,
      add: (counts, { whose, found }) => ({ ...counts, [whose]: withScreened(counts[whose], found) }),
    },
  );
};
