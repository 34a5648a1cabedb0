import * as z from 'zod';
import { isoInstant } from './scalars.ts';

/** The kinds of file that are taken, each with the ending that its name gets and how people call it. HEIC is an iPhone's photo. */
export const documentTypes = {
  'application/pdf': { endings: ['pdf'], words: 'PDF' },
  'image/jpeg': { endings: ['jpg', 'jpeg'], words: 'photo' },
  'image/png': { endings: ['png'], words: 'picture' },
  'image/heic': { endings: ['heic', 'heif'], words: 'photo' },
} as const;
export type DocumentType = keyof typeof documentTypes;

/** The largest document that is taken, in bytes: 10 MB, which a photo of a telephone and a scanned letter stay below. */
export const largestDocument = 10 * 1024 * 1024;

/** How many documents one question takes where it does not say. */
export const usualMaxFiles = 10;

/** 128 bits as text. It names an object and opens nothing by itself. */
export const documentId = z.string().regex(/^[\w-]{22}$/);

/**
 * What is known of an uploaded document that was taken in. The name is as the person's file was called, made safe to show; it is personal
 * data, and stands here and nowhere else.
 *
 * @example { "id": "0J8x…", "name": "Letter from the hospital.pdf", "size": 81234, "type": "application/pdf", … }
 */
export const heldDocument = z.strictObject({
  id: documentId,
  name: z.string().min(1).max(120),
  size: z.int().positive().max(largestDocument),
  // Every key of the table above.
  type: z.enum(Object.keys(documentTypes) as [DocumentType, ...DocumentType[]]),
  /** Of the content, in base64. */
  sha256: z.string().max(64),
  addedAt: isoInstant,
});
export type HeldDocument = z.infer<typeof heldDocument>;
