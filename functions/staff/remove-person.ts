import { leaveBody, personLeft } from '../../schemas/api.ts';
import { bodyOf, leaveTyped } from '../../services/casework/people-forms.ts';
import { memberPage, orAgain } from '../../services/casework/people-pages.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { isForm, seeOther } from '../../services/web/staff-forms.ts';
import { createDirectory } from '../../services/work/directory.ts';

/** Takes a member of staff out of the council's directory. Managers only. POST /{council}/staff/people/{id}/leave */
export const call: StaffCall = (deps) => async (request) => {
  const { council, staff, params } = request;
  if (!staff.roles.includes('manager')) throw problems.notYours();
  const id = params['id'] ?? '';
  const act = async () => {
    bodyOf(request, leaveBody, leaveTyped);
    const { member, moved, more } = await createDirectory(deps).leave(council, staff, id);
    if (isForm(request)) return seeOther(`/${council.slug}/staff/people`, more ? 'person-left-more' : 'person-left');
    return json(200, personLeft, { id: member.id, tasks: moved.map((task) => task.id) });
  };
  return orAgain(request, 'leave', act, async (refused) =>
    memberPage(deps, request, await deps.store.staff(council.slug, id), refused),
  );
};
