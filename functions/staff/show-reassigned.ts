import { reassignedPage } from '../../services/casework/reassign-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** Says of each chosen task whether it is with the worker now, and if not why. GET /{council}/staff/tasks/reassigned?to=…&tasks=… */
export const call: StaffCall = (deps) => async (request) => reassignedPage(deps, request);
