import { heldMessages, sendHeldBody } from '../../schemas/api.ts';
import { takeHeld } from '../../services/casework/held-page.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { isForm } from '../../services/web/staff-forms.ts';
import { createHeldMessages } from '../../services/work/held-messages.ts';
import { caseRoles, permittedCase } from '../../services/work/permitted-case.ts';

/** Sends anew what a death that was none had held. Answers what is still held. POST /{council}/staff/cases/{reference}/held */
export const call: StaffCall = (deps) => async (request) => {
  if (isForm(request)) return takeHeld(deps, request);
  const { keys } = jsonBody(request, sendHeldBody);
  const { careCase, role } = await permittedCase(deps, request, caseRoles);
  const actor = { kind: 'staff', id: request.staff.id, role } as const;
  return json(200, heldMessages, { held: await createHeldMessages(deps)(careCase, keys, actor) });
};
