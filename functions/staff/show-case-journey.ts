import { casePage } from '../../services/casework/case-frame.ts';
import { journeyView } from '../../services/casework/case-journey.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** Where a case is on its way, drawn. GET /{council}/staff/cases/{reference}/journey */
export const call: StaffCall = (deps) => async (request) =>
  casePage(deps, request, 'journey', 'staff/case-journey.njk', (opened) => journeyView(request.council, opened));
