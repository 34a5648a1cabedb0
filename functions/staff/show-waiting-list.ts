import { waitingList } from '../../services/casework/team-figures.ts';
import { teamPage } from '../../services/casework/team-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** Who waits for an assessment, and since when, for managers. GET /{council}/staff/team/waiting */
export const call: StaffCall = (deps) => async (request) => teamPage(deps, request, waitingList);
