import { completedTask, completeTaskBody } from '../../schemas/api.ts';
import { json, jsonBody, type StaffCall } from '../common/site.ts';
import { createTaskCompletion } from '../common/task-completion.ts';
import { permittedTask } from '../common/task-views.ts';

/** Finishes a task: the task, the case and the history change together, then the journey is told. POST …/tasks/{id}/complete */
export const call: StaffCall = (deps) => async (request) => {
  const { answers } = jsonBody(request, completeTaskBody);
  const { council, staff } = request;
  const find = () => permittedTask(deps, request, { managerToo: false });
  const { role } = await find();
  const member = await deps.store.staff(council.slug, staff.id);
  const completed = await createTaskCompletion(deps)(find, answers, {
    actor: { kind: 'staff', id: staff.id, role },
    by: { id: staff.id, name: member?.name ?? staff.id },
  });
  return json(200, completedTask, completed);
};
