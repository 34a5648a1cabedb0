import { requestOf } from '../../domain/journey/request-outcomes.ts';
import { taskView as schema } from '../../schemas/api.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { permittedTask, taskView } from '../../services/work/task-views.ts';

/** One task. Opening it changes nothing. GET /{council}/staff/tasks/{id} */
export const call: StaffCall = (deps) => async (request) => {
  const task = await permittedTask(deps, request, { managerToo: true });
  if (task.kind !== 'find-person') return json(200, schema, taskView(task));
  const about = await deps.store.record(task.council, task.reference, 'request', requestOf(task));
  const { list, answers } = about?.kind === 'request' ? about : { list: '', answers: {} };
  return json(200, schema, { ...taskView(task), request: { list, answers } });
};
