import { people } from '../../schemas/api.ts';
import { peoplePage } from '../../services/casework/people-pages.ts';
import { json, type StaffCall } from '../../services/web/site.ts';
import { wantsPage } from '../../services/web/staff-forms.ts';

/** The council's staff directory: who a task may be given to, and who is away. GET /{council}/staff/people */
export const call: StaffCall = (deps) => async (request) =>
  wantsPage(request)
    ? peoplePage(deps, request)
    : json(200, people, { people: await deps.store.everyone(request.council.slug) });
