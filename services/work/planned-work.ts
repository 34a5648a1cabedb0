import { joinedWork } from '../../domain/journey/one-at-a-time.ts';
import { newTask, outlivesClosing } from '../../domain/journey/tasks.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { owedToStaff } from '../mail/owed-to-staff.ts';
import { changedMeanwhile } from '../runtime/try-again.ts';
import { eventOf, platform } from '../store/audit.ts';
import type { Planned } from '../store/planned-signals.ts';
import { withWorkersHere } from './case-workers.ts';
import { itsTheirTurn } from './their-turn.ts';

/**
 * Opens work on the day for which it was planned, once: what opens it again finds the task. Nothing opens on a case that is over, unless
 * the kind of work outlives that.
 *
 * @throws CarewayError `StoreConflict` where the case was changed meanwhile; the sweeper tries again
 */
export const createPlannedWork =
  (deps: Deps) =>
  async ({ council, reference, step, work, reason, dueOn }: Planned): Promise<void> => {
    const { store, clock } = deps;
    const careCase = await store.knownCase(council, reference);
    if (careCase.closed && !outlivesClosing(work)) return;
    const task = newTask(
      await withWorkersHere(deps, careCase),
      { thread: 'case', step, kind: work, reason, dueOn },
      clock.now(),
    );
    const before = await store.task(council, task.id);
    if (before && before.status !== 'open') return;
    const joined = before ? undefined : joinedWork(await store.tasks(council, reference), task);
    if (before === undefined) {
      const event = eventOf(deps, careCase, {
        actor: platform('planned-work'),
        action: joined ? 'task-joined' : 'task-created',
        about: joined ? `${joined.id} by ${step}` : task.id,
        authority: kindsOfWork[work].authority,
      });
      // Only on the case as it was read: one that is closed at this moment would keep a task that nobody takes back.
      const signals = joined ? [] : [...itsTheirTurn(task), owedToStaff(task, task.openedAt)];
      if (!(await store.commit({ asRead: careCase, tasks: [joined ?? task], signals, events: [event] }))) {
        throw changedMeanwhile(`Task ${task.id}`);
      }
      await deps.workflows.trySend(signals);
    }
  };
