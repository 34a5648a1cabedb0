import { memberPage } from '../../services/casework/people-pages.ts';
import { problems } from '../../services/runtime/problems.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** The page on which a manager adds somebody to the staff directory. GET /{council}/staff/join */
export const call: StaffCall = (deps) => async (request) => {
  if (!request.staff.roles.includes('manager')) throw problems.notYours();
  return memberPage(deps, request, undefined);
};
