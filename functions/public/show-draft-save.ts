import { readableDate } from '../../domain/readable-date.ts';
import { saveDraftPage, savedDraftPage } from '../../templates/pages/return-pages.ts';
import { unsentDraftCall } from '../common/draft-calls.ts';
import { csrfToken } from '../common/drafts.ts';
import { page } from '../common/site.ts';

/** Asks for an address to come back by, or says which one there is. GET /{council}/draft/save, `?sent=yes` after it was given */
export const call = unsentDraftCall((_deps, { draft, secret, request }) => {
  const { council, query } = request;
  const address = draft.email?.address;
  if (query.sent === 'yes' && address !== undefined) {
    return page(200, savedDraftPage({ council, address, keptUntil: readableDate(draft.keptUntil) }));
  }
  return page(200, saveDraftPage({ council, csrf: csrfToken(secret), value: address }));
});
