import { beginTaken } from '../../services/casework/taken-forms.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** Begins a form for somebody who rang, wrote or came. POST /{council}/staff/forms */
export const call: StaffCall = (deps) => (request) => beginTaken(deps, request);
