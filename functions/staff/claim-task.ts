import { taskView as schema } from '../../schemas/api.ts';
import { seenTaskBody } from '../../schemas/task-calls.ts';
import { answered, sent } from '../../services/casework/sent-form.ts';
import { createTaskHolding } from '../../services/casework/task-holding.ts';
import type { StaffCall } from '../../services/web/site.ts';
import { permittedTask, taskView } from '../../services/work/task-views.ts';

/**
 * Takes a task, of the version that was seen: of two who press at once one has it, and the other reads who. POST /{council}/staff/tasks/{id}/claim
 */
export const call: StaffCall = (deps) => async (request) => {
  const { version } = sent(request, seenTaskBody);
  const task = await permittedTask(deps, request, { managerToo: true });
  const taken = await createTaskHolding(deps).claim(task, version, request.staff);
  return answered(request, schema, taskView(taken), 'task-claimed');
};
