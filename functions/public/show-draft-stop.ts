import { seeOther, unsentDraftCall } from '../../services/apply/draft-calls.ts';
import { stopResponse } from '../../services/apply/stop-response.ts';
import { draftUrl } from '../../templates/pages/draft-pages.ts';

/** Where these answers show that a form is not the way: what to do instead. GET /{council}/draft/stop */
export const call = unsentDraftCall(
  (_deps, { draft, form, request }) => stopResponse(request, form, draft) ?? seeOther(draftUrl(request.council)),
);
