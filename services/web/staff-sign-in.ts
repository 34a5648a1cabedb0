import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Council } from '../../schemas/council.ts';
import { councilSlug, isoInstant } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Deps } from '../deps.ts';
import { cookieIn, shortCookieHeader } from './cookies.ts';
import { createSeals } from './seals.ts';
import type { CouncilRequest } from './site.ts';
import { bearerOf, verifiedToken } from './staff-caller.ts';

/** Minutes for which a browser may be away at the sign-in pages. */
const awayMinutes = 60;

/** A sign-in under way, as the browser carries it under our seal while it is away. */
const underWay = z.strictObject({
  council: councilSlug,
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
  at: isoInstant,
});

/** One cookie for each sign-in, so that two tabs may sign in side by side. */
const cookieOf = (state: string): `__Host-${string}` => `__Host-careway-sign-in-${state.slice(0, 12)}`;

const random = (): string => randomBytes(32).toString('base64url');

/** What is read of the token endpoint's answer. @see RFC 6749, 5.1, and OpenID Connect Core 3.1.3.3 */
const tokens = z.object({ access_token: z.string(), id_token: z.string() });
const idClaims = z.object({
  sub: z.string(),
  nonce: z.string(),
  name: z.string().optional(),
  email: z.string().optional(),
});

/** Where staff of a council begin. */
export const staffHome = (slug: string): string => `/${slug}/staff/tasks`;

/** The ways in and out themselves, to which nobody is sent after sign-in. */
const isWayInOrOut = (path: string): boolean => /\/staff\/(sign-in|signed-in|sign-out|signed-out)$/.test(path);

/** Where to go after sign-in: the page that was asked for where it is one of this council's staff site, and else the start of it. */
export const ownPath = (slug: string, asked: string | undefined): string => {
  const base = 'https://here.example';
  if (asked === undefined || !asked.startsWith('/') || !URL.canParse(asked, base)) return staffHome(slug);
  const { origin, pathname, search } = new URL(asked, base);
  const isOwn = origin === base && pathname.startsWith(`/${slug}/staff/`) && !isWayInOrOut(pathname);
  return isOwn ? `${pathname}${search}` : staffHome(slug);
};

/** The address that signs in and comes back to a page of this council's staff site. */
export const signInPath = (slug: string, to: string): string => `/${slug}/staff/sign-in?${new URLSearchParams({ to })}`;

/** Who has come back from the sign-in pages, and where they wanted to go. */
type CameBack =
  | { readonly ok: true; readonly who: { id: string; name: string; roles: StaffRole[] }; readonly to: string }
  /** `strange` belongs to no sign-in of this browser, or to one that is too old; `refused` by the provider. */
  | { readonly ok: false; readonly reason: 'strange' | 'refused'; readonly to?: string };

/**
 * Staff sign-in by OpenID Connect: authorization code with PKCE, state and nonce. The one flow that there is needs two addresses and one call, so
 * `fetch` and `jose`, which checks tokens in any case, are all of it: half the bytes of `openid-client`, and no discovery before the first sign-in.
 *
 * @see OpenID Connect Core 1.0, 3.1; RFC 7636; RFC 9700, 2.1.1
 */
export const createStaffSignIn = (deps: Pick<Deps, 'staffSignIn' | 'clock' | 'store' | 'siteUrl'>) => {
  const { staffSignIn, clock, store, siteUrl } = deps;
  const seals = createSeals(store);
  const redirectUri = ({ slug }: Pick<Council, 'slug'>) => `${siteUrl}/${slug}/staff/signed-in`;

  const tradeCode = async (council: Council, code: string, verifier: string) => {
    const response = await fetch(staffSignIn.endpoints.token, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: staffSignIn.clientId,
        redirect_uri: redirectUri(council),
        code,
        code_verifier: verifier,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    });
    // What the provider refuses, such as a code that was used, is no fault of ours; what it cannot answer is one.
    if (response.status >= 500) throw new Error(`The sign-in’s token endpoint answered ${response.status}`);
    return tokens.safeParse(await response.json()).data;
  };

  return {
    /** The address of the sign-in pages, and the cookie by which this browser is known when it comes back. */
    async begin(
      council: Council,
      to: string,
      { hint, afresh = false }: { readonly hint?: string | undefined; readonly afresh?: boolean },
    ): Promise<{ readonly location: string; readonly headers: Record<'set-cookie', string> }> {
      const [state, nonce, verifier] = [random(), random(), random()];
      const data = { council: council.slug, state, nonce, verifier, to, at: clock.now() };
      const location = new URL(staffSignIn.endpoints.authorize);
      location.search = String(
        new URLSearchParams({
          response_type: 'code',
          client_id: staffSignIn.clientId,
          redirect_uri: redirectUri(council),
          scope: 'openid email profile',
          state,
          nonce,
          code_challenge: createHash('sha256').update(verifier).digest('base64url'),
          code_challenge_method: 'S256',
          ...(hint !== undefined && { login_hint: hint }),
          // Whoever was idle for too long says who they are once more, though the sign-in pages may still know the browser.
          ...(afresh && { prompt: 'login' }),
          // Cognito's name for the directory that it should ask at once.
          ...(staffSignIn.directories.includes(council.slug) && { identity_provider: council.slug }),
        }),
      );
      return {
        location: location.href,
        headers: shortCookieHeader(cookieOf(state), await seals.seal('staff-sign-in', data), awayMinutes),
      };
    },

    /** Takes back a browser from the sign-in pages. @throws Error where the provider cannot be reached */
    async finish(request: CouncilRequest): Promise<CameBack> {
      const { council, query } = request;
      const { state = '', code } = query;
      const carried = cookieIn(request, cookieOf(state));
      const begun = carried && (await seals.open('staff-sign-in', underWay, carried));
      const age = begun ? Date.parse(clock.now()) - Date.parse(begun.at) : Number.POSITIVE_INFINITY;
      if (!begun || begun.state !== state || begun.council !== council.slug || age >= awayMinutes * 60_000) {
        return { ok: false, reason: 'strange' };
      }
      const { to } = begun;
      const given = code === undefined ? undefined : await tradeCode(council, code, begun.verifier);
      if (given === undefined) return { ok: false, reason: 'refused', to };
      const [bearer, claimed] = await Promise.all([
        bearerOf(deps, given.access_token, council.slug),
        verifiedToken(deps, given.id_token),
      ]);
      const named = idClaims.safeParse(claimed).data;
      const isOurs = [claimed?.['aud']].flat().includes(staffSignIn.clientId);
      if (!bearer || !named || !isOurs || named.nonce !== begun.nonce || named.sub !== bearer.id) {
        return { ok: false, reason: 'refused', to };
      }
      const name = named.name ?? named.email ?? named.sub;
      return { ok: true, who: { id: bearer.id, name, roles: [...bearer.roles] }, to };
    },

    /** Where the provider's own session ends, and which sends the browser back to the council's page. @see Cognito, logout endpoint */
    logoutUrl: ({ slug }: Pick<Council, 'slug'>): string => {
      const location = new URL(staffSignIn.endpoints.logout);
      const back = `${siteUrl}/${slug}/staff/signed-out`;
      location.search = String(new URLSearchParams({ client_id: staffSignIn.clientId, logout_uri: back }));
      return location.href;
    },
  };
};
