import type { FileQuestion } from '../../domain/forms/documents.ts';
import type { PageVisit } from '../../domain/forms/forms.ts';
import { type HeldDocument, usualMaxFiles } from '../../schemas/documents.ts';
import type { Draft } from '../../schemas/draft.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { createUploads, documentClaim, type TakenIn, type UploadOwner } from '../documents/uploads.ts';
import { createDrafts } from './drafts.ts';

/** The question of a page on which documents are uploaded: it always stands alone. */
export const fileQuestionOn = ({ questions }: PageVisit): FileQuestion | undefined => {
  const [first] = questions;
  return first?.type === 'file' ? first : undefined;
};

/** The documents with which a question of a draft is answered now. */
export const answeredWith = ({ answers, documents = [] }: Draft, { id }: Pick<FileQuestion, 'id'>): HeldDocument[] => {
  const ids = answers[id];
  return Array.isArray(ids) ? ids.flatMap((one) => documents.find((document) => document.id === one) ?? []) : [];
};

/** How many documents a question takes. */
export const mostFor = ({ maxFiles = usualMaxFiles }: FileQuestion): number => maxFiles;

const withAnswer = (answers: Answers, question: string, ids: readonly string[]): Answers => {
  const { [question]: _before, ...others } = answers;
  return ids.length > 0 ? { ...others, [question]: [...ids] } : others;
};

/** The uploaded documents of an unfinished form: what is known of them stands in the draft, beside the answers that name them. */
export const createDraftDocuments = (deps: Pick<Deps, 'documents' | 'store' | 'clock' | 'otherForms'>) => {
  const uploads = createUploads(deps);
  const { update } = createDrafts(deps);
  const ownerOf = ({ council, id }: Draft): UploadOwner => ({ kind: 'draft', council, id });

  /** Whether a case holds it, since the form was sent: then the object is the council's. */
  const isSent = async (council: CouncilSlug, id: string): Promise<boolean> =>
    (await deps.store.claimed(council, documentClaim(id), deps.clock.now())) !== undefined;

  return {
    form: (draft: Draft, backTo: (upload: string) => string) => uploads.form(ownerOf(draft), backTo),

    /** Takes in what a browser has uploaded for a question of this very draft. */
    takeIn: (draft: Draft, question: FileQuestion, upload: string): Promise<TakenIn> => {
      const [have, most] = [answeredWith(draft, question), mostFor(question)];
      return uploads.takeIn(ownerOf(draft), upload, { have, most }, async (document) => {
        const after = await update(draft.council, draft.id, (found) => {
          const known = answeredWith(found, question);
          // Another tab has taken the same upload in already.
          if (known.some(({ id }) => id === document.id)) return found;
          if (known.length >= most || (found.sent && found.sent.recalledAt === undefined)) return undefined;
          const ids = [...known, document].map(({ id }) => id);
          return {
            ...found,
            answers: withAnswer(found.answers, question.id, ids),
            documents: [...(found.documents ?? []), document],
          };
        });
        return after !== undefined;
      });
    },

    /** Takes a document out of the draft, and deletes it unless a case holds it. Removing it twice does no harm. */
    async remove({ council, id: draftId }: Draft, question: FileQuestion, id: string): Promise<void> {
      let was = false;
      await update(council, draftId, (found) => {
        was = answeredWith(found, question).some((one) => one.id === id);
        if (!was) return undefined;
        const left = answeredWith(found, question).filter((one) => one.id !== id);
        return {
          ...found,
          answers: withAnswer(
            found.answers,
            question.id,
            left.map((one) => one.id),
          ),
          documents: (found.documents ?? []).filter((one) => one.id !== id),
        };
      });
      if (was && !(await isSent(council, id))) await uploads.drop(council, id);
    },
  };
};
