import { taskView as schema } from '../../schemas/api.ts';
import { seenTaskBody } from '../../schemas/task-calls.ts';
import { answered, sent } from '../../services/casework/sent-form.ts';
import { createTaskHolding } from '../../services/casework/task-holding.ts';
import type { StaffCall } from '../../services/web/site.ts';
import { permittedTask, taskView } from '../../services/work/task-views.ts';

/** A task that waits goes on before the day that was named. POST /{council}/staff/tasks/{id}/wait/end */
export const call: StaffCall = (deps) => async (request) => {
  const { version } = sent(request, seenTaskBody);
  const task = await permittedTask(deps, request, { managerToo: true });
  const on = await createTaskHolding(deps).endWait(task, version, request.staff);
  return answered(request, schema, taskView(on), 'task-wait-over');
};
