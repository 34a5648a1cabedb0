import { caseTourPage } from '../../services/casework/tour-pages.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** The example case in one state. GET /{council}/staff/tour/cases/{stage} */
export const call: StaffCall = (deps) => async (request) => caseTourPage(deps, request);
