import type { LookBy } from '../../schemas/access.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Task } from '../../schemas/task.ts';

/** Milliseconds for which finished work still says why somebody looks: who has just finished looks once more. */
const justFinishedMs = 2 * 24 * 60 * 60_000;

/** By what somebody looks at a case. */
export type LookedBy = { readonly by: LookBy; readonly task?: Task };

/**
 * By what somebody looks at a case: their own work there, open or just finished; the case being theirs; their team's work that nobody has
 * taken; or their role alone.
 */
export const lookedBy = (
  { id, roles }: { readonly id: string; readonly roles: readonly StaffRole[] },
  { assessor, keyWorker }: Pick<CareCase, 'assessor' | 'keyWorker'>,
  tasks: readonly Task[],
  now: string,
): LookedBy => {
  const own = tasks.find(
    ({ status, assignee, closed }) =>
      (status === 'open' && assignee?.id === id) ||
      (closed?.by?.id === id && Date.parse(now) - Date.parse(closed.at) <= justFinishedMs),
  );
  if (own) return { by: 'task', task: own };
  if (assessor?.id === id || keyWorker?.id === id) return { by: 'worker' };
  const team = tasks.find(
    ({ status, assignee, role }) => status === 'open' && assignee === undefined && roles.includes(role),
  );
  return team ? { by: 'team', task: team } : { by: 'role' };
};
