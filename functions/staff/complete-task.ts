import { completedTask, completeTaskBody } from '../../schemas/api.ts';
import { finishFromPage } from '../../services/casework/finish-page.ts';
import { finishTask } from '../../services/casework/finish-task.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { isForm } from '../../services/web/staff-forms.ts';

/**
 * Finishes a task: the task, the case and the history change together, then the journey is told. Whoever has it finishes it, or a manager; what
 * nobody has taken is taken by finishing it. POST …/tasks/{id}/complete: a program sends the answers, the form of the page finishes it with what
 * is saved.
 */
export const call: StaffCall = (deps) => async (request) => {
  if (isForm(request)) return finishFromPage({ deps, request });
  return json(200, completedTask, await finishTask(deps, request, jsonBody(request, completeTaskBody)));
};
