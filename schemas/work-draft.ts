import * as z from 'zod';
import { caseReference, councilSlug, isoInstant } from './scalars.ts';
import { taskId } from './task.ts';

const writer = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Who writes and is not of the council's staff, as whom. */
  as: z.enum(['person', 'helper', 'invited']).optional(),
});
export type Writer = z.infer<typeof writer>;

/**
 * One answer of unfinished work, right or wrong, as it was last typed: who typed it, when, and the version of the draft with which it came.
 * Without `answer` it was emptied. `page` is the open page that sent it and `nth` the how-manieth save of that page, so that a save that is
 * sent twice, or comes late, changes nothing.
 */
const savedAnswer = z.strictObject({
  answer: z.unknown().optional(),
  /** The known answer was taken over as it is, confirmed by whoever saved it. */
  unchanged: z.literal(true).optional(),
  version: z.int().positive(),
  by: writer,
  /** Who had written it before, each once, where that was somebody else. */
  before: z.array(writer).max(20).optional(),
  at: isoInstant,
  page: z.string().max(60).optional(),
  nth: z.int().nonnegative().optional(),
});
export type SavedAnswer = z.infer<typeof savedAnswer>;
export type SavedAnswers = Readonly<Record<string, SavedAnswer>>;

/** Unfinished work on a task, beside its case: each answer by itself, and who is writing since when. Never expires while the case is kept. */
export const workDraft = z.strictObject({
  council: councilSlug,
  reference: caseReference,
  task: taskId,
  version: z.int().positive(),
  /** As one text: a hundred maps take longer to carry than what they hold. */
  answers: z.string(),
  writers: z.array(writer.extend({ since: isoInstant, at: isoInstant })).max(50),
});
export type StoredWorkDraft = z.infer<typeof workDraft>;

/** A text that gave way to another answer to the same question: nothing that somebody wrote is lost. */
export const workAside = z.strictObject({
  council: councilSlug,
  reference: caseReference,
  task: taskId,
  question: z.string(),
  answer: z.unknown().optional(),
  /** The version of the answer that it gave way to, or that it was itself. */
  over: z.int().nonnegative(),
  by: writer,
  at: isoInstant,
});
export type WorkAside = z.infer<typeof workAside>;

/** The answers as they stand in the stored text. */
export const savedAnswers = z.record(z.string(), savedAnswer);
