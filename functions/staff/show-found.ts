import { findPage, foundPage } from '../../services/casework/find-page.ts';
import { searchKept } from '../../services/casework/found-people.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** Whom a search has found, for who made it. GET /{council}/staff/find/{search} */
export const call: StaffCall = (deps) => async (request) => {
  const search = request.params['search'] ?? '';
  const typed = await searchKept(deps, request, search);
  return typed ? foundPage(deps, request, search, typed) : findPage(deps, request, { isGone: true });
};
