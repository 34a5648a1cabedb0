import { seeOther } from '../../services/apply/draft-calls.ts';
import { savePlanPage } from '../../services/follow/own-plan-pages.ts';
import { forGuests, guestSite } from '../../services/follow/plan-access.ts';
import { problems } from '../../services/runtime/problems.ts';

/** Saves a page of the plan, or a suggestion for it, by who was invited. POST /{council}/plan/{invited}/write/{page} */
export const call = forGuests((deps) => async (request, guest, fields) => {
  if (request.body === '') throw problems.notFromHere();
  const saved = await savePlanPage(guestSite(deps, request, guest), guest.careCase, fields);
  return 'goOn' in saved ? seeOther(saved.goOn) : saved;
});
