import { casePage } from '../../services/casework/case-frame.ts';
import { peopleView } from '../../services/casework/case-people.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** Everybody of a case, linked cases, and what was shared with whom. GET /{council}/staff/cases/{reference}/people */
export const call: StaffCall = (deps) => async (request) =>
  casePage(deps, request, 'people', 'staff/case-people.njk', (opened) => peopleView(deps, opened));
