import { seeOther } from '../../services/apply/draft-calls.ts';
import { forGuests } from '../../services/follow/plan-access.ts';
import { problems } from '../../services/runtime/problems.ts';
import { createSessions } from '../../services/web/sessions.ts';

/** Signs out whoever was invited to a plan. POST /{council}/plan/{invited} */
export const call = forGuests((deps) => async (request) => {
  if (request.body === '') throw problems.notFromHere();
  return seeOther(`/${request.council.slug}`, await createSessions(deps, 'plan').end(request));
});
