import { expectOwnPage } from '../../services/apply/draft-calls.ts';
import { takeFeedback } from '../../services/web/page-feedback.ts';
import { type CouncilCall, expectMediaType } from '../../services/web/site.ts';

/** Keeps what somebody says of a page, without who they are. POST /{council}/feedback */
export const call: CouncilCall = (deps) => async (request) => {
  expectMediaType(request, 'application/x-www-form-urlencoded');
  expectOwnPage(deps, request);
  return takeFeedback(deps, request);
};
