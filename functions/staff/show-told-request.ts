import { showToldRequest } from '../../services/casework/told-requests.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** The list in which one such request is written down. GET /{council}/staff/cases/{reference}/requests/{form} */
export const call: StaffCall = (deps) => (request) => showToldRequest(deps, request);
