import { casePage } from '../../services/casework/case-frame.ts';
import { planView } from '../../services/casework/case-plan.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** The versions of a plan, and the money of a case. GET /{council}/staff/cases/{reference}/plan */
export const call: StaffCall = (deps) => async (request) =>
  casePage(deps, request, 'plan', 'staff/case-plan.njk', planView);
