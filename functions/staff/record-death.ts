import { personView } from '../../schemas/api.ts';
import { deathRecord } from '../../schemas/forms/case-actions.ts';
import { actionAnswers } from '../../services/casework/action-answers.ts';
import { byPage } from '../../services/casework/action-pages.ts';
import { json } from '../../services/web/site.ts';
import { createDeaths } from '../../services/work/deaths.ts';
import { permittedPerson, personWithCases } from '../../services/work/permitted-person.ts';

/**
 * Records that a person has died. Nobody is written to about them from then on, and a second member of staff confirms it.
 * POST /{council}/staff/persons/{id}/death
 */
export const call = byPage('death', (deps) => async (request) => {
  const given = actionAnswers(deps, request, deathRecord);
  const { id, actor } = await permittedPerson(deps, request);
  await createDeaths(deps).record(request.council.slug, id, given, actor);
  return json(200, personView, await personWithCases(deps, request, id));
});
