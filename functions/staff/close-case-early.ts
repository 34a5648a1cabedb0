import { stageWords } from '../../domain/journey/journey.ts';
import { applicationStatus, closeCaseBody } from '../../schemas/api.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { Deps } from '../../services/deps.ts';
import { CarewayError } from '../../services/runtime/errors.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { createClosing } from '../../services/work/closing.ts';
import { caseRoles, permittedCase } from '../../services/work/permitted-case.ts';
import { casesOfPerson } from '../../services/work/person-cases.ts';

/** Whether the council goes on with another open case of the person that is of the same kind. */
const isDuplicate = async (deps: Deps, careCase: CareCase): Promise<boolean> => {
  const { person } = await deps.store.personOf(careCase);
  const others = await casesOfPerson(deps, person, careCase);
  return others.some(({ closed, kind }) => closed === undefined && kind === careCase.kind);
};

/**
 * Closes a case before its journey ends: the person withdrew, moved away or died, support has ended, or it is the second of two open
 * cases of one person. Open work is taken back, and whoever gets updates is told, unless the person has died or their other case goes
 * on. POST /{council}/staff/cases/{reference}/close
 */
export const call: StaffCall = (deps) => async (request) => {
  const { reason } = jsonBody(request, closeCaseBody);
  const { careCase, role } = await permittedCase(deps, request, caseRoles);
  // Closing it again for the same reason is the same wish, and is answered as before.
  if (careCase.closed && careCase.closed.reason !== reason) throw problems.alreadyClosed(careCase.closed);
  if (reason === 'duplicate' && !careCase.closed && !(await isDuplicate(deps, careCase)))
    throw problems.notADuplicate();
  try {
    await createClosing(deps)(
      careCase,
      reason,
      { kind: 'staff', id: request.staff.id, role },
      { tells: reason !== 'duplicate' },
    );
  } catch (error) {
    if (error instanceof CarewayError) throw problems.busy();
    throw error;
  }
  const { now, next } = stageWords.closed;
  return json(200, applicationStatus, {
    reference: careCase.reference,
    stage: 'closed',
    stageText: now,
    nextText: next,
    receivedAt: careCase.openedAt,
  });
};
