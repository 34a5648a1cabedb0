import { hoursTried } from '../../domain/journey/news.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Deps } from '../deps.ts';
import { MailNotAccepted } from './ses-faults.ts';

/** Messages that are sent side by side, as long as the account may send so fast. */
const together = 5;

/** Hours for which news is tried before staff are asked to tell it another way; what tells staff is tried for as long as it is true. */
const patienceOf = (signal: Signal): number => {
  if (signal.kind === 'tell-person') return hoursTried(signal.template);
  return signal.kind === 'tell-held' ? hoursTried('news-waiting') : Number.POSITIVE_INFINITY;
};

/**
 * Sends what is owed to people and staff in one run: what soon is too late first, and of the rest the longest owed. It keeps to what SES takes: a
 * rate that is exceeded makes it send one by one, and once more ends the run; a fault that every message meets ends it at once. So a day
 * without SES costs one try in each run, and thousands of messages go out when it is back as fast as the account may send. What has run out
 * of time is looked at all the same, since staff are to tell it another way.
 */
export const createTelling = ({ workflows, clock }: Pick<Deps, 'workflows' | 'clock'>) => {
  let atOnce = together;
  let isStopped = false;

  const isOver = (signal: Signal): boolean =>
    Date.parse(clock.now()) - Date.parse(signal.at) >= patienceOf(signal) * 3_600_000;

  /** @param beside how many are sent side by side with it
   * @returns whether it was sent, or is nobody's to send any more */
  const send = async (signal: Signal, beside: number): Promise<boolean> => {
    try {
      await workflows.send(signal);
      return true;
    } catch (error) {
      const fault = error instanceof MailNotAccepted ? error.fault : undefined;
      if (fault === 'sender' || fault === 'passing' || (fault === 'rate' && beside === 1)) isStopped = true;
      if (fault === 'rate') atOnce = 1;
      return false;
    }
  };

  return {
    /** @returns how many stay owed */
    async tell(signals: readonly Signal[]): Promise<number> {
      const inTurn = signals.toSorted((a, b) => patienceOf(a) - patienceOf(b) || a.at.localeCompare(b.at));
      let owed = 0;
      for (let next = 0; next < inTurn.length; ) {
        const part = inTurn.slice(next, next + atOnce);
        next += part.length;
        const tried = part.filter((signal) => !isStopped || isOver(signal));
        const beside = atOnce;
        const sent = await Promise.all(tried.map((signal) => send(signal, beside)));
        owed += part.length - sent.filter(Boolean).length;
      }
      return owed;
    },
  };
};
