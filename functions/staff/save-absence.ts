import { absenceBody } from '../../schemas/api.ts';
import { staffMember } from '../../schemas/staff.ts';
import { absencePlace, absenceTyped, bodyOf } from '../../services/casework/people-forms.ts';
import { memberPage, orAgain } from '../../services/casework/people-pages.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { isForm, seeOther } from '../../services/web/staff-forms.ts';
import { createDirectory } from '../../services/work/directory.ts';

/** Enters an absence, or changes one: by a manager, or one's own. POST /{council}/staff/people/{id}/absence */
export const call: StaffCall = (deps) => async (request) => {
  const { council, staff, params } = request;
  const directory = createDirectory(deps);
  const id = params['id'] ?? '';
  const before = await directory.permitted(council, staff, id);
  const place = absencePlace(request, id);
  const act = async () => {
    const body = bodyOf(request, absenceBody, absenceTyped);
    const { member, moved, more } = await directory.saveAbsence(council, staff, id, body);
    if (!isForm(request)) return json(200, staffMember, member);
    if (more) return seeOther(place, 'absence-more');
    return seeOther(place, moved.length > 0 ? 'absence-moved' : 'absence-saved');
  };
  return orAgain(request, 'absence', act, (refused) => memberPage(deps, { ...request, path: place }, before, refused));
};
