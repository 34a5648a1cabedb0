import { createDrafts } from '../common/drafts.ts';
import { createSessions } from '../common/sessions.ts';
import type { CouncilCall } from '../common/site.ts';
import { timeLeftResponse } from '../common/time-left.ts';

/** How long this browser may go on with its form or case, for the script of our pages. Asking gains no time. GET /{council}/time-left/{held} */
export const call: CouncilCall = (deps) => async (request) => {
  const found =
    request.params['held'] === 'case'
      ? await createSessions(deps, 'case').of(request, false)
      : await createDrafts(deps).open(request, false);
  return timeLeftResponse(deps, found.state === 'open' ? found : undefined);
};
