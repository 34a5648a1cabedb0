import { casePage } from '../../services/casework/case-frame.ts';
import { workView } from '../../services/casework/case-work.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** The work on a case, open and done. GET /{council}/staff/cases/{reference}/work */
export const call: StaffCall = (deps) => async (request) =>
  casePage(deps, request, 'work', 'staff/case-work.njk', (opened) => workView(request, opened));
