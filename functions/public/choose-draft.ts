import { seeOther } from '../../services/apply/draft-calls.ts';
import { createDrafts, draftCookie, postedFields } from '../../services/apply/drafts.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { draftUrl } from '../../templates/pages/draft-pages.ts';
import { noDraftPage } from '../../templates/pages/return-pages.ts';

/** Opens one of several forms that a link has let this browser into. POST /{council}/draft/choose */
export const call: CouncilCall = (deps) => async (request) => {
  const { council } = request;
  const drafts = createDrafts(deps);
  const secret = drafts.secretOf(request);
  if (secret === undefined) return page(404, noDraftPage({ council }));
  const id = postedFields(request, secret).get('draft') ?? '';
  if (!(await drafts.holds(council.slug, id, secret))) return page(404, noDraftPage({ council }));
  return seeOther(draftUrl(council), draftCookie(id, secret));
};
