import { restrictionView } from '../../schemas/access.ts';
import { createRestricting } from '../../services/access/restricting.ts';
import { restrictionPage } from '../../services/casework/restriction-page.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { wantsPage } from '../../services/web/staff-forms.ts';
import { knownPersonId } from '../../services/work/permitted-person.ts';

/** To whom a person's record is restricted, if it is. Managers and safeguarding leads. GET /{council}/staff/persons/{id}/restriction */
export const call: StaffCall = (deps) => async (request) => {
  const person = await createRestricting(deps).of(request, knownPersonId(request));
  const { id, restricted } = person;
  if (wantsPage(request)) return restrictionPage(deps, request, person);
  return json(200, restrictionView, { person: id, ...(restricted && { restricted }) });
};
