import { reassignPage } from '../../services/casework/reassign-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** Asks to whom the chosen tasks go, and why. GET /{council}/staff/tasks/reassign?tasks={version}:{id},… */
export const call: StaffCall = (deps) => async (request) => reassignPage(deps, request);
