import { randomUUID } from 'node:crypto';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { MailNotAccepted } from './ses-faults.ts';

/** Seconds for which a message is somebody's to send: longer than SES takes, and shorter than what is owed waits for its next try. */
const leaseSeconds = 300;

/**
 * Takes a message for sending before it is sent, so that of two at the same moment one sends it. What came of it stands in the ledger, which `send`
 * therefore reads once more. A crash in between leaves it taken for five minutes; then whoever it is owed by sends it: again, where SES had it
 * already, which is the one duplicate that is left.
 *
 * @param name says what and for whom, without personal data
 * @throws MailNotAccepted where somebody else is sending it: it may still be owed
 */
export const createSending =
  ({ store, clock }: Pick<Deps, 'store' | 'clock'>) =>
  async <T>(council: CouncilSlug, name: string, send: () => Promise<T>): Promise<T> => {
    const now = clock.now();
    const lease = {
      name: `${name}#sending`,
      answer: randomUUID(),
      expiresAt: Math.floor(Date.parse(now) / 1000) + leaseSeconds,
    };
    if (!(await store.claim(council, lease, now))) throw new MailNotAccepted('elsewhere');
    try {
      return await send();
    } finally {
      await store.unclaim(council, lease);
    }
  };
