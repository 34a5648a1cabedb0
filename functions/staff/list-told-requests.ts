import { showToldRequests } from '../../services/casework/told-requests.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** What a person may ask by phone, by letter or in person. GET /{council}/staff/cases/{reference}/requests */
export const call: StaffCall = (deps) => (request) => showToldRequests(deps, request);
