import { caseView } from '../../schemas/api.ts';
import { staffRole } from '../../schemas/staff.ts';
import { permittedCase } from '../common/permitted-case.ts';
import { problems } from '../common/problems.ts';
import { json, type StaffCall } from '../common/site.ts';
import { taskView } from '../common/task-views.ts';

/** All that is stored about one case, with its history. GET /{council}/staff/cases/{reference} */
export const call: StaffCall = (deps) => async (request) => {
  const { careCase } = await permittedCase(deps, request, staffRole.options);
  const whole = await deps.store.whole(careCase.council, careCase.reference);
  if (whole === undefined) throw problems.notYours();
  return json(200, caseView, { ...whole, tasks: whole.tasks.map(taskView) });
};
