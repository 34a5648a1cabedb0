import { createCorrections } from '../../services/apply/corrections.ts';
import { draftCall, isSent, seeOther } from '../../services/apply/draft-calls.ts';
import { postedFields } from '../../services/apply/drafts.ts';
import { draftUrl } from '../../templates/pages/draft-pages.ts';

/**
 * Opens a sent form again so that it can be corrected, while nobody has started on it. POST /{council}/draft/recall
 *
 * The application stays with the council as it was sent until the corrected form is sent in its place.
 */
export const call = draftCall(async (deps, { draft, drafts, secret, request }) => {
  const { council } = request;
  postedFields(request, secret);
  if (!isSent(draft) || draft.sent === undefined) return seeOther(draftUrl(council));
  const { reference, carerReference, toOpenCase } = draft.sent;
  const references = carerReference ? [reference, carerReference] : [reference];
  const possible = !toOpenCase && (await createCorrections(deps).possible(council, references));
  // Without the button on it, the page says by itself that it is too late.
  if (!possible) return seeOther(draftUrl(council, '/sent'));
  await drafts.update(council.slug, draft.id, (found) => ({
    ...found,
    ...(found.sent && { sent: { ...found.sent, recalledAt: deps.clock.now() } }),
  }));
  return seeOther(draftUrl(council, '/check'));
});
