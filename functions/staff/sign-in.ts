import type { CouncilCall } from '../../services/web/site.ts';
import { seeOther } from '../../services/web/staff-forms.ts';
import { createStaffSessions } from '../../services/web/staff-sessions.ts';
import { createStaffSignIn, ownPath } from '../../services/web/staff-sign-in.ts';

/**
 * Sends a browser to the sign-in pages, and from there back to `?to=`, a page of this council's staff site. Whoever is signed in already goes there at
 * once, unless `?who=` names somebody else, whom the sign-in pages then propose, or `?afresh` asks for it. GET /{council}/staff/sign-in
 */
export const call: CouncilCall = (deps) => async (request) => {
  const { council, query } = request;
  const [to, who] = [ownPath(council.slug, query['to']), query['who']];
  const found = await createStaffSessions(deps).of(request, council);
  const afresh = query['afresh'] !== undefined || found.state === 'ended';
  if (found.state === 'open' && !afresh && (who ?? found.session.id) === found.session.id) return seeOther(to);
  const { location, headers } = await createStaffSignIn(deps).begin(council, to, { hint: who, afresh });
  const away = seeOther(location);
  return { ...away, headers: { ...away.headers, ...headers } };
};
