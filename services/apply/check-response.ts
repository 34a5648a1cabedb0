import { namesOf } from '../../domain/forms/documents.ts';
import { checkedAnswers, missingAnswers } from '../../domain/forms/forms.ts';
import { spokenTitle } from '../../schemas/voices.ts';
import { checkPage, questionUrl } from '../../templates/pages/draft-pages.ts';
import { page, type SiteResponse } from '../web/site.ts';
import type { DraftRequest } from './draft-calls.ts';
import { csrfToken } from './drafts.ts';

/** Every answer with a way to change it; also shown again with why the form could not be sent. */
export const checkResponse = (status: number, open: DraftRequest, said: readonly string[] = []): SiteResponse => {
  const { draft, form, secret, request } = open;
  const { council } = request;
  const missing = missingAnswers(form, draft.answers);
  return page(
    status,
    checkPage({
      council,
      form,
      answers: checkedAnswers(form, draft.answers, namesOf(draft.documents ?? [])).map((one) => ({
        section: spokenTitle(form, draft.answers, one.section),
        name: one.question.name,
        lines: one.lines,
        href: questionUrl(council, one.page.id, true),
      })),
      errors: [
        ...said.map((text) => ({ text })),
        ...missing.map(({ page: on, question }) => ({ text: question.error, href: questionUrl(council, on.id, true) })),
      ],
      csrf: csrfToken(secret),
    }),
  );
};
