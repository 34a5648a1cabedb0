import { createHash, randomBytes } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { addDays, londonDate, toIsoInstant } from '../../domain/time/clock-time.ts';
import { readableDate, readableTime } from '../../domain/time/readable-date.ts';
import type { Council } from '../../schemas/council.ts';
import type { Email, LinkMail, LinkMailTemplate, SentForm } from '../../schemas/mail.ts';
import { detailsBefore } from '../../schemas/person.ts';
import { type CouncilSlug, councilSlug, type IsoInstant, isoInstant } from '../../schemas/scalars.ts';
import type { Deps, Message } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { createAddressBook } from '../store/address-book.ts';
import { type SpentLink, spending } from '../store/changes.ts';
import type { ItemChange } from '../store/item-store.ts';

/**
 * What a link is for: an unsent form, a case that someone follows, the proof of an address that a case is to have from now on, or of one
 * that a form was sent with (`contact`), a change of contact details that is undone, and a plan with which somebody is invited to help. A link for the one never does another.
 */
const purpose = z.enum(['draft', 'case', 'address', 'contact', 'undo', 'plan']);
export type LinkPurpose = z.infer<typeof purpose>;

/** A link that was mailed. It is stored under the hash of its token; the token itself is only in the mail. */
export const link = z.strictObject({
  council: councilSlug,
  version: z.int().positive(),
  purpose,
  address: z.string(),
  /** Ids of what it opens (drafts, or case references) as they stood when it was asked for. */
  subjects: z.array(z.string()),
  sentAt: isoInstant,
  triesLeft: z.int().nonnegative(),
  usedAt: isoInstant.optional(),
  /** Until when it is good, where that is longer than usual: no other may be sent to the address before. */
  goodUntil: isoInstant.optional(),
  /** What a link to undo a change puts back, and when that was changed. */
  undoes: detailsBefore.extend({ changedAt: isoInstant }).optional(),
});
export type Link = z.infer<typeof link>;

/** What is known of an address: its newest link, which alone is good, and when the latest ones were asked for. */
export const linksAsked = z.strictObject({
  version: z.int(),
  newest: z.string(),
  times: z.array(isoInstant),
  /** The step of a journey whose link is counted and not sent yet: tried again, it goes on with what it has taken. */
  reservedFor: z.string().optional(),
});
type LinksAsked = z.infer<typeof linksAsked>;

/** Where a link stands. `ready` can be used; each other word is a reason that the person is told, with the way to a new link. */
export type LinkState =
  | { readonly state: 'ready'; readonly link: Link }
  | { readonly state: 'used'; readonly link: Link }
  | { readonly state: 'expired'; readonly link: Link }
  | { readonly state: 'replaced' | 'locked' | 'unknown' };

/**
 * What came of using a link: `opened` once only, with what was judged; `unclear` where what was typed cannot be right, which costs no try;
 * `refused` where it was wrong and may be tried again.
 */
export type UsedLink<Judged = undefined> =
  | { readonly state: 'opened'; readonly link: Link; readonly judged: Judged }
  | { readonly state: 'unclear'; readonly error: string }
  | { readonly state: 'refused'; readonly triesLeft: number }
  | Exclude<LinkState, { state: 'ready' }>;

/** How a link is used: each part begins when the one before has let it. */
export type LinkUse<Judged> = {
  /** What is wrong with what was typed by its shape alone. */
  readonly unclear?: (link: Link) => string | undefined | Promise<string | undefined>;
  /** Reads what the link opens with what was typed, and changes nothing; undefined where it opens nothing. */
  readonly judge: (link: Link) => Promise<Judged | undefined>;
  /**
   * Writes what follows together with the link that is spent by it; answers false where that could not be written. Left out where what
   * follows may be lost without harm: then the link is spent, and its user goes on.
   */
  readonly write?: (judged: Judged, spends: SpentLink) => Promise<boolean>;
};

type Rules = {
  readonly minutesGood: number;
  /** Whether a newer link for the same address takes its place. */
  readonly newestOnly: boolean;
  /** How many links one address may be sent within so many minutes; the next is not sent. The longest time comes last. */
  readonly limits: readonly { readonly minutes: number; readonly links: number }[];
  readonly template: LinkMailTemplate;
};

/** A link that someone waits for at their screen, and that opens something. */
const askedFor: Rules = {
  minutesGood: 10,
  newestOnly: true,
  limits: [
    { minutes: 1, links: 1 },
    { minutes: 60, links: 5 },
    { minutes: 24 * 60, links: 15 },
  ],
  template: 'sign-in-link',
};

/**
 * A first contact comes unasked, and old or ill people may read it weeks later, so it is good for 30 days and no newer one kills it. It
 * opens nothing: it only says that this mailbox may be written to, and asks for the date of birth besides, so a mail that lies about, or
 * that a mistyped address brought to a stranger, gives nothing away. The limits keep anyone from having a stranger mailed without end.
 */
const firstContact: Rules = {
  minutesGood: 30 * 24 * 60,
  newestOnly: false,
  limits: [
    { minutes: 60, links: 1 },
    { minutes: 24 * 60, links: 3 },
    { minutes: 30 * 24 * 60, links: 10 },
  ],
  template: 'confirm-address',
};

/**
 * News of a change for whoever had the address before: for as long as the council says, and none kills another, since each undoes a change of its
 * own. An address that is changed again and again has a link to the first of it.
 */
const undoing: Rules = {
  minutesGood: 14 * 24 * 60,
  newestOnly: false,
  limits: [{ minutes: 24 * 60, links: 10 }],
  template: 'details-changed',
};

/**
 * Somebody is invited to help with a plan, and may read the mail days later. It opens nothing without the code that the person tells them. What is
 * invited to another plan kills none before it.
 */
const inviting: Rules = {
  minutesGood: 7 * 24 * 60,
  newestOnly: false,
  limits: [
    { minutes: 60, links: 5 },
    { minutes: 24 * 60, links: 15 },
  ],
  template: 'plan-invitation',
};

const rulesFor: Readonly<Record<LinkPurpose, Rules>> = {
  draft: askedFor,
  case: askedFor,
  address: askedFor,
  contact: firstContact,
  undo: undoing,
  plan: inviting,
};

const tries = 5;

/** A try that is taken before it is judged. The version stays: a try is counted by itself. */
const oneTry: ItemChange = {
  UpdateExpression: 'SET #data.#left = #data.#left - :one',
  ConditionExpression: '#data.#left > :none AND attribute_not_exists(#data.#usedAt)',
  ExpressionAttributeNames: { '#data': 'data', '#left': 'triesLeft', '#usedAt': 'usedAt' },
  ExpressionAttributeValues: { ':one': 1, ':none': 0 },
};

/** Links are kept a day after their end, so that a person who comes late is told why the link does not work. */
const keptSeconds = 24 * 3600;

/** Where the mail goes that nobody is to get. @see Amazon SES Developer Guide, mailbox simulator */
const nobody = 'success@simulator.amazonses.com';

/** What became of a link: `not-sent` where there was nothing to open or one was sent a short while ago. */
export type LinkSent =
  | { readonly state: 'sent'; readonly messageId: string }
  | { readonly state: 'refused' | 'not-sent' };

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
const linkKey = (council: CouncilSlug, hash: string) => `LINK#${council}#${hash}`;

const minutesBetween = (from: IsoInstant, to: IsoInstant): number =>
  Temporal.Instant.from(to).since(Temporal.Instant.from(from)).total('minutes');

const minutesAfter = (instant: IsoInstant, minutes: number): IsoInstant =>
  toIsoInstant(Temporal.Instant.from(instant).add({ minutes }));

/** The first moment at which another link may be sent, after these. */
const nextAllowed = (times: readonly IsoInstant[], { limits }: Rules): IsoInstant =>
  limits
    .flatMap(({ minutes, links }) => {
      const oldest = times.at(-links);
      return oldest === undefined ? [] : [minutesAfter(oldest, minutes)];
    })
    .reduce((latest, one) => (one > latest ? one : latest), times.at(-1) ?? ('' as IsoInstant));

/** Until when a link is good. */
const endOf = ({ goodUntil, sentAt, purpose: of }: Link): IsoInstant =>
  goodUntil ?? minutesAfter(sentAt, rulesFor[of].minutesGood);

/** A moment as a mail of today says it. */
const momentFrom = (now: IsoInstant, then: IsoInstant): string =>
  londonDate(now) === londonDate(then)
    ? `${readableTime(then)} today`
    : `${readableTime(then)} on ${readableDate(londonDate(then))}`;

const epochSeconds = (instant: IsoInstant): number => Math.floor(Date.parse(instant) / 1000);

/**
 * Links by email that survive mail scanners: 256 random bits, used once, within their time. `look` changes nothing, so it may answer any
 * GET; only `use`, for a POST from the page's button, does.
 *
 * Asking looks the same whether or not the address is known and whether or not it has been asked for too often; and it takes as long,
 * because for an address that is not known a link that opens nothing is mailed to Amazon's mailbox simulator.
 */
export const createLinks = (deps: Pick<Deps, 'store' | 'clock' | 'mailer' | 'siteUrl'>) => {
  const { store, clock, mailer, siteUrl } = deps;
  const partitionOf = createAddressBook(store);

  const tooSoon = (times: readonly IsoInstant[], now: IsoInstant, { limits }: Rules) =>
    limits.some(({ minutes, links }) => times.filter((time) => minutesBetween(time, now) < minutes).length >= links);

  const askedOf = async (council: CouncilSlug, address: string, of: LinkPurpose) => {
    const key = { pk: await partitionOf(council, address), sk: `LINK#${of}` };
    const before = (await store.items.get(linksAsked, key.pk, key.sk)) ?? { version: 0, newest: '', times: [] };
    return { key, before };
  };

  type Asked = Awaited<ReturnType<typeof askedOf>>;

  const putAsked = ({ key, before }: Asked, of: LinkPurpose, changed: Partial<LinksAsked>): Promise<boolean> => {
    const version = before.version + 1;
    const longest = rulesFor[of].limits.at(-1)?.minutes ?? 0;
    const expiresAt = epochSeconds(clock.now()) + longest * 60 + keptSeconds;
    return store.items.put({ ...key, data: { ...before, ...changed, version }, expiresAt }, version);
  };

  /**
   * Counts the asking before anything is sent, and makes the new link the one that is good. Of any number at one moment the first is counted
   * and sent, and the others need no mail of their own.
   *
   * @param step of a journey, whose link is sent by whichever try can
   * @returns until when the link is good, or undefined where it is one too many
   */
  const count = async (
    council: CouncilSlug,
    address: string,
    of: LinkPurpose,
    hash: string,
    { step, minutesGood }: { step: string | undefined; minutesGood: number },
  ): Promise<IsoInstant | undefined> => {
    const now = clock.now();
    const asked = await askedOf(council, address, of);
    const { before } = asked;
    const usual = minutesAfter(now, minutesGood);
    if (step !== undefined && before.reservedFor === step) return usual;
    if (tooSoon(before.times, now, rulesFor[of])) return undefined;
    const times = [...before.times, now].slice(-(rulesFor[of].limits.at(-1)?.links ?? 0));
    const next = nextAllowed(times, rulesFor[of]);
    // The last that an address is sent for a while works for as long: nobody locks its owner out by asking.
    const good = next > usual ? next : usual;
    return (await putAsked(asked, of, { newest: hash, times, reservedFor: step })) ? good : undefined;
  };

  /** The step has sent its link. Where this is lost, the step may send one more. */
  const sentFor = async (council: CouncilSlug, address: string, of: LinkPurpose, step: string): Promise<void> => {
    const asked = await askedOf(council, address, of);
    if (asked.before.reservedFor === step) await putAsked(asked, of, { reservedFor: undefined });
  };

  /** Whoever has come in by a link owns the address: what others have asked for does not hold them up. */
  const forgiveAskings = async (council: CouncilSlug, { address, purpose: of }: Link): Promise<void> => {
    if (rulesFor[of].newestOnly) await putAsked(await askedOf(council, address, of), of, { times: [] });
  };

  const save = (council: CouncilSlug, hash: string, value: Link): Promise<boolean> =>
    store.items.put(
      {
        pk: linkKey(council, hash),
        sk: 'LINK',
        data: value,
        expiresAt: epochSeconds(endOf(value)) + keptSeconds,
      },
      value.version,
    );

  const usedOf = async ({ pk, sk }: SpentLink['key']): Promise<Extract<LinkState, { state: 'used' }> | undefined> => {
    const found = await store.items.get(link, pk, sk);
    return found?.usedAt === undefined ? undefined : { state: 'used', link: found };
  };

  /** Uses a link where nothing else is written with it. */
  const spend = async (spends: SpentLink): Promise<boolean> =>
    (await store.items.change(link, spends.key, spending(spends))) !== undefined;

  const look = async (council: CouncilSlug, of: LinkPurpose, token: string): Promise<LinkState> => {
    const hash = hashOf(token);
    const found = await store.items.get(link, linkKey(council, hash), 'LINK');
    if (found === undefined || found.purpose !== of) return { state: 'unknown' };
    if (found.usedAt !== undefined) return { state: 'used', link: found };
    if (found.triesLeft === 0) return { state: 'locked' };
    const newest = rulesFor[of].newestOnly
      ? await store.items.get(linksAsked, await partitionOf(council, found.address), `LINK#${of}`)
      : undefined;
    if (newest !== undefined && newest.newest !== hash) return { state: 'replaced' };
    if (clock.now() >= endOf(found)) return { state: 'expired', link: found };
    return { state: 'ready', link: found };
  };

  return {
    look,
    spend,

    /**
     * Mails a link to an address, if it opens anything and was not asked for too often. What a person is told is the same in every case.
     *
     * @param asking.path the page of the link, such as `/leicestershire/return`; the token is put after it
     * @param asking.tags by which a bounce finds its case, where there is one
     * @throws MailNotAccepted where SES may accept the mail later
     */
    async send(
      council: Council,
      asking: {
        address: string;
        purpose: LinkPurpose;
        path: string;
        subjects: readonly string[];
        tags?: Pick<Message['tags'], 'reference' | 'message'>;
        /** The form that was sent with the address. */
        form?: SentForm | undefined;
        /** The signal that owes it, and what the link undoes. */
        step?: string;
        undoes?: Link['undoes'];
        /** Writes the mail as its reader reads, where that is known; otherwise it is in the language of whoever asks now. */
        readAs?: (write: () => Email) => Email;
      },
    ): Promise<LinkSent> {
      const { address, path, subjects, form } = asking;
      const { tags, purpose: of, undoes, readAs = (write: () => Email) => write() } = asking;
      const { linkEmail } = await import('../../templates/emails/emails.ts');
      const { template } = rulesFor[of];
      const minutesGood = of === 'undo' ? council.limits.undoDays * 24 * 60 : rulesFor[of].minutesGood;
      const token = randomBytes(32).toString('base64url');
      const hash = hashOf(token);
      const step = asking.step ?? (of === 'contact' && tags ? `${tags.reference} ${tags.message}` : undefined);
      const goodUntil = await count(council.slug, address, of, hash, { step, minutesGood });
      if (goodUntil === undefined) return { state: 'not-sent' };
      const sentAt = clock.now();
      await save(council.slug, hash, {
        council: council.slug,
        version: 1,
        purpose: asking.purpose,
        address: subjects.length > 0 ? address : nobody,
        subjects: [...subjects],
        sentAt,
        triesLeft: tries,
        goodUntil,
        ...(undoes && { undoes }),
      });
      const days = Math.floor(minutesGood / (24 * 60));
      const sent = await mailer.send({
        to: subjects.length > 0 ? address : nobody,
        from: council.name,
        email: readAs(() =>
          linkEmail(template, {
            council: printable(council),
            url: `${siteUrl}${path}/${token}`,
            until: days > 0 ? readableDate(addDays(londonDate(sentAt), days)) : momentFrom(sentAt, goodUntil),
            ...(form && { form }),
          }),
        ),
        tags: { council: council.slug, reference: 'none', message: template, ...tags },
      });
      if (step !== undefined) await sentFor(council.slug, address, of, step);
      if (subjects.length === 0) return { state: 'not-sent' };
      return sent.ok ? { state: 'sent', messageId: sent.messageId } : { state: 'refused' };
    },

    /**
     * Uses a link, once: of two requests at the same moment one opens and the other is told that it is used.
     *
     * A try is taken from the five before it is judged, so that of any number at once no more than five are; judging changes nothing; and
     * what follows is written only while nobody else has used the link. Where the process dies in between, a try is lost and nothing else.
     *
     * @throws Problem 503 where what follows could not be written
     */
    async use<Judged>(
      council: CouncilSlug,
      of: LinkPurpose,
      token: string,
      { unclear = () => undefined, judge, write = (_, spends) => spend(spends) }: LinkUse<Judged>,
    ): Promise<UsedLink<Judged>> {
      const found = await look(council, of, token);
      if (found.state !== 'ready') return found;
      const error = await unclear(found.link);
      if (error !== undefined) return { state: 'unclear', error };
      const key = { pk: linkKey(council, hashOf(token)), sk: 'LINK' };
      const reserved = await store.items.change(link, key, oneTry);
      if (reserved === undefined) return (await usedOf(key)) ?? { state: 'locked' };
      const { triesLeft } = reserved;
      const judged = await judge(reserved);
      if (judged === undefined) return triesLeft === 0 ? { state: 'locked' } : { state: 'refused', triesLeft };
      if (await write(judged, { key, at: clock.now() })) {
        await forgiveAskings(council, reserved);
        return { state: 'opened', link: reserved, judged };
      }
      const before = await usedOf(key);
      if (before) return before;
      throw problems.busy();
    },
  };
};

/** Who writes and how to reach them, as an email shows it. */
export const printable = ({ name, contact, glossary }: Council): LinkMail['council'] => ({
  name,
  ...(glossary && { glossary }),
  contactName: contact.name,
  ...(contact.phone && { phone: contact.phone }),
  ...(contact.hours && { hours: contact.hours }),
  ...(contact.textRelay && { textRelay: contact.textRelay }),
  ...(contact.email && { email: contact.email }),
  ...(contact.url && { url: contact.url }),
});
