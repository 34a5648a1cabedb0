import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { toIsoInstant } from '../../domain/time/clock-time.ts';
import type { Deps } from '../../services/deps.ts';
import { jobHandler } from '../../services/handlers.ts';
import { createTelling } from '../../services/mail/telling.ts';
import { count, measure } from '../../services/runtime/metrics.ts';
import { type Run, unending } from '../../services/runtime/run-time.ts';
import type { Lane } from '../../services/store/signal-keys.ts';
import type { SignalPage } from '../../services/store/signal-pages.ts';

/** How long the change that owes a signal is given to send it itself. */
const graceSeconds = 60;

/** The part of a run's time that is left for news, however much there is that moves cases. */
const shareOfNews = 1 / 4;

/**
 * Sends what a crash or a fault has left owed: answers of finished tasks, starts of executions, and news for people.
 * Every five minutes: first what moves cases, then what tells of it, and a run that has no time left is gone on with by the next. Each signal is tried;
 * what fails is tried again by the next run, and for as long as that goes on an alarm watches how old the oldest has become.
 */
export const createSweepSignals = ({ store, workflows, clock }: Deps) => {
  /** Sends what is owed in one lane, as far as the time reaches. */
  const sweep = async (lane: Lane, run: Run) => {
    const telling = createTelling({ workflows, clock });
    const before = toIsoInstant(Temporal.Instant.from(clock.now()).subtract({ seconds: graceSeconds }));
    const total = { owed: 0, failed: 0 };
    await store.walks.walk<SignalPage>({
      name: `sweep-signals#${lane}`,
      run,
      read: async (after) => {
        const page = await store.signals(lane, before, after);
        return { part: page, next: page.next };
      },
      // One that fails stays owed, and is met again when the walk begins anew.
      take: async ({ signals, unreadable }) => {
        total.owed += signals.length + unreadable;
        total.failed +=
          (lane === 'tells' ? await telling.tell(signals) : await workflows.trySend(signals)) + unreadable;
      },
    });
    return total;
  };

  /** For how long the oldest has been owed in a lane; 0 where nothing is. */
  const minutesOwed = async (lane: Lane): Promise<number> => {
    const now = clock.now();
    const since = await store.owedSince(lane, now);
    return since === undefined ? 0 : (Date.parse(now) - Date.parse(since)) / 60_000;
  };

  return async (_event?: unknown, run: Run = unending) => {
    const kept = run.remainingMs() * shareOfNews;
    const moves = await sweep('moves', { remainingMs: () => run.remainingMs() - kept });
    const tells = await sweep('tells', run);
    const [owed, failed] = [moves.owed + tells.owed, moves.failed + tells.failed];
    count('SignalSwept', owed - failed);
    measure('OldestMoveMinutes', await minutesOwed('moves'));
    measure('OldestNewsMinutes', await minutesOwed('tells'));
    return { sent: owed - failed, failed };
  };
};

export const handler = jobHandler(
  'sweep-signals',
  z.strictObject({ sent: z.int(), failed: z.int() }),
  createSweepSignals,
);
