import { workload } from '../../services/casework/team-figures.ts';
import { teamPage } from '../../services/casework/team-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** What is open by team, by kind and by who has it, for managers. GET /{council}/staff/team */
export const call: StaffCall = (deps) => async (request) => teamPage(deps, request, workload);
