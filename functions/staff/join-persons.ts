import { joinPersonsBody, personView } from '../../schemas/api.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { fieldsIn, isForm, seeOther } from '../../services/web/staff-forms.ts';
import { createJoining } from '../../services/work/joining.ts';
import { permittedPerson, personWithCases } from '../../services/work/permitted-person.ts';

/**
 * Says that another person is this one, who applied twice. Their cases stay as they are and are one person's from now on.
 * POST /{council}/staff/persons/{id}/join
 */
export const call: StaffCall = (deps) => async (request) => {
  const isSent = isForm(request);
  const { other } = isSent ? fieldsIn(request, joinPersonsBody) : jsonBody(request, joinPersonsBody);
  const { id, actor } = await permittedPerson(deps, request);
  await permittedPerson(deps, { ...request, params: { ...request.params, id: other } });
  await createJoining(deps).join(request.council.slug, id, other, actor);
  if (isSent) return seeOther(`/${request.council.slug}/staff/persons/${id}`, 'persons-joined');
  return json(200, personView, await personWithCases(deps, request, id));
};
