import { endedResponse, noDraftResponse, seeOther } from '../../services/apply/draft-calls.ts';
import { createDrafts, postedFields } from '../../services/apply/drafts.ts';
import type { CouncilCall } from '../../services/web/site.ts';
import { typedBirth } from '../../services/web/typed-birth.ts';
import { draftUrl } from '../../templates/pages/draft-pages.ts';

/** Opens a form again on the device whose hour has passed, with the date of birth. POST /{council}/draft/unlock */
export const call: CouncilCall = (deps) => async (request) => {
  const { council } = request;
  const drafts = createDrafts(deps);
  const opened = await drafts.open(request);
  if (opened.state === 'none') return noDraftResponse(request, opened);
  const fields = postedFields(request, opened.secret);
  if (opened.state === 'open') return seeOther(draftUrl(council));
  const { typed, error } = typedBirth(deps, fields);
  if (error !== undefined) return endedResponse(request, opened, { value: typed, error });
  if (await drafts.unlock(opened, typed)) return seeOther(draftUrl(council));
  const draft = (await drafts.read(council.slug, opened.draft.id)) ?? opened.draft;
  return endedResponse(request, { ...opened, draft }, { value: typed, error: 'The date of birth does not match' });
};
