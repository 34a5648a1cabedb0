import { endedResponse, isSent, noDraftResponse, seeOther, visitOf } from '../../services/apply/draft-calls.ts';
import { createDraftDocuments, fileQuestionOn } from '../../services/apply/draft-documents.ts';
import { createDrafts } from '../../services/apply/drafts.ts';
import type { CouncilCall } from '../../services/web/site.ts';
import { draftUrl, questionUrl } from '../../templates/pages/draft-pages.ts';

/**
 * Where the bucket sends a browser on to: takes in what it has just put there, and shows the page again.
 * GET /{council}/draft/pages/{page}/uploaded/{upload}
 *
 * A GET that writes, because a redirect can be nothing else, and a button between would be one more for each file. It does no more than finish
 * what the person began: it takes in an object that only a form of this draft can have put there, for a browser that holds this draft, and a second
 * time it finds nothing to do. A page of an hour that has passed is taken in too, before the form is closed.
 */
export const call: CouncilCall = (deps) => async (request) => {
  const { council, params, query } = request;
  const drafts = createDrafts(deps);
  const opened = await drafts.open(request);
  if (opened.state === 'none') return noDraftResponse(request, opened);
  const ended = opened.state === 'ended';
  if (isSent(opened.draft)) return ended ? endedResponse(request, opened) : seeOther(draftUrl(council, '/sent'));
  const visit = visitOf(opened, params['page'] ?? '');
  const question = visit && fileQuestionOn(visit);
  if (visit === undefined || question === undefined) return seeOther(draftUrl(council));
  const taken = await createDraftDocuments(deps).takeIn(opened.draft, question, params['upload'] ?? '');
  if (ended) return endedResponse(request, opened, { saved: taken.outcome === 'taken' });
  const to = questionUrl(council, visit.page.id, query['change']?.startsWith('yes') ?? false);
  if (taken.outcome !== 'refused') return seeOther(to);
  return seeOther(`${to}${to.includes('?') ? '&' : '?'}file=${taken.why}`);
};
