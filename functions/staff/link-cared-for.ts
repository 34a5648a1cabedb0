import { caredForBody, caseInShort } from '../../schemas/api.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { linkCaredFor } from '../../services/work/cared-for.ts';
import { caseRoles, permittedCase } from '../../services/work/permitted-case.ts';

/** Says of a carer's case whom they look after, or that this is not known. PUT /{council}/staff/cases/{reference}/cared-for */
export const call: StaffCall = (deps) => async (request) => {
  const { person } = jsonBody(request, caredForBody);
  const { careCase, role } = await permittedCase(deps, request, caseRoles);
  if (careCase.kind !== 'carer' || careCase.closed) throw problems.notACarersCase();
  const actor = { kind: 'staff', id: request.staff.id, role } as const;
  return json(200, caseInShort, await linkCaredFor(deps, careCase, person ?? undefined, actor));
};
