import { createDrafts, postedFields } from '../../services/apply/drafts.ts';
import { problems } from '../../services/runtime/problems.ts';
import { createSessions, isOwnForm } from '../../services/web/sessions.ts';
import { type CouncilCall, expectMediaType } from '../../services/web/site.ts';
import { timeLeftResponse } from '../../services/web/time-left.ts';

/** Keeps this browser's form or case open for another hour, where it has not ended. POST /{council}/time-left/{held} */
export const call: CouncilCall = (deps) => async (request) => {
  expectMediaType(request, 'application/x-www-form-urlencoded');
  const { held } = request.params;
  if (held === 'case' || held === 'plan') {
    const sessions = createSessions(deps, held);
    const before = await sessions.of(request, false);
    if (before.state !== 'open') return timeLeftResponse(deps, undefined);
    if (!isOwnForm(before.session, new URLSearchParams(request.body).get('csrf'))) throw problems.notFromHere();
    const kept = await sessions.of(request);
    return timeLeftResponse(deps, kept.state === 'open' ? kept : undefined);
  }
  const drafts = createDrafts(deps);
  const secret = drafts.secretOf(request);
  if (secret === undefined) return timeLeftResponse(deps, undefined);
  postedFields(request, secret);
  const kept = await drafts.open(request);
  return timeLeftResponse(deps, kept.state === 'open' ? kept : undefined);
};
