import { stageWords } from '../../domain/journey/journey.ts';
import { applicationStatus, reopenCaseBody } from '../../schemas/api.ts';
import { CarewayError } from '../../services/runtime/errors.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { caseRoles, permittedCase } from '../../services/work/permitted-case.ts';
import { createReopening } from '../../services/work/reopening.ts';

/** Opens a closed case again, for a reason that is kept; the person is told. POST /{council}/staff/cases/{reference}/reopen */
export const call: StaffCall = (deps) => async (request) => {
  const { reason } = jsonBody(request, reopenCaseBody);
  const { careCase, role } = await permittedCase(deps, request, caseRoles);
  try {
    const opened = await createReopening(deps)(careCase, reason, { kind: 'staff', id: request.staff.id, role });
    const { now, next } = stageWords[opened.stage];
    return json(200, applicationStatus, {
      reference: opened.reference,
      stage: opened.stage,
      stageText: now,
      nextText: next,
      receivedAt: opened.openedAt,
    });
  } catch (error) {
    if (error instanceof CarewayError) throw problems.busy();
    throw error;
  }
};
