import { addPersonBody } from '../../schemas/api.ts';
import { staffMember } from '../../schemas/staff.ts';
import { bodyOf, personTyped } from '../../services/casework/people-forms.ts';
import { memberPage, orAgain } from '../../services/casework/people-pages.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { isForm, seeOther } from '../../services/web/staff-forms.ts';
import { createDirectory } from '../../services/work/directory.ts';

/** Adds somebody who is not in the staff directory. Managers only. POST /{council}/staff/join */
export const call: StaffCall = (deps) => async (request) => {
  const { council, staff } = request;
  if (!staff.roles.includes('manager')) throw problems.notYours();
  const act = async () => {
    const { id, ...body } = bodyOf(request, addPersonBody, (form) => ({
      ...personTyped(form),
      id: form.get('id') ?? '',
    }));
    const { member } = await createDirectory(deps).add(council, staff, id, body);
    if (!isForm(request)) return json(201, staffMember, member);
    return seeOther(`/${council.slug}/staff/people`, 'person-added');
  };
  return orAgain(request, 'details', act, (refused) => memberPage(deps, request, undefined, refused));
};
