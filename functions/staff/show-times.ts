import { timesTaken } from '../../services/casework/team-figures.ts';
import { teamPage } from '../../services/casework/team-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** How long each kind of work takes, beside its target, for managers. GET /{council}/staff/team/times */
export const call: StaffCall = (deps) => async (request) => teamPage(deps, request, timesTaken);
