import { keptFormPage } from '../../services/casework/kept-form-page.ts';
import { createKeptForms } from '../../services/web/kept-forms.ts';
import type { StaffCall } from '../../services/web/site.ts';
import { formOf, seeOther } from '../../services/web/staff-forms.ts';
import { staffHome } from '../../services/web/staff-sign-in.ts';

/**
 * Sends what was kept for this person, as if they had sent it now, or deletes it (`do=delete`). It is forgotten when it has done its work, so that whoever
 * presses twice, or is cut off in between, loses nothing. POST /{council}/staff/kept/{id}
 */
export const call: StaffCall = (deps) => async (request) => {
  const { council, staff, params } = request;
  const forms = createKeptForms(deps);
  const name = params['id'] ?? '';
  const found = await forms.of(council, name, staff);
  if (found === undefined) return keptFormPage(deps, request);
  const forget = () => forms.forget(council, name);
  if (formOf(request).get('do') === 'delete') {
    await forget();
    return seeOther(staffHome(council.slug), 'kept-deleted');
  }
  const { path, query } = found;
  const fields = new URLSearchParams(found.body);
  fields.set('csrf', staff.session?.csrf ?? '');
  return { ...seeOther(path), sendFor: { path, query, body: fields.toString(), sent: forget } };
};
