import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { toIsoInstant } from '../../domain/clock-time.ts';
import type { Deps } from '../common/deps.ts';
import { taskHandler } from '../common/handlers.ts';
import { count } from '../common/metrics.ts';

/** How long the change that owes a signal is given to send it itself. */
const graceSeconds = 60;

/**
 * Sends what a crash or a fault has left owed to Step Functions: answers of finished tasks and starts of executions.
 * Every five minutes. Each signal is tried; if any fails the whole call fails, so that an alarm tells of it.
 */
export const createSweepSignals =
  ({ store, workflows, clock }: Deps) =>
  async () => {
    const before = toIsoInstant(Temporal.Instant.from(clock.now()).subtract({ seconds: graceSeconds }));
    const owed = await store.signalsBefore(before);
    const failed = await workflows.trySend(owed);
    count('SignalSwept', owed.length - failed);
    if (failed > 0) throw new Error(`${failed} of ${owed.length} signals could not be sent to Step Functions`);
    return { sent: owed.length };
  };

export const handler = taskHandler(z.unknown(), z.strictObject({ sent: z.int() }), createSweepSignals);
