import { endedResponse, noDraftResponse, seeOther } from '../../services/apply/draft-calls.ts';
import { createDrafts, postedFields } from '../../services/apply/drafts.ts';
import type { CouncilCall } from '../../services/web/site.ts';
import { draftUrl } from '../../templates/pages/draft-pages.ts';
import { readFields } from '../../templates/pages/form-values.ts';
import { birthQuestion } from '../../templates/pages/return-pages.ts';

/** Opens a form again on the device whose hour has passed, with the date of birth. POST /{council}/draft/unlock */
export const call: CouncilCall = (deps) => async (request) => {
  const { council } = request;
  const drafts = createDrafts(deps);
  const opened = await drafts.open(request);
  if (opened.state === 'none') return noDraftResponse(request, opened);
  const fields = postedFields(request, opened.secret);
  if (opened.state === 'open') return seeOther(draftUrl(council));
  const { dateOfBirth } = readFields([birthQuestion], fields);
  if (await drafts.unlock(opened, dateOfBirth)) return seeOther(draftUrl(council));
  const draft = (await drafts.read(council.slug, opened.draft.id)) ?? opened.draft;
  return endedResponse(
    request,
    { ...opened, draft },
    { value: dateOfBirth, error: 'The date of birth does not match' },
  );
};
