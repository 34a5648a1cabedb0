import { partPage } from '../../services/casework/person-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** What parting another record (`?other=`) from this person would make of both. GET /{council}/staff/persons/{id}/part */
export const call: StaffCall = (deps) => (request) => partPage(deps, request);
