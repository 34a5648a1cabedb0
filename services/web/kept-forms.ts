import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type CouncilSlug, councilSlug, isoInstant } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { createSeals } from './seals.ts';
import type { CouncilRequest } from './site.ts';
import type { StaffIdentity } from './staff-identity.ts';

/** A part of what somebody had sent when they were no longer signed in, as it is stored: nothing of it can be read there. */
export const keptForm = z.strictObject({ council: councilSlug, sealed: z.string() });

/** How much of it one item holds, in bytes: DynamoDB takes 400 KB, and a section of a task may send more. */
const partBytes = 350_000;

const sealedForm = z.strictObject({
  council: councilSlug,
  /** Who may send it after all. */
  id: z.string(),
  path: z.string(),
  query: z.record(z.string(), z.string()),
  body: z.string(),
  at: isoInstant,
});
export type KeptForm = z.infer<typeof sealedForm>;

/** Hours for which it is kept: a lunch, a meeting, the end of a working day. */
const keptHours = 12;

const keyOf = (council: CouncilSlug, secret: string) => ({
  pk: `KEPT#${council}#${createHash('sha256').update(secret).digest('base64url')}`,
  sk: 'KEPT',
});
/** The parts stand in the order of their keys. */
const partSort = (sk: string, part: number): string => `${sk}#${String(part).padStart(3, '0')}`;

/**
 * Forms that were sent when their session was over: kept sealed for a while, for the person to whom the form was shown and for nobody else, so
 * that nothing typed is lost, with scripts and without.
 */
export const createKeptForms = ({ store, clock }: Pick<Deps, 'store' | 'clock'>) => {
  const seals = createSeals(store);
  const endOf = ({ at }: Pick<KeptForm, 'at'>) => Date.parse(at) + keptHours * 3_600_000;

  return {
    /** Keeps what was sent. Answers the name by which it is found again, and until when, in epoch milliseconds. */
    async keep(
      { council: { slug }, path, query, body }: Pick<CouncilRequest, 'council' | 'path' | 'query' | 'body'>,
      id: string,
    ): Promise<{ readonly name: string; readonly until: number }> {
      const form: KeptForm = { council: slug, id, path, query, body, at: clock.now() };
      const name = randomBytes(24).toString('base64url');
      const sealed = await seals.seal('kept-form', form);
      const { pk, sk } = keyOf(slug, name);
      for (let part = 0; part * partBytes < sealed.length; part += 1) {
        const data = { council: slug, sealed: sealed.slice(part * partBytes, (part + 1) * partBytes) };
        const item = { pk, sk: partSort(sk, part), data, expiresAt: Math.ceil(endOf(form) / 1000) };
        await store.items.put(item, 1);
      }
      return { name, until: endOf(form) };
    },

    /** What was kept under a name, for the person who sent it alone. */
    async of(
      { slug }: { slug: CouncilSlug },
      name: string,
      { id }: Pick<StaffIdentity, 'id'>,
    ): Promise<KeptForm | undefined> {
      const { pk, sk } = keyOf(slug, name);
      const parts = await store.items.list(keptForm, pk, sk);
      const form = await seals.open('kept-form', sealedForm, parts.map(({ sealed }) => sealed).join(''));
      const isTheirs = form?.council === slug && form.id === id && Date.parse(clock.now()) < endOf(form);
      return isTheirs ? form : undefined;
    },

    /** Forgets it, since it was sent after all or is not wanted; forgetting it twice does no harm. */
    async forget({ slug }: { slug: CouncilSlug }, name: string): Promise<void> {
      const { pk, sk } = keyOf(slug, name);
      for (const part of (await store.items.list(keptForm, pk, sk)).keys()) {
        await store.items.remove(pk, partSort(sk, part));
      }
    },
  };
};
