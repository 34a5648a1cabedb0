import { kindSchema, tidied } from '../../schemas/answer-kinds.ts';
import { seeOther, todayIn, unsentDraftCall } from '../../services/apply/draft-calls.ts';
import { csrfToken, postedFields } from '../../services/apply/drafts.ts';
import { createReturns } from '../../services/apply/returns.ts';
import { createLimits } from '../../services/web/limits.ts';
import { page } from '../../services/web/site.ts';
import { draftUrl } from '../../templates/pages/draft-pages.ts';
import { readFields } from '../../templates/pages/form-values.ts';
import { emailQuestion, saveDraftPage } from '../../templates/pages/return-pages.ts';

/** Lets an address find the form, and sends a link to it. POST /{council}/draft/save */
export const call = unsentDraftCall(async (deps, { draft, drafts, secret, request }) => {
  const { council } = request;
  const { email } = readFields([emailQuestion], postedFields(request, secret));
  const read = kindSchema(emailQuestion, todayIn(deps)).safeParse(tidied(emailQuestion, email));
  if (!read.success) {
    const [issue] = read.error.issues;
    return page(400, saveDraftPage({ council, csrf: csrfToken(secret), value: email, error: issue?.message ?? '' }));
  }
  const address = String(read.data);
  await drafts.reachBy(draft, address);
  if (await createLimits(deps)(council, 'link', request.sender)) {
    await createReturns(deps).sendLink(council, address);
  }
  return seeOther(draftUrl(council, '/save?sent=yes'));
});
