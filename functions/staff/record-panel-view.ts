import { viewRecorded } from '../../schemas/api.ts';
import { panelViewForm } from '../../schemas/forms/panel-view.ts';
import { actionAnswers } from '../../services/casework/action-answers.ts';
import { openedPanel, panelPage, panelPath } from '../../services/casework/panel-page.ts';
import { Problem } from '../../services/runtime/errors.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { formOf, isForm, seeOther } from '../../services/web/staff-forms.ts';
import { createPanelViews } from '../../services/work/panel-views.ts';
import { permittedTask } from '../../services/work/task-views.ts';
import { readFormBody } from '../../templates/pages/form-values.ts';

/**
 * What a member of a panel says of a plan; the view that decides ends the task with it. Sent again it changes nothing, and another view takes the
 * place of one's own. POST /{council}/staff/tasks/{id}/panel, as JSON or by its page
 */
export const call: StaffCall = (deps) => async (request) => {
  const { council, staff } = request;
  const find = () => permittedTask(deps, request, { managerToo: true });
  const task = await find();
  try {
    const { view, why, sentBack } = actionAnswers(deps, request, panelViewForm);
    const member = await deps.store.staff(council.slug, staff.id);
    const { awaiting } = await openedPanel(deps, task);
    const role = staff.roles.find((one) => one === awaiting.agreement.role) ?? task.role;
    const recorded = await createPanelViews(deps)(
      find,
      { view, why, ...(sentBack && { sentBack }) },
      { actor: { kind: 'staff', id: staff.id, role }, by: { id: staff.id, name: member?.name ?? staff.id } },
    );
    return isForm(request)
      ? seeOther(panelPath(task), recorded.decided ? 'panel-decided' : 'view-recorded')
      : json(200, viewRecorded, recorded);
  } catch (error) {
    if (!isForm(request) || !(error instanceof Problem) || ![400, 409, 503].includes(error.details.status)) throw error;
    const { errors, detail, status } = error.details;
    return panelPage(deps, request, await openedPanel(deps, await find()), {
      values: readFormBody(panelViewForm, formOf(request).toString()).answers,
      problems: errors ?? [{ field: '', message: detail }],
      status,
    });
  }
};
