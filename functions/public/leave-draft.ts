import { draftCall, seeOther } from '../../services/apply/draft-calls.ts';
import { forgetDraft, postedFields } from '../../services/apply/drafts.ts';

/** Closes the form on this device, as on a computer that others use too; the answers are kept. POST /{council}/draft/leave */
export const call = draftCall((_deps, { request, secret }) => {
  postedFields(request, secret);
  return seeOther(`/${request.council.slug}`, forgetDraft());
});
