import { personView } from '../../schemas/api.ts';
import { detailsBody } from '../../schemas/contact.ts';
import { keepDetails } from '../../services/apply/person-details.ts';
import { personPage } from '../../services/casework/person-page.ts';
import { Problem } from '../../services/runtime/errors.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { fieldsIn, isForm, seeOther } from '../../services/web/staff-forms.ts';
import { permittedPerson, personWithCases } from '../../services/work/permitted-person.ts';

/** Records what was still to be asked of a person. POST /{council}/staff/persons/{id}/details */
export const call: StaffCall = (deps) => async (request) => {
  const isSent = isForm(request);
  const body = isSent ? fieldsIn(request, detailsBody) : jsonBody(request, detailsBody);
  const { id, actor } = await permittedPerson(deps, request);
  await personWithCases(deps, request, id);
  try {
    await keepDetails(deps, request.council.slug, id, body, actor);
  } catch (error) {
    if (!isSent || !(error instanceof Problem) || error.details.status !== 400) throw error;
    return personPage(deps, request, { typed: body, errors: error.details.errors ?? [] });
  }
  if (isSent) return seeOther(`/${request.council.slug}/staff/persons/${id}`, 'details-kept');
  return json(200, personView, await personWithCases(deps, request, id));
};
