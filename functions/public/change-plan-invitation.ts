import { isGood } from '../../domain/plan/plan-invitations.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { seeOther } from '../../services/apply/draft-calls.ts';
import { casePath, forPosts } from '../../services/follow/case-access.ts';
import { createPlanPeople, mayInvite } from '../../services/follow/plan-people.ts';
import { problems } from '../../services/runtime/problems.ts';

/** Takes somebody out of the plan, or has their link sent again. POST /{council}/case/{reference}/plan/people/{id} */
export const call = forPosts((deps) => async (request, reader, fields) => {
  if (!mayInvite(reader)) throw problems.notYours();
  const people = createPlanPeople(deps);
  const { careCase, actor } = reader;
  const invitation = await people.known(careCase, request.params['id'] ?? '');
  if (invitation === undefined) throw problems.notFound();
  if (fields.get('action') === 'remove') await people.remove(careCase, invitation.id, actor);
  else if (isGood(invitation, londonDate(deps.clock.now()))) await people.mail(invitation);
  return seeOther(casePath(careCase, 'plan/write'));
});
