import { helpFigures } from '../../services/casework/help-figures.ts';
import { teamPage } from '../../services/casework/team-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** Which help was offered, what people said to it and what became of what they wanted, for managers. GET /{council}/staff/team/help */
export const call: StaffCall = (deps) => async (request) => teamPage(deps, request, helpFigures);
