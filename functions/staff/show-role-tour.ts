import { roleTourPage } from '../../services/casework/tour-pages.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** The first day of one role, and the work that it is given. GET /{council}/staff/tour/roles/{role} */
export const call: StaffCall = (deps) => async (request) => roleTourPage(deps, request);
