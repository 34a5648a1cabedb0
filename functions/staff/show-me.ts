import { memberPage } from '../../services/casework/people-pages.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** One's own absence and mail, and what went on meanwhile. GET /{council}/staff/me */
export const call: StaffCall = (deps) => async (request) =>
  memberPage(deps, request, await deps.store.staff(request.council.slug, request.staff.id));
