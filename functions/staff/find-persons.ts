import { findPersonsBody, personsFound } from '../../schemas/find.ts';
import { searchSent } from '../../services/casework/find-page.ts';
import { foundPeople, searchIn } from '../../services/casework/found-people.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { formOf, isForm, seeOther } from '../../services/web/staff-forms.ts';

/**
 * Looks for people by name, reference, NHS number, birth date and postcode. POST /{council}/staff/find
 *
 * Sent and not asked for by an address, since a name in an address stands in histories and logs.
 */
export const call: StaffCall = (deps) => async (request) => {
  if (isForm(request)) {
    const sent = await searchSent(deps, request, searchIn(formOf(request)));
    return typeof sent === 'string' ? seeOther(sent) : sent;
  }
  const { after, ...typed } = jsonBody(request, findPersonsBody);
  return json(200, personsFound, await foundPeople(deps, request, typed, after));
};
