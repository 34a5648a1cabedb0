import { createHash } from 'node:crypto';
import * as z from 'zod';
import { documentName } from '../../domain/forms/documents.ts';
import { addDays, londonDate } from '../../domain/time/clock-time.ts';
import { documentId, type HeldDocument, largestDocument } from '../../schemas/documents.ts';
import { type CouncilSlug, councilSlug, type IsoDate, isoDate } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import type { Upload, UploadForm } from '../store/document-store.ts';
import type { WalkPart } from '../store/parts.ts';

/** Whose documents they are before they are sent: an unfinished form's, or those that wait in someone's case. Its id is no personal data. */
export const uploadOwner = z.strictObject({
  kind: z.enum(['draft', 'case']),
  council: councilSlug,
  id: z.string().regex(/^[\w-]{1,60}$/),
});
export type UploadOwner = z.infer<typeof uploadOwner>;

/** What finds a document that belongs to no case yet, and when to look at it next. */
export const uploadPointer = z.strictObject({
  version: z.int().positive(),
  id: documentId,
  owner: uploadOwner,
  lookOn: isoDate,
});
export type UploadPointer = z.infer<typeof uploadPointer>;

/** Why a file is not taken. */
export const refusals = ['none-chosen', 'empty', 'too-large', 'wrong-type', 'too-many', 'same'] as const;
export type Refusal = (typeof refusals)[number];

/** What became of an upload: `gone` where there is nothing, or nothing more, to take in. */
export type TakenIn = { readonly outcome: 'taken' | 'gone' } | { readonly outcome: 'refused'; readonly why: Refusal };

/** The claim by which a document becomes a case's, in the transaction that writes its record. */
export const documentClaim = (id: string): string => `document#${id}`;

const keyOf = (council: CouncilSlug, id: string) => ({ pk: `UPLOAD#${council}#${id}`, sk: 'UPLOAD' });

/**
 * Documents from the moment at which a browser has uploaded them until they are a case's.
 *
 * A document is registered before it is kept, listed by its owner after that, and the upload deleted last: a crash in between leaves a
 * document that nobody lists, and the sweeper deletes it the next day. Taking the same upload in twice gives the same document.
 */
export const createUploads = ({ documents, store, clock }: Pick<Deps, 'documents' | 'store' | 'clock'>) => {
  const { items } = store;
  const incoming = ({ council, id }: UploadOwner, upload: string): string => `incoming/${council}/${id}/${upload}`;

  const register = async (data: UploadPointer): Promise<void> => {
    const { council } = data.owner;
    const listed = { duePk: `UPLOADS#${council}`, workSk: `${data.lookOn}#${data.id}` };
    // One that is registered already is being taken in twice, which is the same.
    await items.put({ ...keyOf(council, data.id), data, ...listed }, data.version);
  };

  const forget = (council: CouncilSlug, id: string): Promise<void> => {
    const { pk, sk } = keyOf(council, id);
    return items.remove(pk, sk);
  };

  /** Deletes a document that is no case's. The object goes first, so that nothing is left that nobody finds. */
  const drop = async (council: CouncilSlug, id: string): Promise<void> => {
    await documents.remove(documents.keyOf(council, id));
    await forget(council, id);
  };

  const whyNot = ({ size, givenName }: Upload, have: readonly HeldDocument[], most: number): Refusal | undefined => {
    if (size === 0) return givenName === '' ? 'none-chosen' : 'empty';
    if (size > largestDocument) return 'too-large';
    return have.length >= most ? 'too-many' : undefined;
  };

  return {
    register,
    forget,
    drop,

    /** A form for one file of this owner. @param backTo the page that takes the upload in, given its name */
    async form(owner: UploadOwner, backTo: (upload: string) => string): Promise<UploadForm> {
      const upload = documents.newUpload();
      return documents.form(incoming(owner, upload), backTo(upload));
    },

    /**
     * Takes in what a form of this owner has put into the bucket: looks at what it is, keeps it if it is one of ours, and deletes the upload.
     *
     * @param have the documents that answer the same question already
     * @param list has the owner list the document; answers false where it cannot any more
     */
    async takeIn(
      owner: UploadOwner,
      upload: string,
      { have, most }: { have: readonly HeldDocument[]; most: number },
      list: (document: HeldDocument) => Promise<boolean>,
    ): Promise<TakenIn> {
      const found = documentId.safeParse(upload).success ? await documents.look(incoming(owner, upload)) : undefined;
      if (found === undefined) return { outcome: 'gone' };
      const finish = async (result: TakenIn): Promise<TakenIn> => {
        await documents.remove(found.key, found.versionId);
        return result;
      };
      // Of the writing, not only of its key: whoever goes back and chooses another file with the same form gives another document.
      const id = createHash('sha256')
        .update(`${found.key} ${found.versionId || found.etag}`)
        .digest('base64url')
        .slice(0, 22);
      if (have.some((one) => one.id === id)) return finish({ outcome: 'gone' });
      const why = whyNot(found, have, most);
      if (why) return finish({ outcome: 'refused', why });
      const type = await documents.typeOf(found);
      if (type === undefined) return finish({ outcome: 'refused', why: 'wrong-type' });

      const { council } = owner;
      const now = clock.now();
      await register({ version: 1, id, owner, lookOn: addDays(londonDate(now), 1) });
      const sha256 = await documents.keep(found, documents.keyOf(council, id), type);
      if (sha256 !== '' && have.some((one) => one.sha256 === sha256)) {
        await drop(council, id);
        return finish({ outcome: 'refused', why: 'same' });
      }
      const document = { id, name: documentName(found.givenName, type), size: found.size, type, sha256, addedAt: now };
      if (await list(document)) return finish({ outcome: 'taken' });
      await drop(council, id);
      return finish({ outcome: 'refused', why: 'too-many' });
    },

    /** Part of what is to be looked at by today. */
    toLookAt: (council: CouncilSlug, today: IsoDate, after: string | undefined): Promise<WalkPart<UploadPointer[]>> =>
      items.due(uploadPointer, `UPLOADS#${council}`, { before: addDays(today, 1), after }),
  };
};
