import { answersView } from '../../services/casework/case-answers.ts';
import { casePage } from '../../services/casework/case-frame.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** The lists that were answered in a case, of the person and of staff. GET /{council}/staff/cases/{reference}/answers */
export const call: StaffCall = (deps) => async (request) =>
  casePage(deps, request, 'answers', 'staff/case-answers.njk', (opened) => answersView(deps, request, opened));
