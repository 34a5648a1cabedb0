import { caseView } from '../../schemas/api.ts';
import { staffRole } from '../../schemas/staff.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { permittedCase } from '../../services/work/permitted-case.ts';
import { casesOfPerson } from '../../services/work/person-cases.ts';
import { taskView } from '../../services/work/task-views.ts';

/** All that is stored about one case and its person, with the history of both. GET /{council}/staff/cases/{reference} */
export const call: StaffCall = (deps) => async (request) => {
  const { careCase } = await permittedCase(deps, request, staffRole.options);
  const whole = await deps.store.whole(careCase.council, careCase.reference);
  if (whole === undefined) throw problems.notYours();
  return json(200, caseView, {
    ...whole,
    otherCases: await casesOfPerson(deps, whole.person, careCase),
    tasks: whole.tasks.map(taskView),
  });
};
