import { stageWords } from '../../domain/journey/journey.ts';
import { applicationStatus } from '../../schemas/api.ts';
import { caseReopening } from '../../schemas/forms/case-actions.ts';
import { actionAnswers } from '../../services/casework/action-answers.ts';
import { byPage } from '../../services/casework/action-pages.ts';
import { json } from '../../services/web/site.ts';
import { caseRoles, permittedCase } from '../../services/work/permitted-case.ts';
import { createReopening } from '../../services/work/reopening.ts';

/** Opens a closed case again, for a reason that is kept; the person is told. POST /{council}/staff/cases/{reference}/reopen */
export const call = byPage('reopen', (deps) => async (request) => {
  const { reason } = actionAnswers(deps, request, caseReopening);
  const { careCase, role } = await permittedCase(deps, request, caseRoles);
  const opened = await createReopening(deps)(careCase, reason, { kind: 'staff', id: request.staff.id, role });
  const { now, next } = stageWords[opened.stage];
  return json(200, applicationStatus, {
    reference: opened.reference,
    stage: opened.stage,
    stageText: now,
    nextText: next,
    receivedAt: opened.openedAt,
  });
});
