import { seeOther } from '../../services/apply/draft-calls.ts';
import { forgetDraft } from '../../services/apply/drafts.ts';
import { createSessions, isFromElsewhere } from '../../services/web/sessions.ts';
import type { CouncilCall } from '../../services/web/site.ts';

/** A page that anybody may have been looking at, quick to load. */
const neutralPage = 'https://www.bbc.co.uk/weather';

/**
 * Leaves for another site at once, and takes away what would let the next person at this device see more by going back: the hold on a
 * form, and the sign-in to a case. What is saved stays saved. GET /{council}/exit
 *
 * It is a GET because it must work as a plain link. All that another site could do with it is to sign somebody out, so it does not.
 *
 * @see GOV.UK Design System, Help users to exit a page quickly
 */
export const call: CouncilCall = (deps) => async (request) => {
  if (isFromElsewhere(request)) return seeOther(neutralPage);
  await createSessions(deps, 'case').end(request);
  return seeOther(neutralPage, forgetDraft());
};
