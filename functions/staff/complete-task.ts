import { completedTask, completeTaskBody } from '../../schemas/api.ts';
import { createCarersCase } from '../../services/apply/carers-case.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { createReviewRequests } from '../../services/work/review-requests.ts';
import { createTaskCompletion, type Finisher } from '../../services/work/task-completion.ts';
import { permittedTask } from '../../services/work/task-views.ts';

/** Finishes a task: the task, the case and the history change together, then the journey is told. POST …/tasks/{id}/complete */
export const call: StaffCall = (deps) => async (request) => {
  const given = jsonBody(request, completeTaskBody);
  const { council, staff } = request;
  const find = () => permittedTask(deps, request, { managerToo: false });
  const { role, kind } = await find();
  const member = await deps.store.staff(council.slug, staff.id);
  const finisher: Finisher = {
    actor: { kind: 'staff', id: staff.id, role },
    by: { id: staff.id, name: member?.name ?? staff.id },
  };
  // The one kind of work that belongs to no case.
  const completed =
    kind === 'find-person'
      ? await createReviewRequests(deps).finishSearch(await find(), given.answers, finisher)
      : await createTaskCompletion(deps, { begin: createCarersCase(deps) })(find, given, finisher);
  return json(200, completedTask, completed);
};
