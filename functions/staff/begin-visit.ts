import { assessmentRuns } from '../../domain/journey/reassessment.ts';
import { taskView as taskViewSchema } from '../../schemas/api.ts';
import { visitWanted } from '../../schemas/forms/case-actions.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { actionAnswers } from '../../services/casework/action-answers.ts';
import { byPage } from '../../services/casework/action-pages.ts';
import { Problem } from '../../services/runtime/errors.ts';
import { changedMeanwhile } from '../../services/runtime/try-again.ts';
import { eventOf } from '../../services/store/audit.ts';
import { json } from '../../services/web/site.ts';
import { caseRoles, permittedCase } from '../../services/work/permitted-case.ts';
import { taskView } from '../../services/work/task-views.ts';
import { newVisitWork, openVisitWork } from '../../services/work/visit-work.ts';

/**
 * Begins to set, to move or to call off a visit: the work that is open for it, or new work. It is finished like any other, with the answers
 * that say what there is to record. POST /{council}/staff/cases/{reference}/visit
 */
export const call = byPage('visit', (deps) => async (request) => {
  const { purpose } = actionAnswers(deps, request, visitWanted);
  const { careCase, role } = await permittedCase(deps, request, caseRoles);
  const isDue = purpose === 'review' ? careCase.nextReview !== undefined : assessmentRuns(careCase);
  if (careCase.closed || !isDue) {
    throw new Problem({
      status: 409,
      code: 'nothing-to-visit-for',
      title: 'There is nothing to visit for',
      detail: `This case has no ${purpose} to come. Begin that first.`,
    });
  }
  const [open] = await openVisitWork(deps, careCase, purpose);
  if (open) return json(200, taskViewSchema, taskView(open));
  // Numbered, so that of two who begin it at once, or of a double press, one opens it and the other finds it.
  const tasks = await deps.store.tasks(careCase.council, careCase.reference);
  const task = newVisitWork(deps, careCase, purpose, String(tasks.length + 1));
  const { authority } = kindsOfWork[task.kind];
  const actor = { kind: 'staff', id: request.staff.id, role } as const;
  const event = eventOf(deps, careCase, { actor, action: 'task-created', about: task.id, authority });
  if (!(await deps.store.commit({ asRead: careCase, tasks: [task], events: [event] }))) {
    const [theirs] = await openVisitWork(deps, careCase, purpose);
    if (theirs === undefined) throw changedMeanwhile(`Case ${careCase.reference}`);
    return json(200, taskViewSchema, taskView(theirs));
  }
  return json(201, taskViewSchema, taskView(task));
});
