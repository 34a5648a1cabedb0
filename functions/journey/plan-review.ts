import { addDays, londonDate, londonInstant } from '../../domain/time/clock-time.ts';
import { type PlanReviewInput, planReviewInput, planReviewOutput } from '../../schemas/workflow.ts';
import type { Deps } from '../../services/deps.ts';
import { taskHandler } from '../../services/handlers.ts';

/**
 * Days that one execution may wait. Step Functions ends an execution after a year; a longer wait goes on in a new leg.
 *
 * @see AWS Step Functions quotas: maximum execution time 1 year
 */
const longestWaitDays = 300;

/** Until when a review cycle waits, and whether it is still the current one. Asked before the wait and after it. */
export const createPlanReview =
  ({ store }: Deps) =>
  async ({ council, reference, thread, startedAt }: PlanReviewInput) => {
    const { closed, reviewGeneration, nextReview } = await store.knownCase(council, reference);
    const current = closed === undefined && thread === `review-${reviewGeneration}`;
    const remindAt = nextReview?.remindAt ?? startedAt;
    const limit = londonInstant(addDays(londonDate(startedAt), longestWaitDays), '09:00');
    const waitUntil = remindAt < limit ? remindAt : limit;
    return { current, waitUntil, remindAfterWait: waitUntil === remindAt };
  };

export const handler = taskHandler(planReviewInput, planReviewOutput, createPlanReview);
