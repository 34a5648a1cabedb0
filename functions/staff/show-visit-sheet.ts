import { casePage, openCase } from '../../services/casework/case-frame.ts';
import { visitSheetView } from '../../services/casework/case-visits.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** Two pages to take to a visit. GET /{council}/staff/cases/{reference}/visits/sheet */
export const call: StaffCall = (deps) => async (request) => {
  const opened = await openCase(deps, request, 'visits');
  const view = visitSheetView(deps, request, opened);
  return casePage(deps, request, 'visits', 'staff/case-visit-sheet.njk', view, { opened, title: 'Visit sheet' });
};
