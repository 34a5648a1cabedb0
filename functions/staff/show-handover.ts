import { handoverPage } from '../../services/casework/handover-page.ts';
import type { StaffCall } from '../../services/web/site.ts';
import { permittedTask } from '../../services/work/task-views.ts';

/** What whoever takes a task over has to know. GET /{council}/staff/tasks/{id}/handover */
export const call: StaffCall = (deps) => async (request) =>
  handoverPage(deps, request, await permittedTask(deps, request, { managerToo: true }));
