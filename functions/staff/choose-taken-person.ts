import { chooseTaken } from '../../services/casework/taken-forms.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** Says whom a form is about, who is known already. POST /{council}/staff/forms/{draft}/person */
export const call: StaffCall = (deps) => (request) => chooseTaken(deps, request);
