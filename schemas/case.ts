import * as z from 'zod';
import { helperId, personId } from './person.ts';
import { caseReference, councilSlug, isoDate, isoInstant } from './scalars.ts';
import { staffRole } from './staff.ts';
import { urgency } from './targets.ts';

/** Where a case stands, in the words the public reads on the status page. */
export const caseStage = z.enum([
  'received',
  'short-term-support',
  'assessment',
  'decision',
  'estimated-budget',
  'plan',
  'setting-up-support',
  'support',
  'closed',
]);
export type CaseStage = z.infer<typeof caseStage>;

/** Why a case was closed. */
export const closeReason = z.enum([
  'advice-given',
  'short-term-support-met-needs',
  'not-eligible',
  'support-not-wanted',
  'support-ended',
  'assessment-refused',
  'withdrawn',
  'moved-away',
  'died',
  /** The person has another open case, with which the council goes on. */
  'duplicate',
  /** Another council is the one to meet the needs. It is not that support was not wanted. */
  'lives-elsewhere',
]);
export type CloseReason = z.infer<typeof closeReason>;

/** The member of staff who holds a role on a case. */
export const caseWorker = z.strictObject({ id: z.string().max(128), name: z.string().max(200), email: z.email() });
export type CaseWorker = z.infer<typeof caseWorker>;

/** The review that comes next, as worked out by `domain/review/review-dates.ts`. */
export const nextReview = z.strictObject({
  kind: z.enum(['first', 'later', 'early']),
  windowFrom: isoDate,
  dueOn: isoDate,
  lastDay: isoDate,
  remindAt: isoInstant,
  appointmentOn: isoDate,
});
export type NextReview = z.infer<typeof nextReview>;

/** A visit, or a call, that is arranged with the person: on which day, and at what time by London's clocks. */
export const visit = z.strictObject({
  purpose: z.enum(['assessment', 'review']),
  on: isoDate,
  startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  how: z.enum(['face-to-face', 'phone', 'video']),
  place: z.string().max(200).optional(),
  /** Who comes beside the person, by name. */
  comes: z.array(z.string().max(200)),
});
export type Visit = z.infer<typeof visit>;

/**
 * Who writes the plan, as the person has said: by themselves, with help, somebody for them, a support provider, an independent support planner,
 * or their worker with them. Care Act 2014 s.25(5) and (6); Cambridgeshire's published ways.
 */
export const planWriter = z.enum(['person', 'with-help', 'someone', 'provider', 'planner', 'worker']);
export type PlanWriter = z.infer<typeof planWriter>;

/** In which language, and in which words, whoever filled in the form reads: mails to them are written so. */
export const reading = z.strictObject({
  by: z.enum(['person', 'helper']),
  /** BCP 47, with the language's English name for staff. */
  language: z.strictObject({ tag: z.string().max(35), name: z.string().max(100) }).optional(),
  easyRead: z.literal(true).optional(),
});

/**
 * A person's case with one council, from the application to the end of support. A person has one open case about their own needs at a
 * time, to which a reassessment belongs, and as a carer one for each person whom they look after.
 */
export const careCase = z.strictObject({
  council: councilSlug,
  reference: caseReference,
  version: z.int().positive(),
  /** Whose needs it is about: an adult's for care and support, or a carer's for support. */
  kind: z.enum(['needs', 'carer']),
  /** Whom it is about: everything about them stands there. */
  personId,
  /** Of a carer's case: the person whom they look after, where the council knows which that is. */
  caresFor: personId.optional(),
  /** Which of the person's helpers helps with this case. Whoever helps with one need not help with another. */
  helperId: helperId.optional(),
  /** Who gets updates about this case: what a helper is told is agreed for a case, not for a person. */
  updatesTo: z.array(z.enum(['person', 'helper'])).min(1),
  /** The other person's case, where both have agreed to be assessed together. Care Act 2014 s.12(5). */
  jointWith: caseReference.optional(),
  /** The other's case, whose part came with the same code, until whoever holds the case has asked both. Nothing follows from it before. */
  jointAsked: caseReference.optional(),
  /** The case that it was taken apart from, so that it can be put back. */
  partedFrom: caseReference.optional(),
  reading: reading.optional(),
  stage: caseStage,
  openedAt: isoInstant,
  urgency,
  /** Whether triage saw something that presses, or a high score, without calling it urgent. */
  pressing: z.boolean().optional(),
  targetOn: isoDate,
  /** The day that took its place, where it has passed: as whoever holds the work has told the person. */
  delayedTo: isoDate.optional(),
  /** The assessment journey that runs or ran last: 1 for the first, 2 after a reassessment. */
  journey: z.int().positive(),
  /** The highest generation of the review cycle; 0 before support starts. An older cycle that wakes up ends quietly. */
  reviewGeneration: z.int().nonnegative(),
  nextReview: nextReview.optional(),
  /** What is arranged: for the assessment that is under way, and for the next review. Its history is in the records of the work. */
  visits: z.array(visit).optional(),
  supportStartedOn: isoDate.optional(),
  /** The version of the care and support plan in force; a refused revision leaves it as it is. */
  planInForce: z.int().positive().optional(),
  /** How the person wants the plan of a thread written, since when, and which draft they have said is ready, by the id of its task. */
  planWriting: z
    .strictObject({
      thread: z.string().max(30),
      how: planWriter,
      at: isoInstant,
      /** The id of the signal that reminds them, which is not wanted any more once they say otherwise. */
      reminder: z.string().max(120).optional(),
      ready: z.strictObject({ task: z.string().max(120), at: isoInstant }).optional(),
      /** What a worker sent back of a draft, each answer with its reason, until it is said to be ready again. */
      back: z
        .array(
          z.strictObject({ part: z.string().max(60), row: z.int().positive().optional(), why: z.string().max(2000) }),
        )
        .max(20)
        .optional(),
    })
    .optional(),
  assessor: caseWorker.optional(),
  keyWorker: caseWorker.optional(),
  /** Since when the one whom the person knows by name is so, where that is known: `namedWorker` says who it is. */
  namedSince: isoDate.optional(),
  closed: z
    .strictObject({
      reason: closeReason,
      at: isoInstant,
      /** Of a duplicate: the person's other case, with which the council goes on. */
      goesOnWith: caseReference.optional(),
    })
    .optional(),
  /** How often, and when last, it was opened again after it had closed, and where it came back to. */
  reopened: z
    .strictObject({
      times: z.int().positive(),
      at: isoInstant,
      to: z.enum(['triage', 'assessment', 'support']),
      journey: z.int().positive(),
    })
    .optional(),
});
export type CareCase = z.infer<typeof careCase>;

/** Who did something: a member of staff, someone using the public site, or the platform by itself. */
export const actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('staff'), id: z.string(), role: staffRole }),
  /** Signed in to the case as the person or as whoever helps them; neither where no sign-in is asked for. */
  z.strictObject({
    kind: z.literal('public'),
    as: z.enum(['person', 'helper']).optional(),
    /** Who was invited to help with the plan, by the id of the invitation. */
    invited: z.string().max(40).optional(),
  }),
  z.strictObject({ kind: z.literal('platform'), name: z.string() }),
]);
export type Actor = z.infer<typeof actor>;

/** One line of a case's history: who did what, when, and on what authority. Written with the change, never altered. */
export const auditEvent = z.strictObject({
  council: councilSlug,
  reference: caseReference,
  at: isoInstant,
  id: z.string(),
  actor,
  action: z.string().max(100),
  /** What it was about: a step, a record, a message key. Never personal data. */
  about: z.string().max(200).optional(),
  /** The law or rule acted under, such as "Care Act 2014 section 13". */
  authority: z.string().max(200),
});
export type AuditEvent = z.infer<typeof auditEvent>;

/** One line of a person's history: what was changed about them, which counts for all of their cases. */
export const personEvent = auditEvent.omit({ reference: true }).extend({
  person: personId,
  /** The case in which it was done, where it was done in one. */
  reference: caseReference.optional(),
});
export type PersonEvent = z.infer<typeof personEvent>;

/** One line of a council's own history, about no case: who changed the staff directory. */
export const councilEvent = auditEvent.omit({ reference: true });
export type CouncilEvent = z.infer<typeof councilEvent>;
