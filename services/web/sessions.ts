import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { type CouncilSlug, councilSlug, type IsoInstant, isoInstant } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { cookieHeader, cookieIn, forgetCookie } from './cookies.ts';
import type { CouncilRequest } from './site.ts';

/** Someone who came in by a link: to what, and since when. It is stored under the hash of a secret that only the cookie holds. */
export const session = z.strictObject({
  council: councilSlug,
  version: z.int().positive(),
  purpose: z.string(),
  address: z.string(),
  /** Ids of what it opens: drafts, or case references with as whom. */
  subjects: z.array(z.string()),
  /** Stands in every form that this session is shown, so that another site's form is not taken for one of ours. */
  csrf: z.string(),
  openedAt: isoInstant,
  seenAt: isoInstant,
});
export type Session = z.infer<typeof session>;

/** Minutes without a request after which a session ends, and hours after which it ends in any case. */
const idleMinutes = 60;
const longestHours = 12;
/** How fresh the last request is known to the minute; a write for each page would be for nothing. */
const seenMinutes = 1;
/** Ended sessions are kept a day, so that a person who comes back is told why. */
const keptSeconds = 24 * 3600;

/** Where a session stands: `none` where there never was one that we know of, `ended` where it was idle too long. */
export type SessionState =
  | {
      readonly state: 'open';
      readonly session: Session;
      /** When it ends unless something is done, in epoch milliseconds. */
      readonly endsAt: number;
    }
  | { readonly state: 'none' }
  | { readonly state: 'ended'; readonly session: Session };

const random = (): string => randomBytes(32).toString('base64url');
const keyOf = (council: CouncilSlug, secret: string) => ({
  pk: `SESSION#${council}#${createHash('sha256').update(secret).digest('base64url')}`,
  sk: 'SESSION',
});

const minutesBetween = (from: IsoInstant, to: IsoInstant): number =>
  Temporal.Instant.from(to).since(Temporal.Instant.from(from)).total('minutes');

/** Whether a posted form is one that this session was shown. Compared in constant time. */
export const isOwnForm = ({ csrf }: Session, posted: string | null | undefined): boolean => {
  const [ours, theirs] = [Buffer.from(csrf), Buffer.from(posted ?? '')];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
};

/** Whether a browser says that another site sent this request. Forms that come before any session have only this against them. */
export const isFromElsewhere = ({ headers }: Pick<CouncilRequest, 'headers'>): boolean =>
  ['cross-site', 'same-site'].includes(headers['sec-fetch-site'] ?? 'same-origin');

/** Sessions of people who came in by a link, each kind with a cookie of its own: `__Host-careway-case`, `__Host-careway-draft`, `__Host-careway-plan`. */
export const createSessions = ({ store, clock }: Pick<Deps, 'store' | 'clock'>, purpose: 'case' | 'draft' | 'plan') => {
  const cookie = `__Host-careway-${purpose}` as const;

  const save = (secret: string, value: Session): Promise<boolean> =>
    store.items.put(
      {
        ...keyOf(value.council, secret),
        data: value,
        expiresAt: Math.floor(Date.parse(value.seenAt) / 1000) + idleMinutes * 60 + keptSeconds,
      },
      value.version,
    );

  return {
    /** Begins a session, always with a new secret. Answers the header that gives the browser its cookie. */
    async open(
      council: CouncilSlug,
      { address, subjects }: Pick<Session, 'address' | 'subjects'>,
    ): Promise<Record<'set-cookie', string>> {
      const secret = random();
      const now = clock.now();
      const value = { council, version: 1, purpose, address, subjects, csrf: random(), openedAt: now, seenAt: now };
      await save(secret, value);
      return cookieHeader(cookie, secret);
    },

    /** The session that a request comes with. @param keep whether asking counts as activity, and so keeps it open */
    async of(request: CouncilRequest, keep = true): Promise<SessionState> {
      const secret = cookieIn(request, cookie);
      if (!secret) return { state: 'none' };
      const { pk, sk } = keyOf(request.council.slug, secret);
      const found = await store.items.get(session, pk, sk);
      if (found === undefined || found.purpose !== purpose) return { state: 'none' };
      const now = clock.now();
      const idle = minutesBetween(found.seenAt, now);
      if (idle >= idleMinutes || minutesBetween(found.openedAt, now) >= longestHours * 60) {
        return { state: 'ended', session: found };
      }
      // Of two pages at the same moment one is enough to keep it open.
      const isKept = keep && idle >= seenMinutes;
      if (isKept) await save(secret, { ...found, version: found.version + 1, seenAt: now });
      const endsAt = Math.min(
        Date.parse(isKept ? now : found.seenAt) + idleMinutes * 60_000,
        Date.parse(found.openedAt) + longestHours * 3_600_000,
      );
      return { state: 'open', session: found, endsAt };
    },

    /** Signs out: the session is gone on the server, whatever a browser still sends. */
    async end(request: CouncilRequest): Promise<Record<'set-cookie', string>> {
      const secret = cookieIn(request, cookie);
      if (secret) {
        const { pk, sk } = keyOf(request.council.slug, secret);
        await store.items.remove(pk, sk);
      }
      return forgetCookie(cookie);
    },
  };
};
