import * as z from 'zod';
import { personId } from './person.ts';
import { restriction } from './restriction.ts';
import { caseReference, councilSlug, isoDate, isoInstant } from './scalars.ts';
import { staffRole } from './staff.ts';
import { taskId } from './task.ts';
import { asTyped } from './typed-text.ts';

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

/** Each kind of reason as whoever gives it reads it. */
export const reasonWords: Readonly<Record<LookReason, string>> = {
  'covering-for-colleague': 'I stand in for a colleague',
  'person-called': 'The person, or someone who helps them, has been in touch',
  'urgent-risk': 'Somebody may be at risk',
  supervision: 'Supervision of the work on it',
  'checking-quality': 'Checking how well we work',
  'subject-access': 'The person has asked what we hold',
  other: 'Something else',
};

const says = 'Say in a sentence why you need it';

/** `POST …/cases/{reference}/reason`: why somebody needs what their work does not need. */
export const giveReasonBody = z.strictObject(
  {
    kind: z.enum(lookReason.options, { error: 'Select why you need it' }),
    says: z
      .string({ error: says })
      .overwrite(asTyped)
      .min(10, { error: says })
      .max(500, { error: 'Say why in 500 characters or fewer' })
      .describe('Managers read it. It may hold personal data'),
    to: z.string().max(500).optional().describe('The page to go to afterwards'),
  },
  { error: 'Send an object with "kind" and "says"' },
);

/** What a reason opens: until when. */
export const reasonGiven = z.object({ reference: caseReference, until: isoInstant }).meta({ id: 'ReasonGiven' });

/** What somebody is told before they give a reason. */
export const reasonAsked = z
  .object({
    reference: caseReference,
    minutes: z.int().describe('For how long a reason opens the case'),
    restricted: z.boolean().describe('Whether the record is for named staff alone'),
    ask: z.string().optional().describe('Whom to ask about a restricted record'),
    mayGive: z.boolean().describe('Whether the caller may open it by giving a reason'),
  })
  .meta({ id: 'ReasonAsked' });

/** A look as managers read it. */
const lookView = look.extend({ name: z.string().describe('Of whoever looked, as the staff directory has it') });

/** `GET …/cases/{reference}/looks`: who looked at a case, the newest first. */
export const caseLooks = z.object({ looks: z.array(lookView) }).meta({ id: 'CaseLooks' });

/** `GET …/staff/looks`: who looked at cases of a council without a task on a day. */
export const looksOfDay = z.object({ day: isoDate, looks: z.array(lookView) }).meta({ id: 'LooksOfDay' });

/** `POST …/persons/{id}/restriction`: a record is restricted to named staff, the named are changed, or the restriction ends. */
export const restrictBody = z.strictObject(
  {
    to: z
      .array(z.string().min(1).max(128))
      .max(20, { error: 'Name at most 20' })
      .describe('Ids of the staff directory: who alone may open the record. Nobody: it is not restricted any more'),
    reason: z
      .string({ error: 'Say why' })
      .overwrite(asTyped)
      .min(1, { error: 'Say why' })
      .max(500, { error: 'Say why in 500 characters or fewer' }),
    reviewOn: isoDate.optional(),
  },
  { error: 'Send an object with "to", "reason" and "reviewOn"' },
);

/** Who may open a person's record. */
export const restrictionView = z
  .object({ person: personId, restricted: restriction.optional() })
  .meta({ id: 'Restriction' });
