import { heldMessages, undoDeathBody } from '../../schemas/api.ts';
import { CarewayError } from '../../services/runtime/errors.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json, jsonBody, type StaffCall } from '../../services/web/site.ts';
import { createDeaths } from '../../services/work/deaths.ts';
import { permittedPerson } from '../../services/work/permitted-person.ts';

/**
 * Undoes the record of a death that was wrong, before or after it was confirmed: what it closed is open again. Answers what was held.
 * POST /{council}/staff/persons/{id}/death/undo
 */
export const call: StaffCall = (deps) => async (request) => {
  const { reason } = jsonBody(request, undoDeathBody);
  const { id, actor } = permittedPerson(request);
  try {
    return json(200, heldMessages, {
      held: await createDeaths(deps).undo(request.council.slug, id, actor, reason),
    });
  } catch (error) {
    if (error instanceof CarewayError) throw problems.busy();
    throw error;
  }
};
