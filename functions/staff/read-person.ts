import { staffMember } from '../../schemas/staff.ts';
import { memberPage } from '../../services/casework/people-pages.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { wantsPage } from '../../services/web/staff-forms.ts';

/** A member of staff, and what a manager may change of them. GET /{council}/staff/people/{id} */
export const call: StaffCall = (deps) => async (request) => {
  const { council, staff, params } = request;
  const member = staff.roles.includes('manager') ? await deps.store.staff(council.slug, params['id'] ?? '') : undefined;
  if (member === undefined) throw problems.notYours();
  return wantsPage(request) ? memberPage(deps, request, member) : json(200, staffMember, member);
};
