import { panelState } from '../../schemas/api.ts';
import { openedPanel, panelPage } from '../../services/casework/panel-page.ts';
import { whoseTask } from '../../services/casework/whose-task.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { wantsPage } from '../../services/web/staff-forms.ts';

/** A plan on which a panel decides, with what its members have said. GET /{council}/staff/tasks/{id}/panel, as JSON or as a page */
export const call: StaffCall = (deps) => async (request) => {
  const opened = await openedPanel(deps, await whoseTask(deps, request, { opens: true }));
  if (wantsPage(request)) return panelPage(deps, request, opened);
  const { agreement, views } = opened.awaiting;
  return json(200, panelState, {
    quorum: agreement.by === 'panel' ? agreement.quorum : 1,
    members: agreement.who.map(({ id, name }) => ({ id, name })),
    views: views.map(({ by, at, view, why, sentBack }) => ({ by, at, view, why, ...(sentBack && { sentBack }) })),
    decided: opened.task.status !== 'open',
  });
};
