import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { ItemStore } from '../store/item-store.ts';

/** The key of a deployment's seals, as it stands in the table. */
export const sealingKey = z.strictObject({ secret: z.string() });

const place = { pk: 'STAFF-SIGN-IN', sk: 'SEALING-KEY' } as const;

const keys = new WeakMap<ItemStore, Promise<Uint8Array>>();

const readKey = async (items: ItemStore): Promise<Uint8Array> => {
  const made = { secret: randomBytes(32).toString('base64url') };
  const before = await items.get(sealingKey, place.pk, place.sk);
  // Whoever writes first is right; the others read what was written.
  if (before === undefined) await items.put({ ...place, data: made }, 1);
  const { secret } = before ?? (await items.get(sealingKey, place.pk, place.sk)) ?? made;
  return Buffer.from(secret, 'base64url');
};

const keyOf = (items: ItemStore): Promise<Uint8Array> => {
  const known = keys.get(items);
  if (known !== undefined) return known;
  const reading = readKey(items);
  // A table that could not be read once is read again.
  reading.catch(() => keys.delete(items));
  keys.set(items, reading);
  return reading;
};

/** What a seal is for. One that was made for one thing opens as no other. */
type SealedFor = 'staff-session' | 'staff-form' | 'staff-sign-in' | 'kept-form';

/**
 * Seals data so that a browser may carry it and neither read nor change it: JWE with AES-256-GCM. The deployment's one key is a random item of the
 * table, which is encrypted itself; whoever deletes it ends every session.
 *
 * @see RFC 7516 and RFC 7518, 4.5 and 5.3
 */
export const createSeals = ({ items }: { readonly items: ItemStore }) => ({
  async seal(purpose: SealedFor, data: unknown): Promise<string> {
    const [{ CompactEncrypt }, key] = await Promise.all([import('jose'), keyOf(items)]);
    return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(data)))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: purpose })
      .encrypt(key);
  },

  /** What was sealed, or undefined where it is no seal of ours for this purpose, or was changed. */
  async open<Schema extends z.ZodType>(
    purpose: SealedFor,
    schema: Schema,
    sealed: string,
  ): Promise<z.output<Schema> | undefined> {
    const [{ compactDecrypt, errors }, key] = await Promise.all([import('jose'), keyOf(items)]);
    try {
      const { plaintext, protectedHeader } = await compactDecrypt(sealed, key, {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      if (protectedHeader.typ !== purpose) return undefined;
      return schema.safeParse(JSON.parse(new TextDecoder().decode(plaintext))).data;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  },
});
