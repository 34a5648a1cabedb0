import { seeOther } from '../../services/apply/draft-calls.ts';
import { shownPlanPage } from '../../services/follow/own-plan-pages.ts';
import { forGuests, guestSite, noteGuest } from '../../services/follow/plan-access.ts';

/** One page of the plan for who was invited to it. GET /{council}/plan/{invited}/write/{page} */
export const call = forGuests((deps) => async (request, guest) => {
  await noteGuest(deps, guest, 'plan-read', `${guest.invitation.id} ${(request.params['page'] ?? '').slice(0, 40)}`);
  const shown = await shownPlanPage(guestSite(deps, request, guest), guest.careCase);
  return 'goOn' in shown ? seeOther(shown.goOn) : shown;
});
