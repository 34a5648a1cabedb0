import { taskView as schema } from '../../schemas/api.ts';
import { taskNoteBody } from '../../schemas/task-calls.ts';
import { answered, sent } from '../../services/casework/sent-form.ts';
import { orHoldPage } from '../../services/casework/task-hold-page.ts';
import { createTaskHolding } from '../../services/casework/task-holding.ts';
import type { StaffCall } from '../../services/web/site.ts';
import { permittedTask, taskView } from '../../services/work/task-views.ts';

/** Keeps a note beside a task, by anybody of the team. POST /{council}/staff/tasks/{id}/note */
export const call: StaffCall = (deps) => async (request) => {
  const task = await permittedTask(deps, request, { managerToo: true });
  return orHoldPage(deps, request, task, async () => {
    const { text, key } = sent(request, taskNoteBody);
    await createTaskHolding(deps).note(task, text, request.staff, key);
    return answered(request, schema, taskView(task), 'task-noted');
  });
};
