import { showAction } from '../../services/casework/action-pages.ts';
import { actionAt } from '../../services/casework/case-actions.ts';
import { problems } from '../../services/runtime/problems.ts';
import type { StaffCall } from '../../services/web/site.ts';

/**
 * The page on which something about a case or its person is changed by hand; what it sends goes to the call of the same address.
 * GET /{council}/staff/cases/{reference}/close, and whatever else is in the table of actions
 */
export const call: StaffCall = (deps) => async (request) => {
  const name = actionAt(request.path);
  if (name === undefined) throw problems.notFound();
  return showAction(name)(deps)(request);
};
