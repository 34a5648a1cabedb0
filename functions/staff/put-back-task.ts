import { taskView as schema } from '../../schemas/api.ts';
import { seenTaskBody } from '../../schemas/task-calls.ts';
import { answered, sent } from '../../services/casework/sent-form.ts';
import { createTaskHolding } from '../../services/casework/task-holding.ts';
import type { StaffCall } from '../../services/web/site.ts';
import { permittedTask, taskView } from '../../services/work/task-views.ts';

/** Gives a task back to its team, by whoever has it or a manager. POST /{council}/staff/tasks/{id}/put-back */
export const call: StaffCall = (deps) => async (request) => {
  const { version } = sent(request, seenTaskBody);
  const task = await permittedTask(deps, request, { managerToo: true });
  const back = await createTaskHolding(deps).putBack(task, version, request.staff);
  return answered(request, schema, taskView(back), 'task-put-back');
};
