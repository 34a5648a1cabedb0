import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { createSending } from './sending.ts';
import { MailNotAccepted } from './ses-faults.ts';

/** Days for which it is remembered that a message was sent. */
const rememberDays = 30;

/**
 * Sends a message once that belongs to no case's ledger. Where SES refuses or does not answer, it is free again for the next run.
 *
 * @param name says what, for whom and which day, without personal data
 * @returns whether it was sent by this call
 * @see createSending for two runs at the same moment, and for a crash
 */
export const createOnce = ({ store, clock }: Pick<Deps, 'store' | 'clock'>) => {
  const sending = createSending({ store, clock });
  return async (council: CouncilSlug, name: string, send: () => Promise<boolean>): Promise<boolean> => {
    const isSent = async () => (await store.claimed(council, name, clock.now())) !== undefined;
    if (await isSent()) return false;
    try {
      return await sending(council, name, async () => {
        if ((await isSent()) || !(await send())) return false;
        const expiresAt = Math.floor(Date.parse(clock.now()) / 1000) + rememberDays * 86_400;
        await store.claim(council, { name, answer: clock.now(), expiresAt }, clock.now());
        return true;
      });
    } catch (error) {
      if (error instanceof MailNotAccepted && error.fault === 'elsewhere') return false;
      throw error;
    }
  };
};
