import type { Catcher, Retrier } from './definition.ts';
import type { Run } from './execution.ts';
import { errorEquals, type StateFailure } from './failure.ts';
import type { Turn, Way } from './turn.ts';

/**
 * Uses the first retrier that names this failure, and answers how long to wait in milliseconds; null when there is
 * none or its attempts are used up. Every retrier counts for itself, from when the state was entered.
 *
 * The wait grows by `BackoffRate` with each use, up to `MaxDelaySeconds`; with `"JitterStrategy": "FULL"` it is a random
 * part of that.
 *
 * @see AWS Step Functions Developer Guide, "Handling errors in Step Functions workflows", retry fields
 */
export function useRetrier({ state, run, random }: Turn, failure: StateFailure): number | null {
  const retriers: readonly Retrier[] = ('Retry' in state && state.Retry) || [];
  const index = retriers.findIndex(({ ErrorEquals }) => errorEquals(ErrorEquals, failure));
  const retrier = retriers[index];
  if (!retrier) return null;
  const used = run.retries[index] ?? 0;
  if (used >= retrier.MaxAttempts) return null;
  run.retries[index] = used + 1;
  run.retryCount += 1;
  const delay = delaySeconds(retrier, used) * (retrier.JitterStrategy === 'FULL' ? random() : 1);
  return Math.round(delay * 1000);
}

function delaySeconds({ IntervalSeconds, BackoffRate, MaxDelaySeconds }: Retrier, used: Run['retryCount']): number {
  return Math.min(IntervalSeconds * BackoffRate ** used, MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
}

/** The way that the first catcher naming this failure goes; without an `Output` the Error Output is passed on. */
export function catchWay({ state }: Turn, failure: StateFailure): Way | null {
  const catchers: readonly Catcher[] = ('Catch' in state && state.Catch) || [];
  const index = catchers.findIndex(({ ErrorEquals }) => errorEquals(ErrorEquals, failure));
  const catcher = catchers[index];
  return catcher ? { ...catcher, field: `Catch[${index}]` } : null;
}
