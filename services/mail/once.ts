import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';

/** Days for which it is remembered that a message was sent. */
const rememberDays = 30;

/** Seconds for which a message is somebody's to send: longer than SES takes, and shorter than the wait for the next run. */
const leaseSeconds = 300;

/**
 * Sends a message once: it is taken for sending before it is sent, so that two runs at the same moment send one; and marked as sent afterwards. Where SES
 * refuses or does not answer, it is free again for the next run. A crash between the two leaves it taken for five minutes, and then it is sent:
 * again, where SES had it.
 *
 * @param name says what, for whom and which day, without personal data
 * @returns whether it was sent by this call
 */
export const createOnce =
  ({ store, clock }: Pick<Deps, 'store' | 'clock'>) =>
  async (council: CouncilSlug, name: string, send: () => Promise<boolean>): Promise<boolean> => {
    const seconds = Math.floor(Date.parse(clock.now()) / 1000);
    if (await store.claimed(council, name, clock.now())) return false;
    const lease = { name: `${name}#sending`, answer: clock.now(), expiresAt: seconds + leaseSeconds };
    if (!(await store.claim(council, lease, clock.now()))) return false;
    let sent = false;
    try {
      sent = await send();
      if (sent) {
        const expiresAt = seconds + rememberDays * 86_400;
        await store.claim(council, { name, answer: clock.now(), expiresAt }, clock.now());
      }
      return sent;
    } finally {
      await store.unclaim(council, lease.name);
    }
  };
