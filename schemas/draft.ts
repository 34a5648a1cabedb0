import * as z from 'zod';
import { heldDocument } from './documents.ts';
import type { Answer } from './form-conditions.ts';
import { personId } from './person.ts';
import { caseReference, councilSlug, isoDate, isoInstant } from './scalars.ts';
import { taken } from './taken.ts';
import { together } from './together.ts';

/** 128 random bits as text. It may stand in keys and cookies; by itself it opens nothing. */
export const draftId = z.string().regex(/^[\w-]{22}$/);

/**
 * A form that somebody has begun and not finished, or has sent and may still recall. Deleted 30 days after its last activity.
 *
 * @example { "id": "0J8x…", "form": "needs-assessment", "version": 3, "answers": { "reportAbuse": "no" }, … }
 */
export const draft = z.strictObject({
  council: councilSlug,
  id: draftId,
  /** The id of its form, and the version of that form which its answers fit. */
  form: z.string().max(60),
  formVersion: z.int(),
  version: z.int().positive(),
  // Answers were checked by their form's own schema before they were stored; checking each again at every page would cost more than the page.
  answers: z.record(z.string(), z.custom<Answer>()),
  /** What was typed on pages that were left for later before they were right, by page: shown there again, and no answer yet. */
  unfinished: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  /** What is known of the uploaded documents whose ids stand in the answers. */
  documents: z.array(heldDocument).max(100).optional(),
  startedAt: isoInstant,
  savedAt: isoInstant,
  /** How long somebody has been at it, without the pauses in between: for counting how long the form takes. */
  secondsSpent: z.int().nonnegative().optional(),
  /** The last day on which it can be opened. */
  keptUntil: isoDate,
  /** Browsers that may open it, each by the hash of a secret that it alone holds, and when it last did. */
  secrets: z.array(z.strictObject({ hash: z.string(), lastUsedAt: isoInstant })).max(5),
  /** How often the date of birth may still be given wrongly by a browser whose hour has passed. */
  guessesLeft: z.int().nonnegative(),
  /** Where a link to it is sent. It is proved once such a link has been used. */
  email: z.strictObject({ address: z.email(), provedAt: isoInstant.optional() }).optional(),
  /** Questions are shown in easy words with drawings. */
  easyRead: z.boolean().optional(),
  /** The language in which it was last gone on with, where that was chosen. */
  language: z.string().max(35).optional(),
  /** What a change of the form made of it, until it is sent: questions whose answers no longer fitted. */
  changed: z.strictObject({ dropped: z.array(z.string()) }).optional(),
  /** The member of staff who fills it in for who rang, wrote or came: theirs alone, and opened by no browser's cookie. */
  taken: taken
    .extend({
      /** What opens it for them alone. */
      secret: z.string(),
      /** The person whom they say that it is about, where they are known already. */
      person: personId.optional(),
    })
    .optional(),
  /** It is one of two parts that two people fill in by themselves. */
  together: together.optional(),
  /** The application that it became; `recalledAt` while the person corrects it. */
  sent: z
    .strictObject({
      reference: caseReference,
      /** The carer's own case, where two people are assessed together. */
      carerReference: caseReference.optional(),
      at: isoInstant,
      targetOn: isoDate,
      outsideArea: z.boolean(),
      /** An open case of the person took it; it is with whoever has that case, so it is not recalled. */
      toOpenCase: z.literal(true).optional(),
      recalledAt: isoInstant.optional(),
    })
    .optional(),
});
export type Draft = z.infer<typeof draft>;
