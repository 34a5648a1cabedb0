import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { londonDate, toIsoInstant } from '../../domain/time/clock-time.ts';
import type { Council } from '../../schemas/council.ts';
import type { IsoInstant } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { createAddressBook } from '../store/address-book.ts';

/** How often there was something in an hour or on a day. */
export const counted = z.strictObject({ n: z.int().nonnegative() });

/** How long a count is kept after its beginning: longer than its time lasts, and no longer. */
const keptHours = { hour: 2, day: 48 } as const;
const hourMs = 3_600_000;
type Per = keyof typeof keptHours;

type Limit = { readonly per: Per; readonly most: (council: Council) => number };

/**
 * What is limited, and by what. The firewall's own limit, which is on all requests, stands before these. The names stand in the keys of counts, as
 * keyed hashes.
 */
const limits = {
  link: { per: 'hour', most: ({ limits: { linksPerSender } }) => linksPerSender },
  'review-request': { per: 'hour', most: ({ limits: { reviewRequestsPerSender } }) => reviewRequestsPerSender },
  draft: { per: 'hour', most: ({ limits: { draftsPerSender } }) => draftsPerSender },
  feedback: { per: 'hour', most: ({ limits: { feedbackPerSender } }) => feedbackPerSender },
  form: { per: 'hour', most: ({ limits: { formsPerSender } }) => formsPerSender },
  /** One kind of request in a case. */
  request: { per: 'day', most: ({ limits: { requestsPerDay } }) => requestsPerDay },
  'new-address': { per: 'day', most: ({ limits: { newAddressesPerDay } }) => newAddressesPerDay },
  /** Whoever is invited to fill in a part of their own did not ask for it: one mailbox gets few, whoever invites. */
  invitation: { per: 'day', most: () => 3 },
  /** One mailbox, of which nobody knows whose it is, is told once that something came. */
  acknowledgement: { per: 'hour', most: () => 1 },
  /** As many as a mailed link has: whoever names a case and a date of birth is no surer than whoever has one. */
  'birth-of-case': { per: 'day', most: () => 5 },
} as const satisfies Readonly<Record<string, Limit>>;

/** What is counted and limited. */
export type Limited = keyof typeof limits;

/** When a limit by the hour is whole again. London's hours begin with those of the world. */
export const nextHour = ({ clock }: Pick<Deps, 'clock'>): IsoInstant =>
  toIsoInstant(Temporal.Instant.fromEpochMilliseconds((Math.floor(Date.parse(clock.now()) / hourMs) + 1) * hourMs));

/** The name of an hour or a London day in the key of a count. */
const timeOf = (per: Per, now: IsoInstant): string =>
  per === 'hour' ? `HOUR#${now.slice(0, 13)}` : `DAY#${londonDate(now)}`;

/** What those are told who meet a limit of their network: what there was much of. */
const manyOf = {
  link: 'links have been asked for',
  'review-request': 'requests have come',
  draft: 'forms have been begun',
  form: 'forms have come',
  feedback: 'words about our pages have come',
} as const satisfies Partial<Record<Limited, string>>;

/**
 * Takes one from the limit of a network address.
 *
 * @throws Problem 429, which says when there is one again and what else there is to do
 */
export const expectOneLeft = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  council: Council,
  what: keyof typeof manyOf,
  sender: string,
): Promise<void> => {
  if (await createLimits(deps)(council, what, sender)) return;
  throw problems.tooMany(council, manyOf[what], nextHour(deps), deps.clock.now());
};

/**
 * Takes one from a limit, and answers whether there was one left. The count and the limit meet in one write, so that any number at once take no
 * more than there are. What is counted is kept for a short time, and only as a hash with the council's secret, from which nobody can tell whose it was.
 */
export const createLimits = ({ store, clock }: Pick<Deps, 'store' | 'clock'>) => {
  const partitionOf = createAddressBook(store);

  return async (council: Council, what: Limited, whose: string): Promise<boolean> => {
    // A request without an address comes from no network.
    if (whose === '') return true;
    const { per, most }: Limit = limits[what];
    const now = clock.now();
    const key = { pk: await partitionOf(council.slug, `${what} ${whose}`), sk: timeOf(per, now) };
    const oneMore = () =>
      store.items.change(counted, key, {
        UpdateExpression: 'SET #data.#n = #data.#n + :one, #version = #version + :one',
        ConditionExpression: '#data.#n < :most',
        ExpressionAttributeNames: { '#data': 'data', '#n': 'n', '#version': 'version' },
        ExpressionAttributeValues: { ':one': 1, ':most': most(council) },
      });
    if (await oneMore()) return true;
    // The first of an hour begins its count; whoever was first in the same moment has begun it.
    const expiresAt = Math.floor(Date.parse(now) / 1000) + keptHours[per] * 3600;
    if (await store.items.put({ ...key, data: { n: 1 }, expiresAt }, 1)) return true;
    return (await oneMore()) !== undefined;
  };
};
