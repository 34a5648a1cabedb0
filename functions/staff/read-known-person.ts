import { personView } from '../../schemas/api.ts';
import { personPage } from '../../services/casework/person-page.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { wantsPage } from '../../services/web/staff-forms.ts';
import { permittedPerson, personWithCases } from '../../services/work/permitted-person.ts';

/** A person with all of their cases; as a page also who may be the same. GET /{council}/staff/persons/{id} */
export const call: StaffCall = (deps) => async (request) =>
  wantsPage(request)
    ? personPage(deps, request)
    : json(200, personView, await personWithCases(deps, request, (await permittedPerson(deps, request)).id));
