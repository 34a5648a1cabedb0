import { type FileQuestion, readableSize } from '../../domain/forms/documents.ts';
import { type PageVisit, placeOf } from '../../domain/forms/forms.ts';
import type { Problem } from '../../schemas/answers.ts';
import { documentQuestionPage } from '../../templates/pages/document-pages.ts';
import { draftUrl } from '../../templates/pages/draft-pages.ts';
import type { Deps } from '../deps.ts';
import { allowUpload } from '../documents/allow-upload.ts';
import { type Refusal, refusals } from '../documents/uploads.ts';
import { page, type SiteResponse } from '../web/site.ts';
import { backFrom, type DraftRequest, seenMark } from './draft-calls.ts';
import { answeredWith, createDraftDocuments, mostFor } from './draft-documents.ts';
import { csrfToken } from './drafts.ts';

/** The word in an address that says why a file was not taken, if it is one of ours. */
const refusalIn = (word: string | undefined): Refusal | undefined => refusals.find((one) => one === word);

/** The page on which documents are added to a form: what has been added, a form for one more, and the way on. */
export const documentQuestionResponse = async (
  deps: Deps,
  open: DraftRequest,
  visit: PageVisit,
  question: FileQuestion,
  { status = 200, problems = [], change }: { status?: number; problems?: readonly Problem[]; change: boolean },
): Promise<SiteResponse> => {
  const { draft, form, request, secret } = open;
  const { council, query } = request;
  const [held, most] = [answeredWith(draft, question), mostFor(question)];
  const backTo = (upload: string): string =>
    `${deps.siteUrl}${draftUrl(council, `/pages/${visit.page.id}/uploaded/${upload}`)}${change ? '?change=yes' : ''}`;
  const upload = held.length < most ? await createDraftDocuments(deps).form(draft, backTo) : undefined;
  const html = documentQuestionPage({
    council,
    form,
    visit,
    values: draft.answers,
    problems,
    csrf: csrfToken(secret),
    seen: seenMark(visit.page, draft.answers),
    back: backFrom(open, visit, change),
    change,
    place: placeOf(form, draft.answers, visit),
    held: held.map(({ id, name, size }) => ({ id, name, size: readableSize(size) })),
    most,
    upload,
    easyRead: draft.easyRead,
    refused: refusalIn(query['file']),
  });
  return allowUpload(page(status, html), upload);
};
