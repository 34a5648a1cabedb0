import { taskHoldPage } from '../../services/casework/task-hold-page.ts';
import type { StaffCall } from '../../services/web/site.ts';
import { permittedTask } from '../../services/work/task-views.ts';

/** Who does a task, for what it waits, and what was said beside it. GET /{council}/staff/tasks/{id}/hold */
export const call: StaffCall = (deps) => async (request) =>
  taskHoldPage(deps, request, await permittedTask(deps, request, { managerToo: true }));
