import { keptFormPage } from '../../services/casework/kept-form-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** Shows what somebody had sent when they were no longer signed in, and asks whether it is to be sent now. GET /{council}/staff/kept/{id} */
export const call: StaffCall = (deps) => (request) => keptFormPage(deps, request);
