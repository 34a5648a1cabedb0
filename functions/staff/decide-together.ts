import { caseInShort } from '../../schemas/api.ts';
import { jointDecision } from '../../schemas/forms/case-actions.ts';
import { actionAnswers } from '../../services/casework/action-answers.ts';
import { byPage } from '../../services/casework/action-pages.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json } from '../../services/web/site.ts';
import { createJointCases } from '../../services/work/joint-cases.ts';
import { caseRoles, permittedCase } from '../../services/work/permitted-case.ts';

/**
 * Says whether two cases are assessed together, once each was asked alone, or takes them apart. The same again changes nothing.
 * POST /{council}/staff/cases/{reference}/together
 */
export const call = byPage('together', (deps) => async (request) => {
  const given = actionAnswers(deps, request, jointDecision);
  const { careCase, role } = await permittedCase(deps, request, caseRoles);
  if (careCase.closed) throw problems.alreadyClosed(careCase.closed);
  const actor = { kind: 'staff', id: request.staff.id, role } as const;
  return json(200, caseInShort, await createJointCases(deps).decide(careCase, given, actor));
});
