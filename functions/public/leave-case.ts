import { seeOther } from '../../services/apply/draft-calls.ts';
import { problems } from '../../services/runtime/problems.ts';
import { createSessions, isOwnForm } from '../../services/web/sessions.ts';
import type { CouncilCall } from '../../services/web/site.ts';

/** Signs out: the session is gone on the server too. POST /{council}/case/sign-out */
export const call: CouncilCall = (deps) => async (request) => {
  const sessions = createSessions(deps, 'case');
  const found = await sessions.of(request);
  const isOwn = found.state !== 'open' || isOwnForm(found.session, new URLSearchParams(request.body).get('csrf'));
  if (!isOwn) throw problems.notFromHere();
  return seeOther(`/${request.council.slug}`, await sessions.end(request));
};
