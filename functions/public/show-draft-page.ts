import { placeOf } from '../../domain/forms/forms.ts';
import { hiddenOn, withoutHidden } from '../../domain/forms/hidden-answers.ts';
import { readPage } from '../../schemas/answers.ts';
import { documentQuestionResponse } from '../../services/apply/document-question.ts';
import {
  backFrom,
  rowsOn,
  seenMark,
  seeOther,
  todayIn,
  unsentDraftCall,
  visitOf,
} from '../../services/apply/draft-calls.ts';
import { fileQuestionOn } from '../../services/apply/draft-documents.ts';
import { csrfToken } from '../../services/apply/drafts.ts';
import { outsideArea } from '../../services/apply/next-page.ts';
import { valuesOn } from '../../services/apply/unfinished-pages.ts';
import { page } from '../../services/web/site.ts';
import { draftUrl, questionPage } from '../../templates/pages/draft-pages.ts';

/**
 * One page of questions with what was answered or typed before. GET /{council}/draft/pages/{page}
 *
 * `?wrong=yes` says what is wrong with it, `?rows=carers.3` has so many rows, and
 * `?outside=yes` says that the home may be another council’s.
 */
export const call = unsentDraftCall((deps, open) => {
  const { draft, form, secret, request } = open;
  const { council } = request;
  const visit = visitOf(open, request.params.page ?? '');
  if (visit === undefined) return seeOther(draftUrl(council));
  const change = request.query.change === 'yes';
  const documents = fileQuestionOn(visit);
  if (documents) return documentQuestionResponse(deps, open, visit, documents, { change });
  const values = valuesOn(draft, visit);
  const own = Object.fromEntries(visit.questions.map(({ id }) => [id, values[id]]));
  const read =
    request.query.wrong === 'yes' ? readPage(form, visit.page.id, todayIn(deps), draft.answers, own) : undefined;
  const wrong = read === undefined || read.ok ? [] : read.problems;
  const hidden = hiddenOn(form, draft, visit);
  return page(
    wrong.length > 0 ? 400 : 200,
    questionPage({
      council,
      form,
      visit,
      values: withoutHidden(values, hidden),
      hides: [...hidden].some((id) => values[id] !== undefined),
      problems: wrong,
      rows: rowsOn(visit, values, request.query.rows),
      csrf: csrfToken(secret),
      seen: seenMark(visit.page, draft.answers, hidden),
      back: backFrom(open, visit, change),
      change,
      place: placeOf(form, draft.answers, visit),
      easyRead: draft.easyRead,
      outside: request.query.outside === 'yes' ? outsideArea(council, visit, draft.answers) : undefined,
    }),
  );
});
