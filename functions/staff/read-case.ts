import { caseSeen } from '../../domain/access/seen.ts';
import { caseView } from '../../schemas/api.ts';
import { casePage } from '../../services/casework/case-frame.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { wantsPage } from '../../services/web/staff-forms.ts';
import { permittedCase } from '../../services/work/permitted-case.ts';
import { casesOfPerson } from '../../services/work/person-cases.ts';
import { taskView } from '../../services/work/task-views.ts';

/** What the caller’s work needs of one case and its person, with the history of both; as a page, the overview. GET /{council}/staff/cases/{reference} */
export const call: StaffCall = (deps) => async (request) => {
  if (wantsPage(request)) {
    const { overviewView } = await import('../../services/casework/case-overview.ts');
    return casePage(deps, request, 'overview', 'staff/case-overview.njk', (opened) =>
      overviewView(deps, request, opened),
    );
  }
  const { careCase, may } = await permittedCase(deps, request, { part: 'identity', section: 'overview' });
  const whole = await deps.store.whole(careCase.council, careCase.reference);
  if (whole === undefined) throw problems.notYours();
  const { seen, withheld } = caseSeen(whole, may);
  return json(200, caseView, {
    ...seen,
    otherCases: await casesOfPerson(deps, whole.person, careCase),
    tasks: seen.tasks.map(taskView),
    withheld,
  });
};
