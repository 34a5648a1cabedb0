import * as z from 'zod';
import { closeReason, nextReview } from './case.ts';
import { mailTemplate } from './mail.ts';
import { caseReference, councilSlug, isoDate, isoInstant } from './scalars.ts';
import { step, taskKind, thread } from './task.ts';

/** What every function that a state machine calls is told: whose case, and which run through it. Never personal data. */
const onCase = { council: councilSlug, reference: caseReference, thread };

/** The input of every execution. `leg` counts the executions of a thread: a new one continues when one has run long. */
export const executionInput = z.strictObject({ ...onCase, leg: z.int().positive() });
export type ExecutionInput = z.infer<typeof executionInput>;

/** `take-up-case`: the small facts that the assessment journey branches on. */
export const takeUpCaseInput = z.strictObject(onCase);
export type TakeUpCaseInput = z.infer<typeof takeUpCaseInput>;
export const takeUpCaseOutput = z.strictObject({
  financialAssessment: z.enum(['before-plan', 'beside-plan', 'after-plan']),
  /** A reassessment has been asked for already; it is not triaged again. */
  triaged: z.boolean(),
});

/** `open-task`: gives a person the work, and keeps the token with which the execution waits for it. */
export const openTaskInput = z.strictObject({ ...onCase, step, kind: taskKind, token: z.string().min(1).optional() });
export type OpenTaskInput = z.infer<typeof openTaskInput>;
export const openTaskOutput = z.strictObject({ taskId: z.string() });

/** `send-mail`: writes to whoever gets updates on the case, once for each `step`. */
export const sendMailInput = z.strictObject({ ...onCase, step, template: mailTemplate });
export type SendMailInput = z.infer<typeof sendMailInput>;
/** `wanted` is false where the work was over at the moment of sending, so that nothing was sent. */
export const sendMailOutput = z.strictObject({ wanted: z.boolean() });

export const nothing = z.strictObject({});

/** `plan-review`: whether the cycle is still the current one, and until when it waits. */
export const planReviewInput = z.strictObject({ ...onCase, startedAt: isoInstant });
export type PlanReviewInput = z.infer<typeof planReviewInput>;
export const planReviewOutput = z.strictObject({
  current: z.boolean(),
  waitUntil: isoInstant,
  /** False where the reminder lies beyond what one execution may wait: a new leg waits on. */
  remindAfterWait: z.boolean(),
});

/** `start-review-cycle`: a new generation of the review cycle, which ends every older one. */
export const startReviewCycleInput = z.strictObject({
  ...onCase,
  kind: nextReview.shape.kind,
  from: isoDate.optional(),
});
export type StartReviewCycleInput = z.infer<typeof startReviewCycleInput>;
/** `generation` is the one that stands: 0 where the case was closed before it had one. */
export const startReviewCycleOutput = z.strictObject({ generation: z.int().nonnegative() });

/** `start-reassessment`: a new assessment journey on the same case. */
export const startReassessmentInput = z.strictObject(onCase);
export type StartReassessmentInput = z.infer<typeof startReassessmentInput>;
export const startReassessmentOutput = z.strictObject({ journey: z.int().positive() });

/** `close-case`: ends the case and every task on it. */
export const closeCaseInput = z.strictObject({ ...onCase, reason: closeReason });
export type CloseCaseInput = z.infer<typeof closeCaseInput>;
/** `closed` is false where support runs until its notice was given and is over. */
export const closeCaseOutput = z.strictObject({ closed: z.boolean() });

/** `report-failure`: gives the manager the task to mend and restart a thread that a fault has stopped. A long name of an error is cut, and never a reason to report nothing. */
export const reportFailureInput = z.strictObject({
  ...onCase,
  leg: z.int().positive(),
  error: z.string().transform((name) => name.slice(0, 200)),
});
export type ReportFailureInput = z.infer<typeof reportFailureInput>;
