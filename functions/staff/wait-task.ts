import { taskView as schema } from '../../schemas/api.ts';
import { waitBody } from '../../schemas/task-calls.ts';
import { answered, sent } from '../../services/casework/sent-form.ts';
import { orHoldPage } from '../../services/casework/task-hold-page.ts';
import { createTaskHolding } from '../../services/casework/task-holding.ts';
import type { StaffCall } from '../../services/web/site.ts';
import { permittedTask, taskView } from '../../services/work/task-views.ts';

/**
 * Lets a task wait for something until a day: it stands apart and nobody is chased, and on the day it is back by itself. Every day that the person was
 * told stays. POST /{council}/staff/tasks/{id}/wait
 */
export const call: StaffCall = (deps) => async (request) => {
  const task = await permittedTask(deps, request, { managerToo: true });
  return orHoldPage(deps, request, task, async () => {
    const waits = await createTaskHolding(deps).wait(task, sent(request, waitBody), request.staff);
    return answered(request, schema, taskView(waits), 'task-waits');
  });
};
