import { type DocumentType, documentTypes, type HeldDocument } from '../../schemas/documents.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { type Form, type Question, questionsOf } from '../../schemas/form-language.ts';

/** Longest name that is kept, in characters. */
const longestName = 100;

/** Control characters, line separators and all that is not seen: among them what turns the direction of text round. */
const unseen = /[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * A file's name as it may be shown: without folders, without characters that hide or turn round what stands there, and ending as its
 * content is. `C:\scans\letter.exe` that holds a PDF is `letter.exe.pdf`.
 *
 * @param given the name that the browser sent, or nothing
 */
export const documentName = (given: string, type: DocumentType): string => {
  const { endings } = documentTypes[type];
  // A browser writes a quotation mark in a form's file name as %22. HTML Standard, multipart/form-data encoding.
  const plain = given.replaceAll('%22', '"').normalize('NFC').replaceAll(/\s+/g, ' ').replaceAll(unseen, '');
  const [base = ''] = plain.split(/[/\\]/).slice(-1);
  const tidy = base.replace(/^[\s.]+/, '').trim();
  const ending = /\.([a-z0-9]{1,5})$/i.exec(tidy)?.[1]?.toLowerCase() ?? '';
  const right = endings.some((one) => one === ending);
  const stem = right ? tidy.slice(0, -ending.length - 1).trim() : tidy;
  const short = [...(stem || 'document')].slice(0, longestName).join('').trim();
  return `${short}.${right ? ending : endings[0]}`;
};

/** A size as people read it: "1 KB", "340 KB", "2.4 MB". */
export const readableSize = (bytes: number): string => {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1000 ? `${kilobytes} KB` : `${Math.round(bytes / 1024 / 102.4) / 10} MB`;
};

/** A question that is answered with documents. */
export type FileQuestion = Extract<Question, { type: 'file' }>;

/** The questions of a form that are answered with documents. */
export const fileQuestionsOf = (form: Form): FileQuestion[] =>
  questionsOf(form).flatMap(({ question }) => (question.type === 'file' ? [question] : []));

/** The documents with which a form was answered, each with the question that it answers. `undefined` where it is not among those held. */
export const documentsIn = (
  form: Form,
  answers: Answers,
  held: readonly HeldDocument[],
): { question: FileQuestion; id: string; document: HeldDocument | undefined }[] =>
  fileQuestionsOf(form).flatMap((question) => {
    const ids = answers[question.id];
    return Array.isArray(ids)
      ? ids.flatMap((id) =>
          typeof id === 'string' ? [{ question, id, document: held.find((one) => one.id === id) }] : [],
        )
      : [];
  });

/** What shows a document by its name where an answer holds its id. */
export const namesOf = (held: readonly Pick<HeldDocument, 'id' | 'name'>[]): ReadonlyMap<string, string> =>
  new Map(held.map(({ id, name }) => [id, name]));
