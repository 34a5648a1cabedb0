import { seeOther, unsentDraftCall } from '../../services/apply/draft-calls.ts';
import { csrfToken } from '../../services/apply/drafts.ts';
import { shownCode } from '../../services/apply/together.ts';
import { page } from '../../services/web/site.ts';
import { draftUrl } from '../../templates/pages/draft-pages.ts';
import { draftTogetherPage, invitedOutcomes } from '../../templates/pages/together-pages.ts';

/** The code for the other person, and whether they were sent an email. GET /{council}/draft/together, after one by `?invited=` */
export const call = unsentDraftCall((_deps, { draft: { together }, secret, request }) => {
  const { council, query } = request;
  if (together === undefined) return seeOther(draftUrl(council));
  return page(
    200,
    draftTogetherPage({
      council,
      csrf: csrfToken(secret),
      ...(together.invites && { code: shownCode(together.code) }),
      invited: together.invited,
      outcome: invitedOutcomes.find((one) => one === query.invited),
    }),
  );
});
