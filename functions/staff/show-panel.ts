import { panelState } from '../../schemas/api.ts';
import { openedPanel, panelPage } from '../../services/casework/panel-page.ts';
import { taskPath } from '../../services/casework/task-pages.ts';
import { whoseTask } from '../../services/casework/whose-task.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { seeOther, wantsPage } from '../../services/web/staff-forms.ts';

/** A plan on which a panel decides, with what its members have said. GET /{council}/staff/tasks/{id}/panel, as JSON or as a page */
export const call: StaffCall = (deps) => async (request) => {
  const task = await whoseTask(deps, request, { opens: true });
  // A task on which no panel decides has a page of its own.
  if (task.kind !== 'agree-plan-for-council') return seeOther(taskPath(task));
  const opened = await openedPanel(deps, task);
  if (wantsPage(request)) return panelPage(deps, request, opened);
  const { agreement, views } = opened.awaiting;
  return json(200, panelState, {
    quorum: agreement.by === 'panel' ? agreement.quorum : 1,
    members: agreement.who.map(({ id, name }) => ({ id, name })),
    views: views.map(({ by, at, view, why, sentBack }) => ({ by, at, view, why, ...(sentBack && { sentBack }) })),
    decided: opened.task.status !== 'open',
  });
};
