import { taskView as schema } from '../../schemas/api.ts';
import { json, type StaffCall } from '../common/site.ts';
import { permittedTask, taskView } from '../common/task-views.ts';

/** One task. Opening it changes nothing. GET /{council}/staff/tasks/{id} */
export const call: StaffCall = (deps) => async (request) =>
  json(200, schema, taskView(await permittedTask(deps, request, { managerToo: true })));
