import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { toIsoInstant } from '../../domain/time/clock-time.ts';
import type { Deps } from '../../services/deps.ts';
import { taskHandler } from '../../services/handlers.ts';
import { count } from '../../services/runtime/metrics.ts';

/** How long the change that owes a signal is given to send it itself. */
const graceSeconds = 60;

/**
 * Sends what a crash or a fault has left owed: answers of finished tasks, starts of executions, and news for people.
 * Every five minutes. Each signal is tried; if any fails the whole call fails, so that an alarm tells of it.
 */
export const createSweepSignals =
  ({ store, workflows, clock }: Deps) =>
  async () => {
    const before = toIsoInstant(Temporal.Instant.from(clock.now()).subtract({ seconds: graceSeconds }));
    const { signals, unreadable } = await store.signalsBefore(before);
    const failed = (await workflows.trySend(signals)) + unreadable;
    const owed = signals.length + unreadable;
    count('SignalSwept', owed - failed);
    if (failed > 0) throw new Error(`${failed} of ${owed} signals could not be sent`);
    return { sent: owed };
  };

export const handler = taskHandler(z.unknown(), z.strictObject({ sent: z.int() }), createSweepSignals);
