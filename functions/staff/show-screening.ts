import { screeningFigures } from '../../services/casework/screening-figures.ts';
import { teamPage } from '../../services/casework/team-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** What people ticked as hard on the form beside what assessors found, for managers. GET /{council}/staff/team/screening */
export const call: StaffCall = (deps) => async (request) => teamPage(deps, request, screeningFigures);
