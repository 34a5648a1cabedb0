import { readableDate } from '../../domain/time/readable-date.ts';
import { exitsReached } from '../../schemas/form-conditions.ts';
import { partsOf, questionsOf } from '../../schemas/form-language.ts';
import { seeOther, unsentDraftCall } from '../../services/apply/draft-calls.ts';
import { page } from '../../services/web/site.ts';
import { draftUrl, questionUrl, stopPage } from '../../templates/pages/draft-pages.ts';

/** Where these answers show that a form is not the way: what to do instead. GET /{council}/draft/stop */
export const call = unsentDraftCall((_deps, { draft, form, request }) => {
  const { council } = request;
  const [exit] = exitsReached(form, draft.answers);
  if (exit === undefined) return seeOther(draftUrl(council));
  const ids = partsOf(exit.when).map(({ question }) => question);
  const on = questionsOf(form).find(({ question }) => ids.includes(question.id))?.page;
  const change = on ? questionUrl(council, on.id) : draftUrl(council);
  return page(
    200,
    stopPage({ council, form, answers: draft.answers, exit, change, keptUntil: readableDate(draft.keptUntil) }),
  );
});
