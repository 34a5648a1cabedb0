import { londonDate } from '../../domain/time/clock-time.ts';
import { readAnswers } from '../../schemas/answers.ts';
import type { AnswersOf } from '../../schemas/answers-of.ts';
import { planInvitationForm } from '../../schemas/forms/plan-invitation.ts';
import { seeOther } from '../../services/apply/draft-calls.ts';
import { casePath, forPosts } from '../../services/follow/case-access.ts';
import { createPlanPeople, mayInvite } from '../../services/follow/plan-people.ts';
import { invitePage } from '../../services/follow/plan-people-page.ts';
import { problems } from '../../services/runtime/problems.ts';
import { readFormBody } from '../../templates/pages/form-values.ts';

/** Invites somebody to help with the plan, by a mailed link. POST /{council}/case/{reference}/plan/people */
export const call = forPosts((deps) => async (request, reader) => {
  if (!mayInvite(reader)) throw problems.notYours();
  const { answers } = readFormBody(planInvitationForm, request.body);
  const read = readAnswers(planInvitationForm, () => londonDate(deps.clock.now()), answers);
  if (read.outcome !== 'complete') {
    return invitePage(request, reader, answers, read.outcome === 'problems' ? read.problems : []);
  }
  const given = read.answers as AnswersOf<typeof planInvitationForm>;
  const wrong = await createPlanPeople(deps).invite(reader.careCase, given, reader.actor, 'public');
  if (wrong.length > 0) return invitePage(request, reader, answers, wrong);
  return seeOther(casePath(reader.careCase, 'plan/write'));
});
