import { documentQuestionResponse } from '../../services/apply/document-question.ts';
import { backFrom, seenMark, seeOther, unsentDraftCall, visitOf } from '../../services/apply/draft-calls.ts';
import { fileQuestionOn } from '../../services/apply/draft-documents.ts';
import { csrfToken } from '../../services/apply/drafts.ts';
import { valuesOn } from '../../services/apply/unfinished-pages.ts';
import { page } from '../../services/web/site.ts';
import { draftUrl, questionPage } from '../../templates/pages/draft-pages.ts';
import { shownRows } from '../../templates/pages/form-values.ts';

/** One page of questions with what was answered before. GET /{council}/draft/pages/{page} */
export const call = unsentDraftCall((deps, open) => {
  const { draft, form, secret, request } = open;
  const { council } = request;
  const visit = visitOf(open, request.params.page ?? '');
  if (visit === undefined) return seeOther(draftUrl(council));
  const change = request.query.change === 'yes';
  const documents = fileQuestionOn(visit);
  if (documents) return documentQuestionResponse(deps, open, visit, documents, { change });
  const values = valuesOn(draft, visit);
  return page(
    200,
    questionPage({
      council,
      form,
      visit,
      values,
      problems: [],
      rows: Object.fromEntries(visit.questions.map(({ id }) => [id, shownRows(values[id]).length])),
      csrf: csrfToken(secret),
      seen: seenMark(visit.page, draft.answers),
      back: backFrom(open, visit, change),
      change,
      easyRead: draft.easyRead,
    }),
  );
});
