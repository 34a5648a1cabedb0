import { kindSchema, tidied } from '../../schemas/answer-kinds.ts';
import type { Council } from '../../schemas/council.ts';
import { seeOther, todayIn, unsentDraftCall } from '../../services/apply/draft-calls.ts';
import { csrfToken, postedFields } from '../../services/apply/drafts.ts';
import { createReturns } from '../../services/apply/returns.ts';
import type { Deps } from '../../services/deps.ts';
import { MailNotAccepted } from '../../services/mail/ses-faults.ts';
import { expectOneLeft } from '../../services/web/limits.ts';
import { page, sentenceOf } from '../../services/web/site.ts';
import { draftUrl } from '../../templates/pages/draft-pages.ts';
import { readFields } from '../../templates/pages/form-values.ts';
import { emailQuestion, type LinkOutcome, saveDraftPage } from '../../templates/pages/return-pages.ts';

/** What became of the link: `later` where no email can be sent at the moment, and the form is saved all the same. */
const sentTo = async (deps: Deps, council: Council, address: string): Promise<LinkOutcome> => {
  try {
    return await createReturns(deps).sendLink(council, address);
  } catch (error) {
    if (error instanceof MailNotAccepted) return 'later';
    throw error;
  }
};

/** Lets an address find the form, and sends a link to it. POST /{council}/draft/save */
export const call = unsentDraftCall(async (deps, { draft, drafts, secret, request }) => {
  const { council } = request;
  const { email } = readFields([emailQuestion], postedFields(request, secret));
  const read = kindSchema(emailQuestion, todayIn(deps)).safeParse(tidied(emailQuestion, email));
  if (!read.success) {
    const [issue] = read.error.issues;
    return page(
      400,
      saveDraftPage({
        council,
        apart: draft.together !== undefined,
        csrf: csrfToken(secret),
        value: email,
        error: issue?.message ?? '',
      }),
    );
  }
  const address = String(read.data);
  await drafts.reachBy(draft, address);
  try {
    await expectOneLeft(deps, council, 'link', request.sender);
  } catch (error) {
    // The address finds the form all the same: a link to it can be asked for later.
    const told = sentenceOf(error, request);
    return page(
      429,
      saveDraftPage({
        council,
        apart: draft.together !== undefined,
        csrf: csrfToken(secret),
        value: email,
        error: told,
      }),
    );
  }
  return seeOther(draftUrl(council, `/save?sent=${await sentTo(deps, council, address)}`));
});
