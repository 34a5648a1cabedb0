import { tooLongToKeep } from '../../domain/forms/room-for-answers.ts';
import type { Task } from '../../schemas/task.ts';
import { createCarersCase } from '../apply/carers-case.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { StaffRequest } from '../web/site.ts';
import { createReviewRequests } from '../work/review-requests.ts';
import { createTaskCompletion, type Finisher, type Given } from '../work/task-completion.ts';
import { listOfTask } from '../work/task-lists.ts';
import { permittedTask } from '../work/task-views.ts';
import { refuseOthers } from './task-holding.ts';

/** Who acts on a task, as the history names them. */
export const finisherOf = async (
  { store }: Pick<Deps, 'store'>,
  { council, staff }: StaffRequest,
  { role }: Pick<Task, 'role'>,
): Promise<Finisher> => {
  const member = await store.staff(council.slug, staff.id);
  return {
    actor: { kind: 'staff', id: staff.id, role: staff.roles.includes(role) ? role : 'manager' },
    by: { id: staff.id, name: member?.name ?? staff.name ?? staff.id },
    worker: member && { id: member.id, name: member.name, email: member.email },
  };
};

/**
 * Finishes the task that a request names, from whichever page or program: the one way in. Whoever has it finishes it, or a manager; what nobody
 * has taken is taken by finishing it.
 *
 * @throws Problem as the completion does, 400 where the answers are too long to be kept, 403 or 409 where somebody else has it
 */
export const finishTask = async (deps: Deps, request: StaffRequest, given: Given) => {
  const find = async () => {
    const task = await permittedTask(deps, request, { managerToo: true });
    if (task.status === 'open') refuseOthers(task, request.staff);
    return task;
  };
  const task = await find();
  // Before anything is begun that finishing it begins.
  const tooLong = tooLongToKeep(listOfTask(request.council, task), given.answers);
  if (tooLong.length > 0) throw problems.invalid(tooLong);
  const finisher = await finisherOf(deps, request, task);
  // The one kind of work that belongs to no case.
  return task.kind === 'find-person'
    ? createReviewRequests(deps).finishSearch(task, given.answers, finisher)
    : createTaskCompletion(deps, { begin: createCarersCase(deps) })(find, given, finisher);
};
