import { linesBody, shownLines } from '../../schemas/api.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { panelsFor } from '../../services/casework/task-panels.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { councilFor } from '../../services/work/national-rates.ts';
import { linesOf, listOfTask } from '../../services/work/task-lists.ts';
import { permittedTask } from '../../services/work/task-views.ts';

/** What answers add up to while they are given: totals, what rules say of them, and the panels of the task. Keeps nothing. POST …/tasks/{id}/lines */
export const call: StaffCall = (deps) => async (request) => {
  const { answers } = jsonBody(request, linesBody);
  const task = await permittedTask(deps, request, { managerToo: true });
  const list = listOfTask(request.council, task);
  // They need not be right yet: a line is worked out of what is a number, and left out where nothing is.
  const whole = await deps.store.whole(task.council, task.reference);
  const given = answers as Answers;
  return json(200, shownLines, {
    lines: linesOf(deps, await councilFor(deps, request.council, task), list, given),
    panels: whole
      ? await panelsFor(deps, { council: request.council, task, whole, answers: given, reader: request.staff.id })
      : [],
  });
};
