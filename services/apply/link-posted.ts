import type { Deps } from '../deps.ts';
import { type CouncilRequest, expectMediaType } from '../web/site.ts';
import { type TypedBirth, typedBirth } from '../web/typed-birth.ts';
import { expectOwnPage } from './draft-calls.ts';

/**
 * What a page behind a mailed link sends: the link's token, and the date of birth that it asks besides.
 *
 * @throws Problem 415 for anything but a form, 403 where another site sent it
 */
export const linkPosted = (deps: Deps, request: CouncilRequest): { token: string; born: TypedBirth } => {
  expectMediaType(request, 'application/x-www-form-urlencoded');
  expectOwnPage(deps, request);
  return { token: request.params['token'] ?? '', born: typedBirth(deps, new URLSearchParams(request.body)) };
};
