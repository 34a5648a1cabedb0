import { kindSchema, tidied } from '../../schemas/answer-kinds.ts';
import { seeOther, todayIn, unsentDraftCall } from '../../services/apply/draft-calls.ts';
import { csrfToken, postedFields } from '../../services/apply/drafts.ts';
import { createReturns } from '../../services/apply/returns.ts';
import { expectOneLeft } from '../../services/web/limits.ts';
import { page, sentenceOf } from '../../services/web/site.ts';
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
  try {
    await expectOneLeft(deps, council, 'link', request.sender);
  } catch (error) {
    // The address finds the form all the same: a link to it can be asked for later.
    const told = sentenceOf(error, request);
    return page(429, saveDraftPage({ council, csrf: csrfToken(secret), value: email, error: told }));
  }
  await createReturns(deps).sendLink(council, address);
  return seeOther(draftUrl(council, '/save?sent=yes'));
});
