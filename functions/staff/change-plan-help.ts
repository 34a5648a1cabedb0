import type { AnswersOf } from '../../schemas/answers-of.ts';
import { planHelpSaved } from '../../schemas/api.ts';
import { planHelp } from '../../schemas/forms/plan-help.ts';
import type { planInvitationForm } from '../../schemas/forms/plan-invitation.ts';
import { actionAnswers } from '../../services/casework/action-answers.ts';
import { byPage } from '../../services/casework/action-pages.ts';
import { createOwnPlans } from '../../services/follow/own-plan.ts';
import { createPlanPeople } from '../../services/follow/plan-people.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json } from '../../services/web/site.ts';
import { permittedCase } from '../../services/work/permitted-case.ts';

/**
 * On the person's word: says who writes their plan, invites somebody to help, or gives a draft back with a reason for each answer.
 * POST /{council}/staff/cases/{reference}/plan-help
 */
export const call = byPage('plan-help', (deps) => async (request) => {
  const given = actionAnswers(deps, request, planHelp);
  const { careCase, role } = await permittedCase(deps, request, ['key-worker', 'assessor', 'manager']);
  const actor = { kind: 'staff', id: request.staff.id, role } as const;
  const name = request.staff.name ?? request.staff.id;
  const author = { actor, by: { id: request.staff.id, name } };
  const plans = createOwnPlans(deps);
  if (given.planHelp === 'who-writes' && given.how) await plans.choose(careCase, given.how, author);
  if (given.planHelp === 'send-back') await plans.sendBack(careCase, given.sentBack ?? [], author);
  if (given.planHelp === 'invite') {
    const asked = given as unknown as AnswersOf<typeof planInvitationForm>;
    const by = request.staff.roles.includes('manager') ? 'manager' : 'staff';
    const wrong = await createPlanPeople(deps).invite(careCase, asked, actor, by);
    if (wrong.length > 0) throw problems.invalid([...wrong]);
  }
  return json(200, planHelpSaved, { done: given.planHelp });
});
