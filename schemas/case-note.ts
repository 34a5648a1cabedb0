import * as z from 'zod';
import { actor } from './case.ts';
import { answered } from './records.ts';
import { caseReference, councilSlug, isoInstant } from './scalars.ts';
import { taskId, taskKind } from './task.ts';

/** The name of a note among those of its case, under which it stands in the order of when it was begun. */
export const noteId = z
  .string()
  .regex(/^\d{8}T\d{9}Z-[\w-]{4,40}$/)
  .brand<'NoteId'>();
export type NoteId = z.infer<typeof noteId>;

/** A note on a case: the answers to the list `case-note`. A draft is its writer's alone, and what is finished is only added to. */
export const storedNote = z.strictObject({
  council: councilSlug,
  reference: caseReference,
  id: noteId,
  version: z.int().positive(),
  state: z.enum(['draft', 'finished', 'moved']),
  by: actor,
  /** When it was last written. */
  at: isoInstant,
  /** As far as they are given, where it is a draft; empty where it was moved. */
  ...answered,
  /** The note that this one adds to. */
  adds: noteId.optional(),
  /** The work into which it was typed when that had ended: it belongs to the part of the case to which the work does. */
  kept: z.strictObject({ task: taskId, kind: taskKind }).optional(),
  /** Where it came from or went to, having been written on the wrong person, by whom and why: the trace that stays. */
  moved: z
    .strictObject({
      way: z.enum(['from', 'to']),
      reference: caseReference,
      at: isoInstant,
      by: actor,
      reason: z.string().max(2000),
    })
    .optional(),
});
export type StoredNote = z.infer<typeof storedNote>;
