import { joinPersonsBody, personView } from '../../schemas/api.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { fieldsIn, isForm, seeOther } from '../../services/web/staff-forms.ts';
import { createJoining } from '../../services/work/joining.ts';
import { permittedPerson, personWithCases } from '../../services/work/permitted-person.ts';

/**
 * Undoes that another was joined to this person: each is as they were, with what was said of each meanwhile.
 * POST /{council}/staff/persons/{id}/part
 */
export const call: StaffCall = (deps) => async (request) => {
  const isSent = isForm(request);
  const { other } = isSent ? fieldsIn(request, joinPersonsBody) : jsonBody(request, joinPersonsBody);
  const { id, actor } = await permittedPerson(deps, request);
  await createJoining(deps).part(request.council.slug, id, other, actor);
  if (isSent) return seeOther(`/${request.council.slug}/staff/persons/${id}`, 'persons-parted');
  return json(200, personView, await personWithCases(deps, request, id));
};
