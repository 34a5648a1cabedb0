import { readableDate } from '../../domain/time/readable-date.ts';
import type { Draft } from '../../schemas/draft.ts';
import { exitsReached } from '../../schemas/form-conditions.ts';
import { type Form, partsOf, questionsOf } from '../../schemas/form-language.ts';
import { draftUrl, questionUrl, stopPage } from '../../templates/pages/draft-pages.ts';
import { type CouncilRequest, page, type SiteResponse } from '../web/site.ts';

/** What to do instead, where these answers show that a form is not the way; undefined where they do not. */
export const stopResponse = (
  { council }: Pick<CouncilRequest, 'council'>,
  form: Form,
  { answers, keptUntil }: Pick<Draft, 'answers' | 'keptUntil'>,
): SiteResponse | undefined => {
  const [exit] = exitsReached(form, answers);
  if (exit === undefined) return undefined;
  const ids = partsOf(exit.when).map(({ question }) => question);
  const on = questionsOf(form).find(({ question }) => ids.includes(question.id))?.page;
  const change = on ? questionUrl(council, on.id) : draftUrl(council);
  return page(200, stopPage({ council, form, answers, exit, change, keptUntil: readableDate(keptUntil) }));
};
