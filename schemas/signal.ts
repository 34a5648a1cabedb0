import * as z from 'zod';
import { closeReason } from './case.ts';
import { mailTemplate, staffMailTemplate } from './mail.ts';
import { detailsBefore } from './person.ts';
import { caseReference, councilSlug, isoDate, isoInstant } from './scalars.ts';
import { taskId, taskKind, thread } from './task.ts';
import { executionInput } from './workflow.ts';

/** The step that owes news: on a case itself its name may end in what marks one request, as in `answer-query-9bb5edd77e02`. */
const step = z
  .string()
  .regex(/^[a-z]+(-[a-z0-9]+)*$/)
  .max(100);

const owed = { council: councilSlug, reference: caseReference, id: z.string().max(120), at: isoInstant };

/**
 * Something still owed to Step Functions, to a person or to staff, written in the transaction that makes it due and removed once it is sent.
 * What a crash leaves behind, the sweeper sends. One whose `at` is in the future waits for that moment.
 */
export const signal = z.discriminatedUnion('kind', [
  z.strictObject({
    ...owed,
    kind: z.literal('start-execution'),
    machine: z.enum(['assessment-journey', 'review-cycle']),
    input: executionInput,
  }),
  /** The answer to a task's token; the answer itself is in the task. */
  z.strictObject({ ...owed, kind: z.literal('answer-task'), taskId }),
  /** News for whoever gets updates on the case: of the case itself, or what a machine's step says and SES did not take at that moment. */
  z.strictObject({ ...owed, kind: z.literal('tell-person'), thread: thread.optional(), step, template: mailTemplate }),
  /** News that is held back for one reader of the case: to be told where their address is proved, or else to be asked for, which a limit put off. */
  z.strictObject({ ...owed, kind: z.literal('tell-held'), who: z.enum(['person', 'helper']) }),
  /** A case that ends because of finished work, or was closed at a moment with more open work than one transaction takes back. */
  z.strictObject({ ...owed, kind: z.literal('close-case'), reason: closeReason, closedAt: isoInstant.optional() }),
  /** What follows from a death that was recorded with the person of this case. */
  z.strictObject({ ...owed, kind: z.literal('person-died') }),
  /** News for whoever holds a piece of work, or held one that was taken back: without a name, the latter. */
  z.strictObject({
    ...owed,
    kind: z.literal('tell-staff'),
    taskId,
    template: staffMailTemplate.extract(['task-opened', 'work-taken-back']).optional(),
    /** The end of the message's key in the ledger, where it goes to another reader or is said anew. */
    reader: z.string().max(40).optional(),
  }),
  /** News for the named of a restricted record that somebody else has opened it: who, by the id of the staff directory. */
  z.strictObject({ ...owed, kind: z.literal('tell-named'), staff: z.string().max(128) }),
  /** News of a change of contact details for the address by which somebody was reached before it, with the way to undo it. */
  z.strictObject({ ...owed, kind: z.literal('tell-before-change'), address: z.email(), before: detailsBefore }),
  /** The link for somebody who is invited to help with a plan, by the id of the invitation. */
  z.strictObject({ ...owed, kind: z.literal('tell-invited'), invitation: z.string().max(40) }),
  /** Work on a case that is planned for the moment in `at`: nothing is owed before. */
  z.strictObject({
    ...owed,
    kind: z.literal('open-task'),
    step,
    work: taskKind,
    reason: z.string().max(300).optional(),
    dueOn: isoDate.optional(),
  }),
]);
export type Signal = z.infer<typeof signal>;
