import { joinPage } from '../../services/casework/person-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** What joining another person (`?other=`) to this one would make of them. GET /{council}/staff/persons/{id}/join */
export const call: StaffCall = (deps) => (request) => joinPage(deps, request);
