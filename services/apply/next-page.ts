import { missingAnswers, nextStop, type PageVisit } from '../../domain/forms/forms.ts';
import { mayLiveIn } from '../../domain/journey/journey.ts';
import type { Council } from '../../schemas/council.ts';
import { type Answers, exitsReached } from '../../schemas/form-conditions.ts';
import { draftUrl, questionUrl } from '../../templates/pages/draft-pages.ts';
import { checkUrl, type DraftRequest } from './draft-calls.ts';
import { unfinishedPages } from './unfinished-pages.ts';

/** The postcode that was given on a page, where the home may lie in another council’s area: that is said at once, and stops nobody. */
export const outsideArea = (council: Council, { questions }: PageVisit, answers: Answers): string | undefined => {
  const postcode = questions.some(({ id }) => id === 'postcode') ? answers.postcode : undefined;
  return typeof postcode === 'string' && !mayLiveIn(postcode, council.postcodeDistricts) ? postcode : undefined;
};

/** Where to go on after a page of a form: what must be told first, then what is still open, then all answers. */
export const nextUrl = (
  open: DraftRequest,
  { visit, fields }: { visit: PageVisit; fields: URLSearchParams },
): string => {
  const { draft, form, request } = open;
  const { council } = request;
  const { answers } = draft;
  if (exitsReached(form, answers).length > 0) return draftUrl(council, '/stop');
  if (fields.get('action') === 'later') return draftUrl(council, '/save');
  if (fields.get('action') === 'parts') return draftUrl(council);
  const elsewhere = outsideArea(council, visit, answers);
  if (elsewhere !== undefined && fields.get('told') !== elsewhere) {
    return `${questionUrl(council, visit.page.id)}?${fields.get('change') === 'yes' ? 'change=yes&' : ''}outside=yes`;
  }
  if (fields.get('change') === 'yes') {
    const [missing] = missingAnswers(form, answers);
    return missing ? questionUrl(council, missing.page.id, true) : checkUrl(open, visit.section);
  }
  const next = nextStop(form, answers, visit.page.id);
  if (next.go === 'page') return questionUrl(council, next.visit.page.id);
  const isWhole = next.go === 'check-answers' && unfinishedPages(form, draft).length === 0;
  return draftUrl(council, isWhole ? '/check' : '');
};
