import { endAbsenceBody } from '../../schemas/api.ts';
import { staffMember } from '../../schemas/staff.ts';
import { absencePlace, bodyOf, endTyped } from '../../services/casework/people-forms.ts';
import { memberPage, orAgain } from '../../services/casework/people-pages.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { isForm, seeOther } from '../../services/web/staff-forms.ts';
import { createDirectory } from '../../services/work/directory.ts';

/** Ends an absence, or takes one away that has not begun: by a manager, or one's own. POST /{council}/staff/people/{id}/absence/end */
export const call: StaffCall = (deps) => async (request) => {
  const { council, staff, params } = request;
  const directory = createDirectory(deps);
  const id = params['id'] ?? '';
  const before = await directory.permitted(council, staff, id);
  const place = absencePlace(request, id);
  const act = async () => {
    const { from } = bodyOf(request, endAbsenceBody, endTyped);
    const member = await directory.endAbsence(council, staff, id, from);
    return isForm(request) ? seeOther(place, 'absence-ended') : json(200, staffMember, member);
  };
  return orAgain(request, 'absence', act, (refused) => memberPage(deps, { ...request, path: place }, before, refused));
};
