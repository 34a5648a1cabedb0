import { readableTime } from '../../domain/time/readable-date.ts';
import { isoInstant } from '../../schemas/scalars.ts';
import { staffPage } from '../../services/casework/staff-frame.ts';
import type { StaffCall } from '../../services/web/site.ts';
import { wantsPage } from '../../services/web/staff-forms.ts';
import { timeLeftResponse } from '../../services/web/time-left.ts';

/**
 * Keeps this browser signed in, which any request does; this one does nothing else. Without scripts the button opens it in a tab of its own, so that
 * nothing is lost of what stands on the page. POST /{council}/staff/time-left
 */
export const call: StaffCall = (deps) => async (request) => {
  const { session } = request.staff;
  if (!wantsPage(request) || session === undefined) return timeLeftResponse(deps, session);
  return staffPage(deps, request, 'staff/problem.njk', {
    title: 'You stay signed in',
    detail: `If you do nothing, we sign you out at ${readableTime(isoInstant.parse(new Date(session.endsAt).toISOString()))}. Close this tab and go on where you were.`,
    errors: [],
    links: [],
  });
};
