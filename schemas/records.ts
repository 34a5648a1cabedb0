import * as z from 'zod';
import { actor } from './case.ts';
import { heldDocument } from './documents.ts';
import { determination } from './eligibility.ts';
import { charge } from './finance.ts';
import { personId } from './person.ts';
import { planState } from './plan.ts';
import { caseReference, councilSlug, isoDate, isoInstant } from './scalars.ts';
import { taken } from './taken.ts';
import { taskKind } from './task.ts';

/** Answers as they are kept: with the list that asked and the version of it, so that they can be read for as long as they are kept. */
const answer = z.union([
  z.string(),
  z.number(),
  z.array(z.string()),
  z.array(z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))),
]);
/** Answers to a list, with the versions of what was asked. */
export const answered = {
  list: z.string().max(60),
  listVersion: z.int().positive(),
  answers: z.record(z.string(), answer),
  /** The council's own changes to the list, and the answers to the questions that it has added. */
  overlayVersion: z.int().positive().optional(),
  added: z.record(z.string(), answer).optional(),
};

/** What a rule worked out from the answers to a piece of work and must stand as it was found that day. */
const workResult = z.discriminatedUnion('kind', [
  determination,
  z.strictObject({ kind: z.literal('estimate'), weeklyTotal: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal('charge'), charge }),
]);
export type WorkResult = z.infer<typeof workResult>;

/** How the note begins in which staff gave the reasons for closing a case: the person gets it as a letter. */
export const closingNote = 'case.closing';

const made = {
  council: councilSlug,
  reference: caseReference,
  /** The step that made it, `<thread>.<step>`: the same step never makes a second record. */
  id: z.string().max(100),
  version: z.int().positive(),
  at: isoInstant,
  by: actor,
};

/**
 * A version of the care and support plan, from the draft to the one that replaces it. What it says is in the record of the work that wrote
 * it, which has the same id.
 */
export const planRecord = z.strictObject({
  ...made,
  kind: z.literal('plan'),
  number: z.int().positive(),
  state: planState,
  /** The record of its checks, by id. */
  checked: z.string().max(100).optional(),
  changesAsked: z.string().optional(),
  /** Who of those that are not the council's staff wrote in it: as whom, and what by the names of its parts. */
  writers: z
    .array(
      z.strictObject({
        name: z.string().max(200),
        as: z.enum(['person', 'helper', 'invited']),
        parts: z.array(z.string().max(90)).max(20),
      }),
    )
    .max(50)
    .optional(),
  signed: z.strictObject({ by: z.string(), on: z.string() }).optional(),
  /** The final personal budget a week, in pence: fixed once there are a plan and a financial assessment, and on which day. Care Act 2014 s.26(1). */
  budget: z
    .strictObject({
      cost: z.int().nonnegative(),
      person: z.int().nonnegative(),
      council: z.int().nonnegative(),
      fixedOn: isoDate,
    })
    .optional(),
});
export type PlanRecord = z.infer<typeof planRecord>;

/** A document that came with an application or a request: its id is that of the object in the bucket, which lies under `key`. */
export const documentRecord = z.strictObject({
  ...made,
  kind: z.literal('document'),
  /** The question that it answers. */
  question: z.string().max(60),
  ...heldDocument.pick({ name: true, size: true, type: true, sha256: true }).shape,
  key: z.string().max(200),
  /** When the person took it back, by correcting what they had sent: nobody is given it from then on. */
  removedAt: isoInstant.optional(),
});
export type DocumentRecord = z.infer<typeof documentRecord>;

/** A finished piece of work: every task leaves one, and its list says what it holds. */
export const workRecord = z.strictObject({
  ...made,
  kind: z.literal('work'),
  work: taskKind,
  ...answered,
  /** Where an answer that was accepted as it was known came from, by question: a list, and the record in which it stands. */
  unchanged: z
    .record(
      z.string(),
      z.strictObject({
        list: z.string(),
        record: z.string().optional(),
        /** The member of staff who confirmed that it is unchanged. */
        confirmedBy: z.string().optional(),
      }),
    )
    .optional(),
  /** The request that it answers, by the id of its record. */
  to: z.string().max(100).optional(),
  result: workResult.optional(),
});
export type WorkRecord = z.infer<typeof workRecord>;

/** What is kept of each step of a case: the records that a person may ask to read, and that explain a decision later. */
export const caseRecord = z.discriminatedUnion('kind', [
  workRecord,
  z.strictObject({
    ...made,
    kind: z.literal('application'),
    ...answered,
    /** Present where staff took it for who made it. */
    taken: taken.optional(),
    /** The language in which it was filled in, by its English name, where that is not English. */
    filledInIn: z.string().max(100).optional(),
    /** It is one of two parts that two people fill in by themselves, to be assessed together. */
    together: z.literal(true).optional(),
    /** What was sent before it was corrected, the first first: each version with its answers. */
    earlier: z
      .array(z.strictObject({ version: z.int().positive(), at: isoInstant, by: actor, ...answered }))
      .optional(),
  }),
  planRecord,
  z.strictObject({ ...made, kind: z.literal('note'), content: z.strictObject({ text: z.string().max(10_000) }) }),
  documentRecord,
  /** What the person, or whoever helps them, asked for or told us while the case ran. */
  z.strictObject({
    ...made,
    kind: z.literal('request'),
    ...answered,
    taken: taken.optional(),
    filledInIn: z.string().max(100).optional(),
    /** Whom it is about; absent while nobody has found whose plan it asks a review of. */
    personId: personId.optional(),
  }),
  /** The person's own signature under a record, by its id. */
  z.strictObject({
    ...made,
    kind: z.literal('signature'),
    of: z.string().max(100),
    content: z.strictObject({ name: z.string().max(200), signedOn: isoDate }),
  }),
]);
export type CaseRecord = z.infer<typeof caseRecord>;
