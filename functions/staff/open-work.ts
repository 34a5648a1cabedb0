import { isOpenableOnClosed, rolesToOpen, taskView as shownTask } from '../../schemas/api.ts';
import { workWanted } from '../../schemas/forms/case-actions.ts';
import { actionAnswers } from '../../services/casework/action-answers.ts';
import { byPage } from '../../services/casework/action-pages.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json } from '../../services/web/site.ts';
import { openByHand } from '../../services/work/opening.ts';
import { permittedCase } from '../../services/work/permitted-case.ts';
import { taskView } from '../../services/work/task-views.ts';

/**
 * Opens a piece of work on a case by hand, where somebody found that it is wanted: a worry about safety by any member of staff and on a
 * closed case too, since the duty does not end with it (Care Act 2014 s.42); the rest by whoever works on cases as a whole.
 * POST /{council}/staff/cases/{reference}/work
 *
 * The same `Idempotency-Key` opens it once; with another reason it is refused.
 */
export const call = byPage('work', (deps) => async (request) => {
  const given = actionAnswers(deps, request, workWanted);
  const { careCase, role } = await permittedCase(deps, request, rolesToOpen(given.kind));
  if (careCase.closed && !isOpenableOnClosed(given.kind)) throw problems.alreadyClosed(careCase.closed);
  const key = request.headers['idempotency-key'] ?? deps.newId();
  const actor = { kind: 'staff', id: request.staff.id, role } as const;
  return json(201, shownTask, taskView(await openByHand(deps, careCase, given, key, actor)));
});
