import { applicationStatus } from '../../schemas/api.ts';
import { type CouncilCall, json } from '../common/site.ts';
import { statusOf } from '../common/status.ts';

/** Says where an application is, and nothing about the person. GET /{council}/applications/{reference} */
export const call: CouncilCall = (deps) => async (request) =>
  json(200, applicationStatus, await statusOf(deps, request));
