import type { FileQuestion } from '../../domain/forms/documents.ts';
import type { PageVisit } from '../../domain/forms/forms.ts';
import { readPage } from '../../schemas/answers.ts';
import { questionUrl } from '../../templates/pages/draft-pages.ts';
import type { Deps } from '../deps.ts';
import type { SiteResponse } from '../web/site.ts';
import { documentQuestionResponse } from './document-question.ts';
import { type DraftRequest, endedResponse, seeOther, todayIn } from './draft-calls.ts';
import { createDraftDocuments } from './draft-documents.ts';
import { nextUrl } from './next-page.ts';

/**
 * A page on which documents are added was sent: takes one away, or goes on. What is uploaded is in the draft already, so that whatever a page
 * says of it counts for nothing.
 */
export const saveDocumentPage = async (
  deps: Deps,
  open: DraftRequest,
  {
    visit,
    question,
    fields,
    ended,
  }: { visit: PageVisit; question: FileQuestion; fields: URLSearchParams; ended: boolean },
): Promise<SiteResponse> => {
  const { draft, drafts, form, request } = open;
  const action = fields.get('action');
  const change = fields.get('change') === 'yes';
  if (ended) return endedResponse(request, open, { saved: false });
  if (action === 'remove-document') {
    await createDraftDocuments(deps).remove(draft, question, fields.get('document') ?? '');
    return seeOther(questionUrl(request.council, visit.page.id, change));
  }
  if (action === 'easy-read' || action === 'plain-words') {
    await drafts.update(draft.council, draft.id, (found) => ({ ...found, easyRead: action === 'easy-read' }));
    return seeOther(questionUrl(request.council, visit.page.id, change));
  }
  if (action?.startsWith('language ')) {
    const lang = new URLSearchParams({ ...(change && { change: 'yes' }), lang: action.slice('language '.length) });
    return seeOther(`${questionUrl(request.council, visit.page.id)}?${lang}`);
  }
  const { [question.id]: answer } = draft.answers;
  const read = readPage(form, visit.page.id, todayIn(deps), draft.answers, answer ? { [question.id]: answer } : {});
  if (read.ok || action === 'later' || action === 'parts') return seeOther(nextUrl(open, { visit, fields }));
  return documentQuestionResponse(deps, open, visit, question, { status: 400, problems: read.problems, change });
};
