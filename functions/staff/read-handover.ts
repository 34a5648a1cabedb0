import { taskView as schema } from '../../schemas/api.ts';
import { answered } from '../../services/casework/sent-form.ts';
import { createTaskHolding } from '../../services/casework/task-holding.ts';
import type { StaffCall } from '../../services/web/site.ts';
import { permittedTask, taskView } from '../../services/work/task-views.ts';

/** Whoever was handed a task has read what was promised, and goes on with it. POST /{council}/staff/tasks/{id}/handover */
export const call: StaffCall = (deps) => async (request) => {
  const task = await permittedTask(deps, request, { managerToo: true });
  const read = await createTaskHolding(deps).readHandover(task, request.staff);
  return answered(request, schema, taskView(read), 'handover-read', `/${task.council}/staff/tasks/${task.id}`);
};
