import { taskView as schema } from '../../schemas/api.ts';
import { answered } from '../../services/casework/sent-form.ts';
import { takeNext } from '../../services/casework/take-next.ts';
import { problems } from '../../services/runtime/problems.ts';
import type { StaffCall } from '../../services/web/site.ts';
import { isForm, seeOther } from '../../services/web/staff-forms.ts';
import { taskView } from '../../services/work/task-views.ts';

/** Takes the task of the caller's teams that is due first and that nobody has: the duty desk's button. POST /{council}/staff/tasks/next */
export const call: StaffCall = (deps) => async (request) => {
  const { council, staff } = request;
  const taken = await takeNext(deps, council, staff);
  const lists = `/${council.slug}/staff/tasks`;
  if (taken) return answered(request, schema, taskView(taken), 'task-claimed', `${lists}/${taken.id}`);
  if (isForm(request)) return seeOther(`${lists}?whose=unclaimed`, 'nothing-to-take');
  throw problems.nothingToTake();
};
