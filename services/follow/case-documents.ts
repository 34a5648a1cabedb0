import * as z from 'zod';
import { addDays, londonDate, londonInstant } from '../../domain/time/clock-time.ts';
import { documentTypes, type HeldDocument, heldDocument } from '../../schemas/documents.ts';
import type { DocumentRecord } from '../../schemas/records.ts';
import { type CaseReference, type CouncilSlug, caseReference, councilSlug, isoDate } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { createUploads, documentClaim, type TakenIn, type UploadOwner } from '../documents/uploads.ts';
import { Problem } from '../runtime/errors.ts';
import { problems } from '../runtime/problems.ts';
import type { Scan } from '../store/document-store.ts';
import type { CaseReader } from './case-access.ts';

/** Documents that someone has added to a case they follow and not sent yet. */
export const basket = z.strictObject({
  version: z.int().nonnegative(),
  documents: z.array(heldDocument),
  /** The last day on which they are kept, if nothing is added. */
  keptUntil: isoDate,
});
type Basket = z.infer<typeof basket>;

/** How many may wait to be sent at once. */
export const mostWaiting = 20;
/** As long as an unfinished form. */
const keptDays = 30;

type Of = {
  readonly council: CouncilSlug;
  readonly reference: CaseReference;
  readonly as: 'person' | 'helper' | 'staff';
};

const ofReader = ({ careCase: { council, reference }, as }: Pick<CaseReader, 'careCase' | 'as'>): Of => ({
  council,
  reference,
  as,
});
const keyOf = ({ council, reference, as }: Of) => ({ pk: `BASKET#${council}#${reference}`, sk: `BASKET#${as}` });
const ownerOf = ({ council, reference, as }: Of): UploadOwner => ({ kind: 'case', council, id: `${reference}_${as}` });

/** Whose basket an owner of uploads is. */
export const basketOf = ({ council, id }: UploadOwner): Of => {
  const [reference, as] = id.split('_');
  return {
    council: councilSlug.parse(council),
    reference: caseReference.parse(reference),
    as: z.enum(['person', 'helper', 'staff']).parse(as),
  };
};

/** Documents that wait in a case until whoever added them sends them. Person and helper have a basket each. */
export const createCaseDocuments = (deps: Pick<Deps, 'documents' | 'store' | 'clock'>) => {
  const { store, clock } = deps;
  const { items } = store;
  const uploads = createUploads(deps);

  const read = async (of: Of): Promise<Basket | undefined> => {
    const { pk, sk } = keyOf(of);
    const found = await items.get(basket, pk, sk);
    return found && found.keptUntil >= londonDate(clock.now()) ? found : undefined;
  };

  const update = async (
    of: Of,
    change: (documents: HeldDocument[]) => HeldDocument[] | undefined,
  ): Promise<boolean> => {
    const { pk, sk } = keyOf(of);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const before = await items.get(basket, pk, sk);
      const documents = change(before?.documents ?? []);
      if (documents === undefined) return false;
      const version = (before?.version ?? 0) + 1;
      const keptUntil = addDays(londonDate(clock.now()), keptDays);
      const expiresAt = Date.parse(londonInstant(addDays(keptUntil, 1), '00:00')) / 1000;
      if (await items.put({ pk, sk, data: { ...before, version, documents, keptUntil }, expiresAt }, version))
        return true;
    }
    throw problems.busy();
  };

  const isSent = async (council: CouncilSlug, id: string): Promise<boolean> =>
    (await store.claimed(council, documentClaim(id), clock.now())) !== undefined;

  const waitingIn = async (of: Of): Promise<HeldDocument[]> => {
    const documents = (await read(of))?.documents ?? [];
    // A crash after sending leaves them listed; what is the case's is not sent a second time.
    const sent = await Promise.all(documents.map(({ id }) => isSent(of.council, id)));
    return documents.filter((_, index) => !sent[index]);
  };

  return {
    read,

    /** What waits to be sent. */
    waiting: (reader: CaseReader): Promise<HeldDocument[]> => waitingIn(ofReader(reader)),

    form: (reader: CaseReader, backTo: (upload: string) => string) => uploads.form(ownerOf(ofReader(reader)), backTo),

    /** Takes in what a browser has uploaded for this basket. */
    async takeIn(reader: CaseReader, upload: string): Promise<TakenIn> {
      const of = ofReader(reader);
      const have = await waitingIn(of);
      return uploads.takeIn(ownerOf(of), upload, { have, most: mostWaiting }, (document) =>
        update(of, (found) => {
          if (found.some(({ id }) => id === document.id)) return found;
          return found.length < mostWaiting ? [...found, document] : undefined;
        }),
      );
    },

    /** Takes a document out, and deletes it unless it has been sent. */
    async remove(reader: CaseReader, id: string): Promise<void> {
      const of = ofReader(reader);
      const had = (await read(of))?.documents.some((one) => one.id === id) ?? false;
      await update(of, (found) =>
        found.some((one) => one.id === id) ? found.filter((one) => one.id !== id) : undefined,
      );
      if (had && !(await isSent(of.council, id))) await uploads.drop(of.council, id);
    },

    /** Takes out what has been sent. */
    async sent(reader: CaseReader, ids: readonly string[]): Promise<void> {
      if (ids.length > 0) await update(ofReader(reader), (found) => found.filter(({ id }) => !ids.includes(id)));
    },
  };
};

const notNow: Readonly<Record<Exclude<Scan, 'clear'>, { title: string; detail: string }>> = {
  'being-checked': {
    title: 'We are checking this document',
    detail: 'We check every document for harmful software before anyone opens it. Try again in a few minutes.',
  },
  'not-safe': {
    title: 'We cannot give this document out',
    detail: 'We found harmful software in it. Send it again from another device, or show it to us on paper.',
  },
  'not-checked': {
    title: 'We cannot give this document out',
    detail: 'We could not check it for harmful software, perhaps because of a password. Send it again without one.',
  },
};

/** What a document is called on the disk of whoever downloads it: nothing of a person, since it stands in an address. */
export const fileNameOf = ({ reference, type, id }: DocumentRecord, all: readonly DocumentRecord[]): string =>
  `${reference}-document-${all.findIndex((one) => one.id === id) + 1}.${documentTypes[type].endings[0]}`;

/**
 * An address of a document for whoever may see it, where the scanner has found nothing.
 *
 * @throws Problem 409 while it is being checked, or where it is not safe
 */
export const documentLink = async (
  { documents }: Pick<Deps, 'documents'>,
  record: DocumentRecord,
  all: readonly DocumentRecord[],
): Promise<string> => {
  const scan = await documents.scan(record.key);
  if (scan !== 'clear') throw new Problem({ status: 409, code: scan, ...notNow[scan] });
  return documents.link(record.key, record.type, fileNameOf(record, all));
};
