import { savePersonBody } from '../../schemas/api.ts';
import { staffMember } from '../../schemas/staff.ts';
import { bodyOf, personTyped } from '../../services/casework/people-forms.ts';
import { memberPage, orAgain } from '../../services/casework/people-pages.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { isForm, seeOther } from '../../services/web/staff-forms.ts';
import { createDirectory } from '../../services/work/directory.ts';

/** Adds a member of staff to the council's directory, or changes them. Managers only. PUT, or POST by a form, /{council}/staff/people/{id} */
export const call: StaffCall = (deps) => async (request) => {
  const { council, staff, params, path } = request;
  if (!staff.roles.includes('manager')) throw problems.notYours();
  const id = params['id'] ?? '';
  const before = await deps.store.staff(council.slug, id);
  // Whoever has left meanwhile is not brought back by a page that was open.
  if (isForm(request) && before === undefined) throw problems.notYours();
  const act = async () => {
    const body = bodyOf(request, savePersonBody, personTyped);
    const { member } = await createDirectory(deps).save(council, staff, id, body);
    return isForm(request) ? seeOther(path, 'person-saved') : json(200, staffMember, member);
  };
  return orAgain(request, 'details', act, (refused) => memberPage(deps, request, before, refused));
};
