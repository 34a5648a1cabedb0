import { documentsIn } from '../../domain/forms/documents.ts';
import type { Actor } from '../../schemas/case.ts';
import type { HeldDocument } from '../../schemas/documents.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import type { CaseRecord, DocumentRecord } from '../../schemas/records.ts';
import type { CaseReference, CouncilSlug } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { logger } from '../runtime/logger.ts';
import { problems } from '../runtime/problems.ts';
import type { Claim } from '../store/changes.ts';
import { documentClaim } from './uploads.ts';

/**
 * Holds answers to the documents that were uploaded for them: nobody else's can be named.
 *
 * @throws Problem 400
 */
export const expectUploaded = (form: Form, answers: Answers, held: readonly HeldDocument[]): void => {
  const unknown = documentsIn(form, answers, held).filter(({ document }) => document === undefined);
  if (unknown.length > 0) {
    throw problems.invalid(
      unknown.map(({ question }) => ({ field: question.id, message: `${question.name}: upload the document again` })),
    );
  }
};

/** The records by which the documents of these answers become a case's. Their objects stay where they lie. */
export const documentRecords = (
  { clock, documents }: Pick<Deps, 'clock' | 'documents'>,
  { council, reference }: { council: CouncilSlug; reference: CaseReference },
  { form, answers, held, by }: { form: Form; answers: Answers; held: readonly HeldDocument[]; by: Actor },
): DocumentRecord[] => {
  const at = clock.now();
  return documentsIn(form, answers, held).flatMap(({ question, document }): DocumentRecord[] => {
    if (document === undefined) return [];
    const { id, name, size, type, sha256 } = document;
    const key = documents.keyOf(council, id);
    return [
      {
        council,
        reference,
        id,
        version: 1,
        at,
        by,
        kind: 'document',
        question: question.id,
        name,
        size,
        type,
        sha256,
        key,
      },
    ];
  });
};

/** What makes documents a case's for good, in the same transaction as their records. A helper's proof may belong to two cases at once. */
export const documentClaims = (records: readonly Pick<DocumentRecord, 'id' | 'reference'>[]): Claim[] => {
  const first = new Map(records.toReversed().map(({ id, reference }) => [id, reference]));
  return [...first].map(([id, reference]) => ({ name: documentClaim(id), answer: reference }));
};

/** What a correction makes of a case's documents: new ones are added, and what the person has taken out is given to nobody any more. */
export const correctedDocuments = (
  deps: Pick<Deps, 'clock' | 'documents'>,
  of: Parameters<typeof documentRecords>[1],
  sent: Parameters<typeof documentRecords>[2],
  records: readonly CaseRecord[],
): { added: DocumentRecord[]; removed: DocumentRecord[] } => {
  const before = personsDocuments(records);
  const now = documentRecords(deps, of, sent);
  const at = deps.clock.now();
  return {
    added: now.filter(({ id }) => before.every((one) => one.id !== id)),
    removed: before
      .filter(({ id }) => now.every((one) => one.id !== id))
      .map((one) => ({ ...one, version: one.version + 1, removedAt: at })),
  };
};

/** The documents of a case, the oldest first, without those that were taken back. */
export const givenDocuments = (records: readonly CaseRecord[]): DocumentRecord[] =>
  records
    .flatMap((one) => (one.kind === 'document' && one.removedAt === undefined ? [one] : []))
    .toSorted((a, b) => `${a.at} ${a.id}`.localeCompare(`${b.at} ${b.id}`));

/** Deletes what was taken back. Where that fails an object is left that nobody is given. */
export const forgetObjects = async (
  { documents }: Pick<Deps, 'documents'>,
  removed: readonly DocumentRecord[],
): Promise<void> => {
  try {
    for (const { key } of removed) await documents.remove(key);
  } catch (error) {
    logger.error('A document that was taken back could not be deleted', error as Error);
  }
};

/** What the person or their helpers sent. What staff add, such as a doctor's letter, may speak of others: it is given out by somebody who weighs that. */
export const personsDocuments = (records: readonly CaseRecord[]): DocumentRecord[] =>
  givenDocuments(records).filter(({ by }) => by.kind !== 'staff');
