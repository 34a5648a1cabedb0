import { requestOf } from '../../domain/journey/request-outcomes.ts';
import { openedTask as schema } from '../../schemas/api.ts';
import { endedPage } from '../../services/casework/ended-task.ts';
import { openedTask } from '../../services/casework/opened-task.ts';
import { isForPanel, panelPath } from '../../services/casework/panel-page.ts';
import { overviewPage } from '../../services/casework/task-pages.ts';
import { whoseTask } from '../../services/casework/whose-task.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { seeOther, wantsPage } from '../../services/web/staff-forms.ts';
import { taskView } from '../../services/work/task-views.ts';

/** One task with its list and what is known. Opening it changes nothing. GET /{council}/staff/tasks/{id}, as JSON or as a page */
export const call: StaffCall = (deps) => async (request) => {
  const task = await whoseTask(deps, request, { opens: true });
  if (wantsPage(request)) {
    const reader = { deps, request };
    if (task.status !== 'open') return endedPage(reader, task);
    return (await isForPanel(deps, task)) ? seeOther(panelPath(task)) : overviewPage(reader, task);
  }
  const { list, before, known, added, copies, otherOpenCases, said } = await openedTask(deps, request, task);
  const opened = {
    ...taskView(task),
    otherOpenCases: [...otherOpenCases],
    ...(said && { said }),
    list: { id: list.id, version: list.version },
    beforeYouBegin: [...before],
    known: [...known],
    councilAnswers: [...added],
    ...(copies.length > 0 && { copiesToPrint: [...copies] }),
  };
  if (task.kind !== 'find-person') return json(200, schema, opened);
  const about = await deps.store.record(task.council, task.reference, 'request', requestOf(task));
  const { list: form, answers } = about?.kind === 'request' ? about : { list: '', answers: {} };
  return json(200, schema, { ...opened, request: { list: form, answers } });
};
