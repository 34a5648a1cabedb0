import { actionsFor } from '../../services/casework/case-actions.ts';
import { casePage } from '../../services/casework/case-frame.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** What may be done with a case by hand, and why not where it may not. GET /{council}/staff/cases/{reference}/actions */
export const call: StaffCall = (deps) => async (request) =>
  casePage(deps, request, 'actions', 'staff/case-actions.njk', (opened) => ({
    actions: actionsFor(opened, request.staff.roles),
  }));
