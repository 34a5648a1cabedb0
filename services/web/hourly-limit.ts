import * as z from 'zod';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { createAddressBook } from '../store/address-book.ts';

/**
 * What one network address may ask for in an hour, and how many acknowledgements one mailbox may be sent. Many people share a network
 * address: a hospital, a library, a council's own office. The firewall's own limit, which is on all requests, stands before this one.
 */
const perHour = { link: 60, 'review-request': 20, acknowledgement: 1 } as const;

/** How many there were in an hour. */
export const hourlyCount = z.strictObject({ n: z.int().nonnegative() });
const attempts = 5;
const keptSeconds = 2 * 3600;

/**
 * Counts what comes from one sender, or goes to one mailbox, and answers whether there may be one more. Whose it is, is kept for two hours
 * and only as a hash with the council's secret, from which nobody can tell who it was.
 */
export const createHourlyLimit =
  ({ store, clock }: Pick<Deps, 'store' | 'clock'>) =>
  async (council: CouncilSlug, what: keyof typeof perHour, whose: string): Promise<boolean> => {
    if (whose === '') return true;
    const now = clock.now();
    const pk = await createAddressBook(store)(council, `${what} ${whose}`);
    const sk = `HOUR#${now.slice(0, 13)}`;
    const expiresAt = Math.floor(Date.parse(now) / 1000) + keptSeconds;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const before = (await store.items.get(hourlyCount, pk, sk)) ?? { n: 0 };
      if (before.n >= perHour[what]) return false;
      const n = before.n + 1;
      if (await store.items.put({ pk, sk, data: { ...before, n }, expiresAt }, n)) return true;
    }
    // Somebody asks many times in the same moment.
    return false;
  };
