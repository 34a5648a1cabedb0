import { applicationStatus } from '../../schemas/api.ts';
import { statusOf } from '../../services/follow/status.ts';
import { type CouncilCall, json } from '../../services/web/site.ts';

/** Says where an application is, and nothing about the person. GET /{council}/applications/{reference} */
export const call: CouncilCall = (deps) => async (request) =>
  json(200, applicationStatus, await statusOf(deps, request));
