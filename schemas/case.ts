import * as z from 'zod';
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
  'withdrawn',
  'moved-away',
  'died',
]);
export type CloseReason = z.infer<typeof closeReason>;

/** How it is known that a mailbox is theirs who gave its address: by a link that was mailed to it and used, or by staff who checked it. */
export const addressProof = z.strictObject({ at: isoInstant, by: z.enum(['link', 'staff']) });
export type AddressProof = z.infer<typeof addressProof>;

/** Someone who gets updates about a case. Without an email address they are told by phone or post. */
export const contactPerson = z.strictObject({
  firstName: z.string().min(1).max(200),
  lastName: z.string().min(1).max(200),
  email: z.email().optional(),
  /** Absent while the address is only typed: nothing personal is mailed to it then. It goes when the address does. */
  emailProved: addressProof.optional(),
  phone: z.string().max(40).optional(),
});
export type ContactPerson = z.infer<typeof contactPerson>;

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

/** A person's case with one council, from the application to the end of support. */
export const careCase = z.strictObject({
  council: councilSlug,
  reference: caseReference,
  version: z.int().positive(),
  /** Whose needs it is about: an adult's for care and support, or a carer's for support. */
  kind: z.enum(['needs', 'carer']),
  /** The other person's case, where both have agreed to be assessed together. Care Act 2014 s.12(5). */
  jointWith: caseReference.optional(),
  stage: caseStage,
  openedAt: isoInstant,
  person: contactPerson.extend({
    preferredName: z.string().max(200).optional(),
    dateOfBirth: isoDate,
    postcode: z.string().max(10),
    address: z.string().max(1000),
  }),
  helper: contactPerson.optional(),
  updatesTo: z.array(z.enum(['person', 'helper'])).min(1),
  formats: z.array(z.string().max(100)),
  /** How the person wants to be told of news; by email where they have not said. */
  contactBy: z.enum(['email', 'phone', 'post']).optional(),
  /** The language in which the person wants to be written to, where that is not English. */
  language: z.string().max(100).optional(),
  urgency,
  targetOn: isoDate,
  /** The assessment journey that runs or ran last: 1 for the first, 2 after a reassessment. */
  journey: z.int().positive(),
  /** The highest generation of the review cycle; 0 before support starts. An older cycle that wakes up ends quietly. */
  reviewGeneration: z.int().nonnegative(),
  nextReview: nextReview.optional(),
  supportStartedOn: isoDate.optional(),
  /** The version of the care and support plan in force; a refused revision leaves it as it is. */
  planInForce: z.int().positive().optional(),
  assessor: caseWorker.optional(),
  keyWorker: caseWorker.optional(),
  closed: z.strictObject({ reason: closeReason, at: isoInstant }).optional(),
});
export type CareCase = z.infer<typeof careCase>;

/** Who did something: a member of staff, someone using the public site, or the platform by itself. */
export const actor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('staff'), id: z.string(), role: staffRole }),
  /** Signed in to the case as the person or as whoever helps them; neither where no sign-in is asked for. */
  z.strictObject({ kind: z.literal('public'), as: z.enum(['person', 'helper']).optional() }),
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

/** One line of a council's own history, about no case: who changed the staff directory. */
export const councilEvent = auditEvent.omit({ reference: true });
export type CouncilEvent = z.infer<typeof councilEvent>;
