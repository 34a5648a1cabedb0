import * as z from 'zod';
import {
  type Look,
  type LookGrant,
  look,
  lookGrant,
  type PersonSearched,
  personSearched,
} from '../../schemas/access.ts';
import { type CaseReference, type CouncilSlug, type IsoInstant, isoInstant } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import { CarewayError } from '../runtime/errors.ts';
import type { Chains } from './chains.ts';
import { signalPut } from './changes.ts';
import type { ItemStore } from './item-store.ts';
import { looksPartition, searchesPartition } from './keys.ts';
import { writable } from './versions.ts';

/** Until when the same look counts as one. */
export const lookLately = z.strictObject({ until: isoInstant });
const seconds = (instant: IsoInstant): number => Math.floor(Date.parse(instant) / 1000);

/** What somebody looked at, which a short while later is the same look. */
const latelySort = ({ staff, section, about, by }: Look): string =>
  ['LATELY', staff.id, section, about ?? '', by].join('#');

/**
 * Who looked at which case, in chains apart from the histories. A look never touches the case: it writes an item of its own, so that reading
 * raises no version and makes nobody's change fail.
 */
export const createLookStore = ({ items, chains }: { items: ItemStore; chains: Chains }) => ({
  /** Writes a look, once until an instant. Answers whether it was written now. */
  async record(value: Look, until: IsoInstant): Promise<boolean> {
    const pk = looksPartition(value.council, value.reference);
    const sk = latelySort(value);
    const isLately = async () => {
      const before = await items.get(lookLately, pk, sk);
      return before !== undefined && before.until > value.at;
    };
    if (await isLately()) return false;
    const written = await chains.write([
      {
        Put: {
          Item: { pk, sk, data: { until }, expiresAt: seconds(until) },
          ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
          ExpressionAttributeValues: { ':now': seconds(value.at) },
        },
      },
      {
        Event: {
          Item: {
            pk,
            sk: `LOOK#${value.at}#${value.id}`,
            data: writable(look, value),
            // Sparse: what managers are shown day by day.
            ...(['role', 'reason'].includes(value.by) && {
              duePk: `WITHOUT-TASK#${value.council}`,
              workSk: `${value.at}#${value.id}`,
            }),
          },
        },
      },
    ]);
    // Nobody is shown what it is not written that they looked at.
    if (!written && !(await isLately())) {
      throw new CarewayError('StoreConflict', `A look at ${value.reference} could not be written`);
    }
    return written;
  },

  /** Opens a case to somebody for a reason, writes into who looked that they gave it, and owes the news to whoever must hear of it. */
  async grant(value: LookGrant, reason: Look, tells: readonly Signal[]): Promise<boolean> {
    const pk = looksPartition(value.council, value.reference);
    return chains.write([
      {
        Put: {
          Item: {
            pk,
            sk: `GRANT#${value.staff}`,
            data: writable(lookGrant, value),
            expiresAt: seconds(value.until),
          },
        },
      },
      {
        Event: {
          Item: {
            pk,
            sk: `LOOK#${reason.at}#${reason.id}`,
            data: writable(look, reason),
            duePk: `WITHOUT-TASK#${value.council}`,
            workSk: `${reason.at}#${reason.id}`,
          },
        },
      },
      ...tells.map(signalPut),
    ]);
  },

  /** The reason that opens a case to somebody at this moment, if one does. */
  async granted(
    council: CouncilSlug,
    reference: CaseReference,
    staffId: string,
    now: IsoInstant,
  ): Promise<LookGrant | undefined> {
    const found = await items.get(lookGrant, looksPartition(council, reference), `GRANT#${staffId}`);
    return found && found.until > now ? found : undefined;
  },

  /** Who looked at a case, the newest first. */
  of: (council: CouncilSlug, reference: CaseReference, atMost: number): Promise<Look[]> =>
    items.newest(look, looksPartition(council, reference), { from: 'LOOK#', to: 'LOOK#9', atMost }),

  /** Part of who looked at a council's cases without a task, from an instant on and before another, the oldest first. */
  withoutTask: (council: CouncilSlug, from: IsoInstant, before: IsoInstant, after?: string) =>
    items.due(look, `WITHOUT-TASK#${council}`, { from, before, after }),

  /** Writes that somebody searched. */
  async searched(value: PersonSearched): Promise<void> {
    await chains.write([
      {
        Event: {
          Item: {
            pk: searchesPartition(value.council),
            sk: `SEARCH#${value.at}#${value.id}`,
            data: writable(personSearched, value),
          },
        },
      },
    ]);
  },
});
