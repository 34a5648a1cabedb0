import type { TaskView } from '../../schemas/api.ts';
import { type Task, taskId } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { StaffRequest } from '../web/site.ts';

/** A task as staff see it. */
export const taskView = ({ token: _token, ...task }: Task): TaskView => ({
  ...task,
  title: kindsOfWork[task.kind].title,
});

/**
 * The task that a request names, if its role is the caller's; a manager may see and hand out every task of the council.
 *
 * @throws Problem 403 alike for a task of another role and for one that does not exist
 */
export const permittedTask = async (
  { store }: Pick<Deps, 'store'>,
  { council, staff, params }: StaffRequest,
  { managerToo }: { managerToo: boolean },
): Promise<Task> => {
  const id = taskId.safeParse(params['id']);
  const task = id.success ? await store.task(council.slug, id.data) : undefined;
  const isPermitted = task && (staff.roles.includes(task.role) || (managerToo && staff.roles.includes('manager')));
  if (!isPermitted) throw problems.notYours();
  return task;
};
