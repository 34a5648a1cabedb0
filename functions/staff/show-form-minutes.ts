import { formFigures } from '../../services/casework/form-figures.ts';
import { teamPage } from '../../services/casework/team-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** How many minutes people took over each form, beside what it says, for managers. GET /{council}/staff/team/forms */
export const call: StaffCall = (deps) => async (request) => teamPage(deps, request, formFigures);
