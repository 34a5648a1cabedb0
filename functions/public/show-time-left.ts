import { createDrafts } from '../../services/apply/drafts.ts';
import { createSessions } from '../../services/web/sessions.ts';
import type { CouncilCall } from '../../services/web/site.ts';
import { timeLeftResponse } from '../../services/web/time-left.ts';

/** How long this browser may go on with its form or case, for the script of our pages. Asking gains no time. GET /{council}/time-left/{held} */
export const call: CouncilCall = (deps) => async (request) => {
  const { held } = request.params;
  const found =
    held === 'case' || held === 'plan'
      ? await createSessions(deps, held).of(request, false)
      : await createDrafts(deps).open(request, false);
  return timeLeftResponse(deps, found.state === 'open' ? found : undefined);
};
