import { takeToldRequest } from '../../services/casework/told-requests.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** Takes down what somebody asked by phone, by letter or in person. POST /{council}/staff/cases/{reference}/requests/{form} */
export const call: StaffCall = (deps) => (request) => takeToldRequest(deps, request);
