import { exitsReached } from '../../schemas/form-conditions.ts';
import { checkResponse } from '../../services/apply/check-response.ts';
import { seeOther, unsentDraftCall } from '../../services/apply/draft-calls.ts';
import { draftUrl } from '../../templates/pages/draft-pages.ts';

/** Check your answers. GET /{council}/draft/check, and one part of a long form by `?part=` */
export const call = unsentDraftCall((_deps, open) =>
  exitsReached(open.form, open.draft.answers).length > 0
    ? seeOther(draftUrl(open.request.council, '/stop'))
    : checkResponse(200, open, [], open.request.query.part),
);
