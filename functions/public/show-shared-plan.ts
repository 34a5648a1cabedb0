import { planDraft, plansOf } from '../../services/follow/own-plan-pages.ts';
import { forGuests, guestSite, noteGuest } from '../../services/follow/plan-access.ts';

/** The plan for who was invited to it. GET /{council}/plan/{invited} */
export const call = forGuests((deps) => async (request, guest) => {
  const site = guestSite(deps, request, guest);
  await noteGuest(deps, guest, 'plan-read', guest.invitation.id);
  return planDraft(site, await plansOf(site).read(guest.careCase));
});
