import type { Council } from '../../schemas/council.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { Problem } from '../runtime/errors.ts';
import type { StaffIdentity } from '../web/staff-identity.ts';
import { namesInLists } from './names-in-lists.ts';
import { createTaskHolding } from './task-holding.ts';
import { workPageOf } from './work-list.ts';

/** How many tasks are tried where others take the first ones at the same moment. */
const tries = 10;

/**
 * The task of somebody's own teams that is due first and that nobody has, which is theirs now; undefined where there is none. Work on a record that is
 * restricted to others is left to them.
 */
export const takeNext = async (deps: Deps, council: Council, staff: StaffIdentity): Promise<Task | undefined> => {
  const { tasks } = await workPageOf(deps, council, staff, { whose: 'unclaimed' });
  const own = tasks
    .filter(({ role, assignee }) => assignee === undefined && staff.roles.includes(role))
    .slice(0, tries);
  const named = await namesInLists(
    deps,
    council.slug,
    own.map(({ reference }) => reference),
    staff.id,
  );
  for (const { id, reference } of own) {
    const who = named.get(reference);
    if (who && 'restricted' in who) continue;
    // As it stands now: the list may be a moment behind.
    const task = await deps.store.task(council.slug, id);
    if (task === undefined || task.status !== 'open' || task.assignee !== undefined) continue;
    try {
      return await createTaskHolding(deps).claim(task, task.version, staff);
    } catch (error) {
      const isTaken =
        error instanceof Problem && ['held-by-other', 'task-changed', 'already-done'].includes(error.details.code);
      if (!isTaken) throw error;
    }
  }
  return undefined;
};
