import { createHash, randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { readableTime } from '../../domain/readable-date.ts';
import type { Council } from '../../schemas/council.ts';
import type { LinkMail } from '../../schemas/mail.ts';
import { type CouncilSlug, councilSlug, type IsoInstant, isoInstant } from '../../schemas/scalars.ts';
import { createAddressBook } from './address-book.ts';
import type { Deps } from './deps.ts';

/**
 * What a link is for: an unsent form, a case that someone follows, or the proof of an address that a case is to have from now on. A link
 * for the one never does another.
 */
const purpose = z.enum(['draft', 'case', 'address']);
export type LinkPurpose = z.infer<typeof purpose>;

/** A link that was mailed. It is stored under the hash of its token; the token itself is only in the mail. */
const link = z.strictObject({
  council: councilSlug,
  version: z.int().positive(),
  purpose,
  address: z.string(),
  /** Ids of what it opens (drafts, or case references) as they stood when it was asked for. */
  subjects: z.array(z.string()),
  sentAt: isoInstant,
  triesLeft: z.int().nonnegative(),
  usedAt: isoInstant.optional(),
});
export type Link = z.infer<typeof link>;

/** What is known of an address: its newest link, which alone is good, and when the latest ones were asked for. */
const asked = z.strictObject({ version: z.int(), newest: z.string(), times: z.array(isoInstant) });

/** Where a link stands. `ready` can be used; each other word is a reason that the person is told, with the way to a new link. */
export type LinkState =
  | { readonly state: 'ready'; readonly link: Link }
  | { readonly state: 'used' | 'expired' | 'replaced' | 'locked' | 'unknown' };

/** What came of using a link: `opened` once only; `refused` when the second check failed and may be tried again. */
export type UsedLink =
  | { readonly state: 'opened'; readonly link: Link }
  | { readonly state: 'refused'; readonly triesLeft: number }
  | Exclude<LinkState, { state: 'ready' }>;

const minutesGood = 10;
const tries = 5;
/** How many links one address may be sent within so many minutes; the next is counted and not sent. */
const limits = [
  { minutes: 1, links: 1 },
  { minutes: 60, links: 5 },
  { minutes: 24 * 60, links: 15 },
] as const;
/** Links are kept a day after their end, so that a person who comes late is told why the link does not work. */
const keptSeconds = 24 * 3600;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
const linkKey = (council: CouncilSlug, hash: string) => `LINK#${council}#${hash}`;

const minutesBetween = (from: IsoInstant, to: IsoInstant): number =>
  Temporal.Instant.from(to).since(Temporal.Instant.from(from)).total('minutes');

const epochSeconds = (instant: IsoInstant): number => Math.floor(Date.parse(instant) / 1000);

/**
 * Links by email that survive mail scanners: 256 random bits, good for ten minutes and once, replaced by a newer one for the same address.
 * `look` changes nothing, so it may answer any GET; only `use`, for a POST from the page's button, does.
 *
 * Asking looks the same whether or not the address is known and whether or not it has been asked for too often.
 */
export const createLinks = (deps: Pick<Deps, 'store' | 'clock' | 'mailer' | 'siteUrl'>) => {
  const { store, clock, mailer, siteUrl } = deps;
  const partitionOf = createAddressBook(store);

  const tooSoon = (times: readonly IsoInstant[], now: IsoInstant) =>
    limits.some(({ minutes, links }) => times.filter((time) => minutesBetween(time, now) < minutes).length >= links);

  /** Counts the asking, and makes the new link the one that is good. Answers false where it is one too many. */
  const count = async (council: CouncilSlug, address: string, of: LinkPurpose, hash: string): Promise<boolean> => {
    const now = clock.now();
    const key = { pk: await partitionOf(council, address), sk: `LINK#${of}` };
    const before = (await store.items.get(asked, key.pk, key.sk)) ?? { version: 0, newest: '', times: [] };
    if (tooSoon(before.times, now)) return false;
    const version = before.version + 1;
    const times = [...before.times, now].slice(-limits[2].links);
    const data = { version, newest: hash, times };
    // Two askings at the same moment: the first is counted and sent, the other needs no mail of its own.
    return store.items.put({ ...key, data, expiresAt: epochSeconds(now) + keptSeconds }, version);
  };

  const save = (council: CouncilSlug, hash: string, value: Link): Promise<boolean> =>
    store.items.put(
      {
        pk: linkKey(council, hash),
        sk: 'LINK',
        data: value,
        expiresAt: epochSeconds(value.sentAt) + minutesGood * 60 + keptSeconds,
      },
      value.version,
    );

  const look = async (council: CouncilSlug, of: LinkPurpose, token: string): Promise<LinkState> => {
    const hash = hashOf(token);
    const found = await store.items.get(link, linkKey(council, hash), 'LINK');
    if (found === undefined || found.purpose !== of) return { state: 'unknown' };
    if (found.usedAt !== undefined) return { state: 'used' };
    if (found.triesLeft === 0) return { state: 'locked' };
    const newest = await store.items.get(asked, await partitionOf(council, found.address), `LINK#${of}`);
    if (newest !== undefined && newest.newest !== hash) return { state: 'replaced' };
    if (minutesBetween(found.sentAt, clock.now()) >= minutesGood) return { state: 'expired' };
    return { state: 'ready', link: found };
  };

  return {
    look,

    /**
     * Mails a link to an address, if it opens anything and was not asked for too often. The answer is the same in every case.
     *
     * @param asking.path the page of the link, such as `/leicestershire/return`; the token is put after it
     */
    async send(
      council: Council,
      asking: { address: string; purpose: LinkPurpose; path: string; subjects: readonly string[] },
    ): Promise<void> {
      const { address, path, subjects } = asking;
      const token = randomBytes(32).toString('base64url');
      const counted = await count(council.slug, address, asking.purpose, hashOf(token));
      if (!counted || subjects.length === 0) return;
      const sentAt = clock.now();
      await save(council.slug, hashOf(token), {
        council: council.slug,
        version: 1,
        purpose: asking.purpose,
        address,
        subjects: [...subjects],
        sentAt,
        triesLeft: tries,
      });
      await mailer.send({
        to: address,
        email: (await import('../../templates/emails/emails.ts')).linkEmail('sign-in-link', {
          council: printable(council),
          url: `${siteUrl}${path}/${token}`,
          until: readableTime(sentAt, minutesGood),
        }),
        tags: { council: council.slug, reference: 'none', message: 'sign-in-link' },
      });
    },

    /**
     * Uses a link, once: of two requests at the same moment one opens and the other is told that it is used.
     *
     * @param passes the second check; after five failures the link is dead
     */
    async use(
      council: CouncilSlug,
      of: LinkPurpose,
      token: string,
      passes: (link: Link) => boolean | Promise<boolean>,
    ): Promise<UsedLink> {
      const found = await look(council, of, token);
      if (found.state !== 'ready') return found;
      const right = await passes(found.link);
      const after: Link = {
        ...found.link,
        version: found.link.version + 1,
        ...(right ? { usedAt: clock.now() } : { triesLeft: found.link.triesLeft - 1 }),
      };
      if (!(await save(council, hashOf(token), after))) return this.use(council, of, token, passes);
      if (right) return { state: 'opened', link: after };
      return after.triesLeft === 0 ? { state: 'locked' } : { state: 'refused', triesLeft: after.triesLeft };
    },
  };
};

/** Who writes and how to reach them, as an email shows it. */
export const printable = ({ name, contact }: Council): LinkMail['council'] => ({
  name,
  contactName: contact.name,
  ...(contact.phone && { phone: contact.phone }),
  ...(contact.hours && { hours: contact.hours }),
  ...(contact.textRelay && { textRelay: contact.textRelay }),
  ...(contact.email && { email: contact.email }),
});
