import { cancelled, newTask } from '../../domain/journey/tasks.ts';
import { arrangerOf, purposeOf, purposeOfWork, visitsAfter, visitsToCome } from '../../domain/journey/visits.ts';
import type { CareCase, Visit } from '../../schemas/case.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';

type Stores = Pick<Deps, 'store' | 'clock'>;

/** The open work of a case that arranges a visit for a purpose. */
export const openVisitWork = async (
  { store }: Pick<Deps, 'store'>,
  { council, reference }: Pick<CareCase, 'council' | 'reference'>,
  purpose: Visit['purpose'],
): Promise<Task[]> =>
  (await store.tasks(council, reference)).filter(
    (one) => one.kind === 'arrange-visit' && one.status === 'open' && purposeOf(one) === purpose,
  );

/** The work to arrange the visit for an assessment or a review that opens, unless one is arranged or somebody is about to. */
export const visitWorkFor = async (deps: Stores, careCase: CareCase, task: Task): Promise<Task[]> => {
  const purpose = purposeOfWork[task.kind];
  const now = deps.clock.now();
  if (purpose === undefined || visitsToCome(careCase, now).some((visit) => visit.purpose === purpose)) return [];
  if ((await openVisitWork(deps, careCase, purpose)).length > 0) return [];
  const [, thread = ''] = task.id.split('.');
  const holder = { role: task.role, assignee: task.assignee };
  // Needs that are assessed once more in the same journey are visited for once more.
  const [again = ''] = /-\d+$/.exec(task.id.slice(task.id.lastIndexOf('.'))) ?? [];
  return [newTask(careCase, { thread, step: `arrange-visit${again}`, kind: 'arrange-visit', holder }, now)];
};

/** What was arranged for a piece of work is over once it is done: the visit, and the work to arrange one. */
export const visitWorkOver = async (
  deps: Stores,
  careCase: CareCase,
  task: Task,
): Promise<{ tasks: Task[]; changes: Pick<Partial<CareCase>, 'visits'> }> => {
  const purpose = purposeOfWork[task.kind];
  if (purpose === undefined) return { tasks: [], changes: {} };
  const open = await openVisitWork(deps, careCase, purpose);
  return {
    tasks: open.map((one) => cancelled(one, 'CycleSuperseded', deps.clock.now())),
    changes: careCase.visits ? { visits: visitsAfter(careCase, purpose) } : {},
  };
};

/** New work to arrange a visit for a purpose, which a member of staff begins by themselves: to set one, to move it or to call it off. */
export const newVisitWork = (deps: Stores, careCase: CareCase, purpose: Visit['purpose'], mark: string): Task => {
  const step = `arrange-visit-${purpose}-by-staff-${mark}`;
  const holder = { role: arrangerOf[purpose] };
  return newTask(careCase, { thread: 'case', step, kind: 'arrange-visit', holder }, deps.clock.now());
};
