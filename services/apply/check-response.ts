import { namesOf } from '../../domain/forms/documents.ts';
import { checkedAnswers, missingAnswers, pagesThatApply } from '../../domain/forms/forms.ts';
import { nameToTypist } from '../../schemas/answer-kinds.ts';
import type { Problem } from '../../schemas/answers.ts';
import { spokenTitle } from '../../schemas/voices.ts';
import { checkPage, questionUrl } from '../../templates/pages/draft-pages.ts';
import { page, type SiteResponse } from '../web/site.ts';
import type { DraftRequest } from './draft-calls.ts';
import { csrfToken } from './drafts.ts';
import { pageName, unfinishedPages } from './unfinished-pages.ts';

/** Every answer with a way to change it; also shown again with why the form could not be sent. */
export const checkResponse = (
  status: number,
  open: DraftRequest,
  said: readonly (string | Problem)[] = [],
): SiteResponse => {
  const { draft, form, secret, request } = open;
  const { council } = request;
  const missing = missingAnswers(form, draft.answers);
  const visits = pagesThatApply(form, draft.answers);
  const putRight = (pageId: string) => ({ href: questionUrl(council, pageId, true) });
  const where = (field: string) => {
    const asked = field.replace(/[[.].*$/, '');
    const on = visits.find(({ questions }) => questions.some(({ id }) => id === asked));
    return on && putRight(on.page.id);
  };
  const wrong = said.map((one) =>
    typeof one === 'string' ? { text: one } : { text: one.message, ...where(one.field) },
  );
  return page(
    status,
    checkPage({
      council,
      form,
      answers: checkedAnswers(form, draft.answers, namesOf(draft.documents ?? [])).map((one) => ({
        section: spokenTitle(form, draft.answers, one.section),
        name: nameToTypist(one.question),
        lines: one.lines,
        href: questionUrl(council, one.page.id, true),
      })),
      errors: [
        ...wrong,
        ...missing
          .filter(({ question }) => !wrong.some(({ text }) => text === question.error))
          .map(({ page: on, question }) => ({ text: question.error, ...putRight(on.id) })),
        ...unfinishedPages(form, draft).map((visit) => ({
          text: `Finish what you began to type under “${pageName(form, draft, visit)}”`,
          ...putRight(visit.page.id),
        })),
      ],
      csrf: csrfToken(secret),
    }),
  );
};
