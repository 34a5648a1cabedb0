import { caseLooks } from '../../schemas/access.ts';
import { createWhoLooked } from '../../services/access/who-looked.ts';
import { looksPage } from '../../services/casework/access-pages.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { wantsPage } from '../../services/web/staff-forms.ts';
import { knownReference } from '../../services/work/permitted-case.ts';

/** Who looked at a case, the newest first. Managers, safeguarding leads and the named of a restricted record. GET …/cases/{reference}/looks */
export const call: StaffCall = (deps) => async (request) => {
  const reference = knownReference(request);
  const looks = await createWhoLooked(deps).ofCase(request, reference);
  return wantsPage(request) ? looksPage(deps, request, { reference, looks }) : json(200, caseLooks, { looks });
};
