import type { Council } from '../../schemas/council.ts';
import type { Form, Page, Question, Section } from '../../schemas/form-language.ts';
import { say } from '../../schemas/say.ts';
import { render } from '../environment.ts';
import { draftUrl, questionUrl } from './draft-pages.ts';
import type { FormState } from './form-view.ts';
import { siteOf } from './pages.ts';
import { type Place, questionView } from './question-view.ts';

/** Why a file was not taken, as the pages say it. `most` is how many may be added. */
export type NotTaken = 'none-chosen' | 'empty' | 'too-large' | 'wrong-type' | 'too-many' | 'same';

const sentences: Readonly<Record<NotTaken, (most: number) => string>> = {
  'none-chosen': () => say`Choose a photo or PDF first, then select “Add this file”`,
  empty: () => say`The file is empty. Choose another file`,
  'too-large': () =>
    say`The file must be 10 MB or smaller. Take the photo again in a smaller size, or show it to us later`,
  'wrong-type': () => say`The file must be a photo or a PDF. You can take a photo of a letter or a screen`,
  'too-many': (most) => say`You can add up to ${most} files. Remove one first`,
  same: () => say`You have added this file already. It is in the list`,
};

/** Why a file was not taken, in a sentence. @param most how many may be added */
export const notTakenWords = (why: NotTaken, most: number): string => sentences[why](most);

/** A form that posts one file to the bucket, as the templates draw it. */
type Upload = { readonly url: string; readonly fields: Readonly<Record<string, string>> };

/** A document that has been added, as a line of a list. */
export type AddedDocument = { readonly id: string; readonly name: string; readonly size: string };

/** What the templates need to draw what was added and the form for one more. */
const addingView = (input: {
  held: readonly AddedDocument[];
  most: number;
  upload: Upload | undefined;
  refused: NotTaken | undefined;
}) => ({
  held: input.held,
  most: input.most,
  upload: input.upload
    ? { url: input.upload.url, fields: Object.entries(input.upload.fields).map(([name, value]) => ({ name, value })) }
    : false,
  notTaken: input.refused ? notTakenWords(input.refused, input.most) : '',
});

/** The page of a form on which documents are added. */
export const documentQuestionPage = ({
  council,
  form,
  visit,
  csrf,
  seen,
  back,
  change,
  held,
  most,
  upload,
  refused,
  ...state
}: FormState & {
  council: Council;
  form: Form;
  visit: { section: Section; page: Page; questions: readonly Question[] };
  csrf: string;
  seen: string;
  back: string;
  change: boolean;
  place?: Place | undefined;
  held: readonly AddedDocument[];
  most: number;
  upload: Upload | undefined;
  refused: NotTaken | undefined;
}): string => {
  const view = questionView(form, visit, state);
  const adding = addingView({ held, most, upload, refused });
  const [field] = view.fields;
  const error = adding.notTaken || (field?.error ?? '');
  return render('pages/document-question.njk', {
    site: siteOf(council),
    title: `${error ? `${say`Error:`} ` : ''}${view.name}`,
    view,
    field,
    ...adding,
    error,
    action: questionUrl(council, visit.page.id),
    csrf,
    seen,
    back,
    change,
    parts: draftUrl(council),
  });
};

/** Whether a document can be had, as the page of a case says it; nothing is said where it can. */
const scanWords = {
  clear: '',
  'being-checked': 'We are checking it for harmful software',
  'not-safe': 'We found harmful software in it, so nobody can open it',
  'not-checked': 'We could not check it for harmful software, so nobody can open it',
} as const;

/** The documents of a case: what we have, what waits to be sent, and a form for one more. */
export const caseDocumentsPage = ({
  council,
  reference,
  csrf,
  submissionKey,
  given,
  closed,
  ...input
}: Parameters<typeof addingView>[0] & {
  council: Council;
  reference: string;
  csrf: string;
  submissionKey: string;
  given: readonly (AddedDocument & { readonly on: string; readonly scan: keyof typeof scanWords })[];
  closed: boolean;
}): string => {
  const adding = addingView(input);
  const back = `/${council.slug}/case/${reference}`;
  return render('pages/case-documents.njk', {
    site: siteOf(council),
    title: `${adding.notTaken ? 'Error: ' : ''}Documents`,
    ...adding,
    error: adding.notTaken,
    given: given.map(({ id, name, size, on, scan }) => ({
      name,
      about: `${size}, sent on ${on}`,
      scan: scanWords[scan],
      href: scan === 'clear' ? `${back}/documents/${id}` : '',
    })),
    action: `${back}/documents`,
    closed,
    csrf,
    submissionKey,
    back,
  });
};
