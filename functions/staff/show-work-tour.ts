import { workTourPage } from '../../services/casework/tour-pages.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** What a kind of work asks. GET /{council}/staff/tour/work/{kind} */
export const call: StaffCall = (deps) => async (request) => workTourPage(deps, request);
