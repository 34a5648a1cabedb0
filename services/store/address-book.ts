import { createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { ItemStore } from './item-store.ts';

/** What stands in a council’s secret. */
export const addressSecret = z.strictObject({ secret: z.string() });

/**
 * The partition of everything that is found by an email address. An address would be personal data and its plain hash could be
 * guessed, so the key is made with a random secret of the council's, which is itself in the table and in no log.
 */
export const createAddressBook = ({ items }: { items: ItemStore }) => {
  const secrets = new Map<CouncilSlug, string>();

  const secretOf = async (council: CouncilSlug): Promise<string> => {
    const known = secrets.get(council);
    if (known !== undefined) return known;
    const [pk, sk] = [`COUNCIL#${council}`, 'ADDRESS-SECRET'];
    const made = { secret: randomBytes(32).toString('base64url') };
    const before = await items.get(addressSecret, pk, sk);
    // Whoever writes first is right; the others read what was written.
    if (before === undefined) await items.put({ pk, sk, data: made }, 1);
    const { secret } = before ?? (await items.get(addressSecret, pk, sk)) ?? made;
    secrets.set(council, secret);
    return secret;
  };

  return async (council: CouncilSlug, address: string): Promise<string> => {
    const tidy = address.trim().toLowerCase();
    return `ADDRESS#${council}#${createHmac('sha256', await secretOf(council))
      .update(tidy)
      .digest('base64url')}`;
  };
};
