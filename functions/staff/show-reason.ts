import { reasonAsked } from '../../schemas/access.ts';
import { createReasons } from '../../services/access/reasons.ts';
import { reasonPage } from '../../services/casework/access-pages.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { wantsPage } from '../../services/web/staff-forms.ts';
import { knownReference } from '../../services/work/permitted-case.ts';

/** Asks why somebody needs what their work does not need; as JSON, what a reason opens. GET /{council}/staff/cases/{reference}/reason */
export const call: StaffCall = (deps) => async (request) =>
  wantsPage(request)
    ? reasonPage(deps, request)
    : json(200, reasonAsked, await createReasons(deps).asked(request, knownReference(request)));
