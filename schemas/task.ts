import * as z from 'zod';
import { caseWorker } from './case.ts';
import { caseReference, councilSlug, isoDate, isoInstant } from './scalars.ts';
import { staffRole } from './staff.ts';

/** Every kind of work that a person does on a case: what it asks is in `schemas/work-lists.ts`. */
export const taskKind = z.enum([
  'triage-request',
  'decide-contact',
  'give-short-term-support',
  'review-short-term-support',
  'assess-needs',
  'assess-carer',
  'decide-eligibility',
  'decide-carer-eligibility',
  'estimate-budget',
  'assess-finances',
  'draft-plan',
  'check-plan',
  'agree-plan-for-council',
  'agree-plan',
  'set-up-support',
  'check-support',
  'review-direct-payment',
  'review-top-up',
  'review-plan',
  'look-into-safety',
  'consider-refusal',
  'assess-capacity',
  'arrange-advocacy',
  'refer-continuing-healthcare',
  'offer-carers-assessment',
  'refer-child',
  'check-authority',
  'review-restriction',
  'review-wait',
  'assess-after-discharge',
  'tell-of-cost',
  'collect-contribution',
  'arrange-benefits-check',
  'arrange-wanted-help',
  'make-emergency-plan',
  'arrange-urgent-support',
  'contact-another-way',
  'explain-delay',
  'send-copy',
  'restart-workflow',
  'arrange-visit',
  'settle-disagreement',
  'change-plan',
  'decide-review-request',
  'answer-query',
  'acknowledge-complaint',
  'answer-complaint',
  'put-complaint-right',
  'look-at-change',
  'look-at-money',
  'find-person',
  'arrange-deferred-payment',
  'review-deferred-payment',
  'consider-ending',
  'give-notice-of-end',
  'end-support',
  'confirm-death',
  'adult-whose-carer-died',
  'final-accounts',
  'write-condolence',
  'send-plan-to-council',
  'confirm-arrival',
  'keep-until-assessed',
  'establish-residence',
  'find-planner',
  'ask-short-term',
  'take-in-care',
]);
export type TaskKind = z.infer<typeof taskKind>;

/**
 * A run of a state machine through one case: `assessment-1`, `assessment-2` after a reassessment, `review-3` for the
 * third generation of the review cycle. Executions of a thread are its legs; a task belongs to a thread, not to a leg.
 */
export const thread = z.string().regex(/^(assessment|review)-[1-9]\d{0,4}$/);

/** A step of a thread, in words and a round where it repeats: `draft-plan-2`. */
export const step = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*(-[1-9]\d{0,3})?$/)
  .max(60);

/**
 * The identity of a task: `<reference>.<thread>.<step>` for what a machine waits for, `<reference>.case.<step>` for the rest.
 * The same step always has the same identity, so opening it again finds it, and a person's work on it is never asked twice.
 */
export const taskId = z
  .string()
  .regex(/^[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}\.[a-z]+(-\d+)?\.[a-z0-9-]+$/)
  .max(120)
  .brand<'TaskId'>();
export type TaskId = z.infer<typeof taskId>;

/** How much a piece of work matters among those that are due on the same day: 1 before everything else, 3 in turn. */
export const taskPriority = z.literal([1, 2, 3]);
export type TaskPriority = z.infer<typeof taskPriority>;

/** For what work may wait: a list and no free words, as it is shown beside many persons and counted. */
export const waitsFor = z.enum([
  'person',
  'helper',
  'health',
  'provider',
  'other-team',
  'other-council',
  'money-papers',
  'hospital',
  'court',
  'something-else',
]);
export type WaitsFor = z.infer<typeof waitsFor>;

/** A piece of work for a member of staff, stored beside its case. */
export const task = z.strictObject({
  council: councilSlug,
  reference: caseReference,
  id: taskId,
  version: z.int().positive(),
  kind: taskKind,
  /** The team whose work it is. */
  role: staffRole,
  /** Who has taken it, if anyone has; until then the team's mailbox is written to. */
  assignee: caseWorker.optional(),
  /** Since when it is with whoever has it, or with the team; where it is not known it is not said. */
  assignedAt: isoInstant.optional(),
  /** Where nothing is kept, it is 3. */
  priority: taskPriority.optional(),
  /** What it waits for, and the day on which it is looked at again: until then nobody is chased for it. */
  waiting: z.strictObject({ for: waitsFor, until: isoDate, since: isoInstant, by: z.string().max(128) }).optional(),
  /** That it was handed over by somebody who had it or who leads the team, and when whoever has it now has read what was promised. */
  handover: z
    .strictObject({
      at: isoInstant,
      by: z.strictObject({ id: z.string().max(128), name: z.string().max(200) }),
      from: z.strictObject({ id: z.string().max(128), name: z.string().max(200) }).optional(),
      readAt: isoInstant.optional(),
    })
    .optional(),
  /** Why a task that no form explains is there, in words without personal data. */
  reason: z.string().max(300).optional(),
  /** The copies that it is about, by their names in addresses: `work.assessment-1.decide-eligibility`. */
  copies: z.array(z.string().max(140)).max(10).optional(),
  openedAt: isoInstant,
  dueOn: isoDate,
  status: z.enum(['open', 'completed', 'cancelled']),
  /** The Step Functions task token; absent while no execution waits for the task. */
  token: z.string().max(2048).optional(),
  closed: z
    .strictObject({
      at: isoInstant,
      by: z.strictObject({ id: z.string(), name: z.string() }).optional(),
      outcome: z.string().max(60),
      /** What the execution gets, whichever leg of its thread asks: small facts, or the error that ends its wait. */
      answer: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('output'), output: z.record(z.string(), z.unknown()) }),
        z.strictObject({ kind: z.literal('error'), error: z.enum(['CaseClosed', 'CycleSuperseded']) }),
      ]),
    })
    .optional(),
  /** That it came from somebody who is away or has left, by id; `to` is who had it next, if not the team. Holds while that is who has it. */
  handedOn: z
    .strictObject({ from: z.string().max(128), to: z.string().max(128).optional(), at: isoInstant })
    .optional(),
  escalatedAt: isoInstant.optional(),
});
export type Task = z.infer<typeof task>;
