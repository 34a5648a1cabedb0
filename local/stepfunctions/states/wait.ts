import { Temporal } from 'temporal-polyfill';
import type { StateOf } from '../definition.ts';
import { StateFailure } from '../failure.ts';
import type { Outcome, Turn } from '../turn.ts';
import { secondsOf } from './seconds.ts';

/** A Wait state waits for `Seconds` from now, or until `Timestamp`; a moment that has passed is not waited for. */
export async function enterWait(turn: Turn, state: StateOf<'Wait'>): Promise<Outcome> {
  const untilMs =
    state.Timestamp === undefined
      ? turn.nowMs() + (await secondsOf(turn, state.Seconds, 'Seconds', 0)) * 1000
      : momentOf(await turn.evaluate(state.Timestamp, 'Timestamp'));
  return { kind: 'waits', waiting: { kind: 'timer', untilMs, then: 'finish' } };
}

/** AWS wants RFC 3339 with a capital T and a time zone, such as 2026-11-21T09:00:00Z. */
function momentOf(timestamp: unknown): number {
  try {
    // Rounded up to the millisecond: a state never goes on before its moment.
    return Math.ceil(Number(Temporal.Instant.from(String(timestamp)).epochNanoseconds) / 1e6);
  } catch {
    const reason = `The Timestamp '${timestamp}' is not an RFC 3339 timestamp.`;
    throw new StateFailure('States.QueryEvaluationError', reason, { location: 'Timestamp' });
  }
}
