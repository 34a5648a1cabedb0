import { sameAddress } from '../../domain/journey/address-proof.ts';
import { kindSchema, tidied } from '../../schemas/answer-kinds.ts';
import type { Together } from '../../schemas/together.ts';
import { seeOther, todayIn, unsentDraftCall } from '../../services/apply/draft-calls.ts';
import { csrfToken, postedFields } from '../../services/apply/drafts.ts';
import { createTogether, shownCode } from '../../services/apply/together.ts';
import { MailNotAccepted } from '../../services/mail/ses-faults.ts';
import { expectOneLeft } from '../../services/web/limits.ts';
import { page, sentenceOf } from '../../services/web/site.ts';
import { draftUrl } from '../../templates/pages/draft-pages.ts';
import { readFields } from '../../templates/pages/form-values.ts';
import { draftTogetherPage, otherEmailQuestion } from '../../templates/pages/together-pages.ts';

/**
 * Mails the other person a link, or makes a new code. Another address gets another code: whoever had the first one is joined to nobody.
 * POST /{council}/draft/together
 */
export const call = unsentDraftCall(async (deps, { draft, drafts, secret, request }) => {
  const { council } = request;
  const fields = postedFields(request, secret);
  const { together } = draft;
  if (!together?.invites) return seeOther(draftUrl(council));
  const parts = createTogether(deps);
  const keep = (change: Partial<Together>) =>
    drafts.update(council.slug, draft.id, (found) => ({ ...found, together: { ...together, ...change } }));
  if (fields.get('action') === 'new-code') {
    const { invited: _other, ...rest } = together;
    const code = await parts.open(council, together.half);
    await drafts.update(council.slug, draft.id, (found) => ({ ...found, together: { ...rest, code } }));
    return seeOther(draftUrl(council, '/together'));
  }
  const { email } = readFields([otherEmailQuestion], fields);
  const again = (status: number, error: string) =>
    page(
      status,
      draftTogetherPage({
        council,
        csrf: csrfToken(secret),
        code: shownCode(together.code),
        invited: together.invited,
        value: email,
        error,
      }),
    );
  const read = kindSchema(otherEmailQuestion, todayIn(deps)).safeParse(tidied(otherEmailQuestion, email));
  if (!read.success) return again(400, read.error.issues[0]?.message ?? '');
  const address = String(read.data);
  try {
    await expectOneLeft(deps, council, 'link', request.sender);
  } catch (error) {
    return again(429, sentenceOf(error, request));
  }
  const isOther = together.invited !== undefined && !sameAddress(together.invited, address);
  const code = isOther ? await parts.open(council, together.half) : together.code;
  await keep({ code, invited: address });
  try {
    return seeOther(draftUrl(council, `/together?invited=${await parts.invite(council, code, address)}`));
  } catch (error) {
    if (error instanceof MailNotAccepted) return seeOther(draftUrl(council, '/together?invited=later'));
    throw error;
  }
});
