import { taskList } from '../../schemas/api.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { taskView } from '../../services/work/task-views.ts';

/**
 * The open work of the caller's roles, the earliest due first. GET /{council}/staff/tasks
 *
 * `?mine=true` leaves what nobody or someone else has taken; `?reference=` leaves one case.
 */
export const call: StaffCall =
  ({ store }) =>
  async ({ council, staff, query }) => {
    const found = await Promise.all(staff.roles.map((role) => store.openTasks(council.slug, role)));
    const tasks = found
      .flat()
      .filter(({ assignee }) => query['mine'] !== 'true' || assignee?.id === staff.id)
      .filter(({ reference }) => query['reference'] === undefined || reference === query['reference'])
      .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
    return json(200, taskList, { tasks: tasks.map(taskView) });
  };
