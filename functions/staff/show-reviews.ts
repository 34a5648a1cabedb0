import { reviewsByMonth } from '../../services/casework/team-figures.ts';
import { teamPage } from '../../services/casework/team-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** The reviews that are planned, by month, for managers. GET /{council}/staff/team/reviews */
export const call: StaffCall = (deps) => async (request) => teamPage(deps, request, reviewsByMonth);
