import { preferencesBody } from '../../schemas/api.ts';
import { staffMember } from '../../schemas/staff.ts';
import { bodyOf, preferenceTyped } from '../../services/casework/people-forms.ts';
import { memberPage, orAgain } from '../../services/casework/people-pages.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { isForm, seeOther } from '../../services/web/staff-forms.ts';
import { createDirectory } from '../../services/work/directory.ts';

/** What one wants of mail. POST /{council}/staff/me */
export const call: StaffCall = (deps) => async (request) => {
  const { council, staff, path } = request;
  const directory = createDirectory(deps);
  const before = await directory.permitted(council, staff, staff.id);
  const act = async () => {
    const { prefersDigest } = bodyOf(request, preferencesBody, preferenceTyped);
    const member = await directory.prefer(council, staff, prefersDigest);
    return isForm(request) ? seeOther(path, 'mail-chosen') : json(200, staffMember, member);
  };
  return orAgain(request, 'mail', act, (refused) => memberPage(deps, request, before, refused));
};
