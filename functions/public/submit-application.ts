import { submitApplicationBody, submittedApplication } from '../../schemas/api.ts';
import { createApplications } from '../../services/apply/applications.ts';
import { type CouncilCall, json, jsonBody } from '../../services/web/site.ts';

/** Accepts a completed form and opens its case. POST /{council}/applications, with an optional `Idempotency-Key`. */
export const call: CouncilCall = (deps) => async (request) => {
  const { form, answers } = jsonBody(request, submitApplicationBody);
  const send = createApplications(deps, { sender: request.sender });
  const { application, repeated } = await send(request.council, form, answers, request.headers['idempotency-key']);
  return json(repeated ? 200 : 201, submittedApplication, application, {
    location: `/${request.council.slug}/applications/${application.reference}`,
  });
};
