import * as z from 'zod';
import type { Council } from '../../schemas/council.ts';
import { type CouncilSlug, councilSlug, type IsoInstant, isoInstant } from '../../schemas/scalars.ts';
import { staffRole } from '../../schemas/staff.ts';
import type { Deps } from '../deps.ts';
import { cookieHeader, cookieIn, forgetCookie } from './cookies.ts';
import { createSeals } from './seals.ts';
import { endSessions, type Standing, standingOf } from './sign-in-records.ts';
import type { SiteRequest } from './site.ts';

const cookie = '__Host-careway-staff';

/** A member of staff who is signed in, as their browser carries it under our seal. */
const sealedSession = z.strictObject({
  council: councilSlug,
  id: z.string(),
  name: z.string(),
  /** What the sign-in said; what stands of it is asked of the directory with every request. */
  roles: z.array(staffRole),
  generation: z.string(),
  /** Stands in every form that they are shown. */
  csrf: z.string(),
  openedAt: isoInstant,
  seenAt: isoInstant,
});
type SealedSession = z.infer<typeof sealedSession>;

/** What a form carries: for whom it was made, and when. */
const formToken = z.strictObject({ council: councilSlug, id: z.string(), at: isoInstant });
/** Hours for which a form may be sent that was shown in an earlier session of the same person. */
const formHours = 24;
/** How fresh the last request is known to the minute; a new cookie for each page would be for nothing. */
const seenMinutes = 1;

/** Where a session stands. `elsewhere` is open, at another council. */
export type StaffSessionState =
  | {
      readonly state: 'open';
      readonly session: SealedSession;
      readonly standing: Standing;
      /** When it ends unless something is done, in epoch milliseconds. */
      readonly endsAt: number;
      /** Gives the browser its cookie anew, where asking has kept it open. */
      readonly renewed?: Record<'set-cookie', string>;
    }
  | { readonly state: 'elsewhere'; readonly council: CouncilSlug }
  | { readonly state: 'none' | 'ended' };

const minutes = (from: IsoInstant, to: number): number => (to - Date.parse(from)) / 60_000;

const endOf = ({ staffSessions: { idleMinutes, longestHours } }: Council, { openedAt, seenAt }: SealedSession) =>
  Math.min(Date.parse(seenAt) + idleMinutes * 60_000, Date.parse(openedAt) + longestHours * 3_600_000);

/** Sessions of staff: sealed in a cookie, good for as long as the server's generation of that person is theirs. */
export const createStaffSessions = (deps: Pick<Deps, 'store' | 'clock' | 'councils'>) => {
  const { store, clock, councils } = deps;
  const seals = createSeals(store);
  const sealed = async (session: SealedSession) => cookieHeader(cookie, await seals.seal('staff-session', session));

  const isOver = (council: Council, session: SealedSession, standing: Standing): boolean =>
    Date.parse(clock.now()) >= endOf(council, session) || session.generation !== standing.generation;

  return {
    /** Begins a session of whoever has just signed in. Answers the header that gives the browser its cookie. */
    async open(
      council: CouncilSlug,
      who: Pick<SealedSession, 'id' | 'name' | 'roles'>,
    ): Promise<Record<'set-cookie', string>> {
      const now = clock.now();
      const { generation } = await standingOf(deps, council, who.id);
      const csrf = await seals.seal('staff-form', { council, id: who.id, at: now } satisfies z.input<typeof formToken>);
      return sealed({ ...who, council, generation, csrf, openedAt: now, seenAt: now });
    },

    /** The session that a request comes with. @param keep whether asking counts as activity, and so keeps it open */
    async of(
      request: Pick<SiteRequest, 'headers'>,
      { slug }: Pick<Council, 'slug'>,
      keep = true,
    ): Promise<StaffSessionState> {
      const carried = cookieIn(request, cookie);
      const session = carried && (await seals.open('staff-session', sealedSession, carried));
      const at = session && councils.find(session.council);
      if (!session || !at) return { state: 'none' };
      const standing = await standingOf(deps, session.council, session.id);
      if (isOver(at, session, standing)) return { state: 'ended' };
      if (session.council !== slug) return { state: 'elsewhere', council: session.council };
      const now = clock.now();
      const kept =
        keep && minutes(session.seenAt, Date.parse(now)) >= seenMinutes ? { ...session, seenAt: now } : session;
      return {
        state: 'open',
        session: kept,
        standing,
        endsAt: endOf(at, kept),
        ...(kept !== session && { renewed: await sealed(kept) }),
      };
    },

    /** For whom a form was made that was shown in this session or an earlier one of theirs, or undefined where it is none of ours. */
    async formOf(token: string): Promise<{ readonly council: CouncilSlug; readonly id: string } | undefined> {
      const found = await seals.open('staff-form', formToken, token);
      return found && minutes(found.at, Date.parse(clock.now())) < formHours * 60 ? found : undefined;
    },

    /** Signs out: all sessions of this person are over on the server, whatever a browser still sends. */
    async end({ council, id }: Pick<SealedSession, 'council' | 'id'>): Promise<Record<'set-cookie', string>> {
      await endSessions(deps, council, id);
      return forgetCookie(cookie);
    },
  };
};
