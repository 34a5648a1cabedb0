import { completedTask, completeTaskBody } from '../../schemas/api.ts';
import { createCarersCase } from '../../services/apply/carers-case.ts';
import { refuseOthers } from '../../services/casework/task-holding.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { createReviewRequests } from '../../services/work/review-requests.ts';
import { createTaskCompletion, type Finisher } from '../../services/work/task-completion.ts';
import { permittedTask } from '../../services/work/task-views.ts';

/**
 * Finishes a task: the task, the case and the history change together, then the journey is told. Whoever has it finishes it, or a manager; what
 * nobody has taken is taken by finishing it. POST …/tasks/{id}/complete
 */
export const call: StaffCall = (deps) => async (request) => {
  const given = jsonBody(request, completeTaskBody);
  const { council, staff } = request;
  const find = async () => {
    const task = await permittedTask(deps, request, { managerToo: true });
    if (task.status === 'open') refuseOthers(task, staff);
    return task;
  };
  const { role, kind } = await find();
  const member = await deps.store.staff(council.slug, staff.id);
  const finisher: Finisher = {
    actor: { kind: 'staff', id: staff.id, role: staff.roles.includes(role) ? role : 'manager' },
    by: { id: staff.id, name: member?.name ?? staff.id },
    worker: member && { id: member.id, name: member.name, email: member.email },
  };
  // The one kind of work that belongs to no case.
  const completed =
    kind === 'find-person'
      ? await createReviewRequests(deps).finishSearch(await find(), given.answers, finisher)
      : await createTaskCompletion(deps, { begin: createCarersCase(deps) })(find, given, finisher);
  return json(200, completedTask, completed);
};
