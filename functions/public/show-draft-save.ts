import { readableDate } from '../../domain/time/readable-date.ts';
import { unsentDraftCall } from '../../services/apply/draft-calls.ts';
import { csrfToken } from '../../services/apply/drafts.ts';
import { page } from '../../services/web/site.ts';
import { linkOutcomes, saveDraftPage, savedDraftPage } from '../../templates/pages/return-pages.ts';

/** Asks for an address to come back by, or says which one there is. GET /{council}/draft/save, and after it was given what became of the link by `?sent=` */
export const call = unsentDraftCall((_deps, { draft, secret, request }) => {
  const { council, query } = request;
  const address = draft.email?.address;
  const outcome = linkOutcomes.find((one) => one === query.sent);
  if (outcome !== undefined && address !== undefined) {
    return page(200, savedDraftPage({ council, address, outcome, keptUntil: readableDate(draft.keptUntil) }));
  }
  return page(
    200,
    saveDraftPage({ council, apart: draft.together !== undefined, csrf: csrfToken(secret), value: address }),
  );
});
