import { namesOf } from '../../domain/forms/documents.ts';
import { checkedAnswers, missingAnswers, pagesThatApply } from '../../domain/forms/forms.ts';
import { isHiddenAnswer } from '../../domain/forms/hidden-answers.ts';
import { nameToTypist } from '../../schemas/answer-kinds.ts';
import type { Problem } from '../../schemas/answers.ts';
import { say } from '../../schemas/say.ts';
import { spokenTitle } from '../../schemas/voices.ts';
import { checkPage, checkPartPage, questionUrl } from '../../templates/pages/draft-pages.ts';
import { page, type SiteResponse } from '../web/site.ts';
import { type DraftRequest, isCheckedByPart } from './draft-calls.ts';
import { csrfToken } from './drafts.ts';
import { pageName, unfinishedPages } from './unfinished-pages.ts';

/** What stands for an answer that is not shown. A question that may be left out stands the same whether it was answered or not. */
const hiddenLine = (): string => say`Not shown here, so that it stays private.`;

/**
 * Every answer with a way to change it; also shown again with why the form could not be sent. Of a long form it is the list of its parts, or
 * one of them.
 *
 * @param part the id of the part that is asked for, if one is
 */
export const checkResponse = (
  status: number,
  open: DraftRequest,
  said: readonly (string | Problem)[] = [],
  part?: string,
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
  const answers = checkedAnswers(form, draft.answers, namesOf(draft.documents ?? []));
  const parts = [...new Set(answers.map(({ section }) => section))].map((section) => ({
    id: section.id,
    title: spokenTitle(form, draft.answers, section),
    answers: answers
      .filter((one) => one.section === section)
      .map(({ page: on, question, lines }) => ({
        name: nameToTypist(question),
        lines: isHiddenAnswer(form, draft, on, question) ? [hiddenLine()] : lines,
        href: questionUrl(council, on.id, true),
      })),
  }));
  const apart = isCheckedByPart(open);
  const at = parts.findIndex(({ id }) => id === part);
  if (apart && parts[at]) {
    return page(status, checkPartPage({ council, part: parts[at], next: parts[at + 1] }));
  }
  return page(
    status,
    checkPage({
      council,
      form,
      parts,
      apart,
      errors: [
        ...wrong,
        ...missing
          .filter(({ question }) => !wrong.some(({ text }) => text === question.error))
          .map(({ page: on, question }) => ({ text: question.error, ...putRight(on.id) })),
        ...unfinishedPages(form, draft).map((visit) => ({
          text: say`Finish what you began to type under “${pageName(form, draft, visit)}”`,
          ...putRight(visit.page.id),
        })),
      ],
      csrf: csrfToken(secret),
    }),
  );
};
