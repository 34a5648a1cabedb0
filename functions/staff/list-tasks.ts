import { taskList } from '../../schemas/api.ts';
import { filterOf, neighbours, workPageOf } from '../../services/casework/work-list.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { taskView } from '../../services/work/task-views.ts';

/** The work of the caller's teams, the earliest due first and fifty a page. GET /{council}/staff/tasks */
export const call: StaffCall = (deps) => async (request) => {
  const { council, staff } = request;
  const filter = filterOf(request.query);
  const found = await workPageOf(deps, council, staff, filter);
  return json(200, taskList, { tasks: found.tasks.map(taskView), ...neighbours(council, filter, found) });
};
