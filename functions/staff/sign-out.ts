import { expectOwnRequest } from '../../services/web/own-requests.ts';
import type { CouncilCall } from '../../services/web/site.ts';
import { seeOther } from '../../services/web/staff-forms.ts';
import { createStaffSessions } from '../../services/web/staff-sessions.ts';

/** Signs a member of staff out wherever they are signed in. POST /{council}/staff/sign-out */
export const call: CouncilCall = (deps) => async (request) => {
  const { council } = request;
  const sessions = createStaffSessions(deps);
  const found = await sessions.of(request, council, false);
  const there = seeOther(`/${council.slug}/staff/signed-out?from=here`);
  // Of two presses the second finds them signed out, and says so too.
  if (found.state !== 'open') return there;
  await expectOwnRequest(deps, request, found.session);
  return { ...there, headers: { ...there.headers, ...(await sessions.end(found.session)) } };
};
