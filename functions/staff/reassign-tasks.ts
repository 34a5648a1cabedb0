import { reassignBody, reassigned } from '../../schemas/task-calls.ts';
import { reassign } from '../../services/casework/reassign.ts';
import { chosenInForm, reassignAddress, reassignPage } from '../../services/casework/reassign-page.ts';
import { backOf, sent, wrongOf } from '../../services/casework/sent-form.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { formOf, isForm, seeOther } from '../../services/web/staff-forms.ts';

/**
 * Gives tasks to one worker, with the reason; answers for each whether it moved. A form that only ticks tasks is asked to whom. Managers only.
 * POST /{council}/staff/tasks/reassign
 */
export const call: StaffCall = (deps) => async (request) => {
  const { council, staff } = request;
  if (isForm(request) && !formOf(request).has('tasks')) {
    const chosen = chosenInForm(formOf(request));
    if (chosen.length === 0) return seeOther(backOf(request), 'nothing-chosen');
    return seeOther(reassignAddress(request, 'reassign', chosen));
  }
  try {
    const body = sent(request, reassignBody, (form) => ({
      to: form.get('to') ?? undefined,
      reason: form.get('reason') ?? undefined,
      tasks: chosenInForm(form),
      ...(form.has('givesAccess') && { givesAccess: true }),
    }));
    const rows = await reassign(deps, council.slug, staff, body);
    if (isForm(request)) return seeOther(reassignAddress(request, 'reassigned', body.tasks, { to: body.to }));
    return json(200, reassigned, { to: body.to, rows });
  } catch (error) {
    return reassignPage(deps, request, wrongOf(request, error));
  }
};
