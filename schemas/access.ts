import * as z from 'zod';
import { caseReference, councilSlug, isoInstant } from './scalars.ts';
import { staffRole } from './staff.ts';
import { taskId } from './task.ts';

/** The parts of a case that one may be allowed to read and another not. A record, a document, an event and a piece of work belong to one each. */
export const casePart = z.enum([
  /** Who it is: name, birth, NHS number, the case itself and where it stands. */
  'identity',
  /** Where the person lives, how to reach them, in which language and format. */
  'contact',
  /** When and how it is safe to make contact, and what to be wary of. */
  'safe-contact',
  /** Who helps, and by what right. */
  'people',
  /** What was applied for, with all that was said then. */
  'application',
  'assessment',
  'decision',
  /** What support costs and what the person pays of it: estimate and charge. */
  'charge',
  /** Income, savings, property and the proof of them. */
  'money',
  'plan',
  'reviews',
  /** What the person asked or told us while the case ran. */
  'requests',
  'complaint',
  'safeguarding',
  /** Documents that belong to no other part. */
  'documents',
  'messages',
  'notes',
  /** What was done, where that belongs to no other part. */
  'history',
]);
export type CasePart = z.infer<typeof casePart>;

/** What each part is called, in a sentence. */
export const partWords: Readonly<Record<CasePart, string>> = {
  identity: 'who it is',
  contact: 'contact details',
  'safe-contact': 'safe contact',
  people: 'people who help',
  application: 'the application',
  assessment: 'the assessment',
  decision: 'the decision',
  charge: 'costs and charge',
  money: 'income and savings',
  plan: 'the plan',
  reviews: 'reviews',
  requests: 'requests',
  complaint: 'complaints',
  safeguarding: 'safeguarding',
  documents: 'documents',
  messages: 'messages',
  notes: 'notes',
  history: 'history',
};

/** What a council decides for itself about who reads what. What it leaves out is as `domain/access/who-reads-what.ts` has it. */
export const councilAccess = z.strictObject({
  /** The parts that a role reads, in place of ours. Everybody reads who it is and how to make contact safely. */
  reads: z.partialRecord(staffRole, z.array(casePart)).optional(),
  /** Minutes for which a reason opens a case. */
  reasonMinutes: z.int().min(5).max(1440).default(60),
});
export type CouncilAccess = z.infer<typeof councilAccess>;

/** Why somebody needs what their work does not give them. */
export const lookReason = z.enum([
  'covering-for-colleague',
  'person-called',
  'urgent-risk',
  'supervision',
  'checking-quality',
  'subject-access',
  'other',
]);
export type LookReason = z.infer<typeof lookReason>;

/**
 * By what somebody looked: work of theirs on this case, the case being theirs, their team's work on it, their role alone, a reason that they
 * gave, a search that showed it.
 */
export const lookBy = z.enum(['task', 'worker', 'team', 'role', 'reason', 'search']);
export type LookBy = z.infer<typeof lookBy>;

/** The name of a section that was looked at: `overview`, `money`, `document`, `search`. */
export const lookSection = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .max(60);

/** That somebody looked at a section of a case, or gave a reason to. Linked to the look before it, apart from the history. */
export const look = z.strictObject({
  council: councilSlug,
  reference: caseReference,
  at: isoInstant,
  id: z.string().max(120),
  staff: z.strictObject({ id: z.string().max(128), role: staffRole }),
  section: lookSection,
  /** The document, copy or task that was opened. */
  about: z.string().max(200).optional(),
  by: lookBy,
  task: taskId.optional(),
  reason: z.strictObject({ kind: lookReason, says: z.string().max(500) }).optional(),
});
export type Look = z.infer<typeof look>;

/** That a reason has opened a case to somebody, until when. */
export const lookGrant = z.strictObject({
  council: councilSlug,
  reference: caseReference,
  staff: z.string().max(128),
  kind: lookReason,
  at: isoInstant,
  until: isoInstant,
});
export type LookGrant = z.infer<typeof lookGrant>;

/** That somebody searched a council's persons: by which fields, never for what, and which cases were shown. */
export const personSearched = z.strictObject({
  council: councilSlug,
  at: isoInstant,
  id: z.string().max(120),
  staff: z.strictObject({ id: z.string().max(128), role: staffRole }),
  fields: z.array(z.string().max(60)).max(20),
  shown: z.array(caseReference).max(100),
});
export type PersonSearched = z.infer<typeof personSearched>;
