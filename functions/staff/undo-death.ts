import { heldMessages } from '../../schemas/api.ts';
import { deathUndoing } from '../../schemas/forms/case-actions.ts';
import { actionAnswers } from '../../services/casework/action-answers.ts';
import { byPage } from '../../services/casework/action-pages.ts';
import { json } from '../../services/web/site.ts';
import { createDeaths } from '../../services/work/deaths.ts';
import { permittedPerson } from '../../services/work/permitted-person.ts';

/**
 * Undoes the record of a death that was wrong, before or after it was confirmed: what it closed is open again. Answers what was held.
 * POST /{council}/staff/persons/{id}/death/undo
 */
export const call = byPage('death/undo', (deps) => async (request) => {
  const { reason } = actionAnswers(deps, request, deathUndoing);
  const { id, actor } = await permittedPerson(deps, request);
  return json(200, heldMessages, {
    held: await createDeaths(deps).undo(request.council.slug, id, actor, reason),
  });
});
