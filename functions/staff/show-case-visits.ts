import { casePage } from '../../services/casework/case-frame.ts';
import { visitsView } from '../../services/casework/case-visits.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** The visits of a case, to come and past. GET /{council}/staff/cases/{reference}/visits */
export const call: StaffCall = (deps) => async (request) =>
  casePage(deps, request, 'visits', 'staff/case-visits.njk', visitsView);
