import { taskList } from '../../schemas/api.ts';
import { staffPage } from '../../services/casework/staff-frame.ts';
import { filterOf, neighbours, workPageOf } from '../../services/casework/work-list.ts';
import { workListView } from '../../services/casework/work-list-page.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { wantsPage } from '../../services/web/staff-forms.ts';
import { taskView } from '../../services/work/task-views.ts';

/**
 * The work of the caller's teams, the earliest due first and fifty a page: as a page their own, as JSON all of it.
 * GET /{council}/staff/tasks
 */
export const call: StaffCall = (deps) => async (request) => {
  const { council, staff } = request;
  const asked = filterOf(request.query);
  if (!wantsPage(request)) {
    const found = await workPageOf(deps, council, staff, asked);
    return json(200, taskList, { tasks: found.tasks.map(taskView), ...neighbours(council, asked, found) });
  }
  const filter = { ...asked, whose: asked.whose ?? 'mine' };
  const found = await workPageOf(deps, council, staff, filter);
  return staffPage(deps, request, 'staff/work-list.njk', await workListView(deps, request, filter, found));
};
