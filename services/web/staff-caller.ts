import * as z from 'zod';
import type { Council } from '../../schemas/council.ts';
import { type StaffRole, staffRole } from '../../schemas/staff.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { standingOf } from './sign-in-records.ts';
import type { SiteRequest } from './site.ts';
import type { StaffIdentity } from './staff-identity.ts';
import { createStaffSessions } from './staff-sessions.ts';

/** Who calls, and the cookie that keeps their session open where it was renewed. */
export type StaffCaller = { readonly staff: StaffIdentity; readonly renewed?: Record<'set-cookie', string> };

/** The claims of a Cognito access token that are read. Groups are `<council>.<role>`. */
const claims = z.object({
  sub: z.string().min(1),
  token_use: z.literal('access'),
  client_id: z.string(),
  iat: z.number(),
  'cognito:groups': z.array(z.string()).default([]),
});

/** By how much the clock of the sign-in may be ahead of ours. */
const clockSkewSeconds = 60;

/** What `jose` says when it could not get the keys, and not what it found. */
const ourFaults = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];

/**
 * The payload of a token of the staff's sign-in, or undefined where it is forged, expired or another's: signature, issuer and expiry are checked
 * here, on AWS and locally alike.
 *
 * @see Amazon Cognito Developer Guide, verifying JSON web tokens
 */
export const verifiedToken = async (
  { staffSignIn, clock }: Pick<Deps, 'staffSignIn' | 'clock'>,
  token: string,
): Promise<Record<string, unknown> | undefined> => {
  const { errors, jwtVerify } = await import('jose');
  const verified = await jwtVerify(token, await staffSignIn.keys(), {
    issuer: staffSignIn.issuer,
    algorithms: ['RS256'],
    currentDate: new Date(clock.now()),
    requiredClaims: ['exp', 'iat'],
  }).catch((error: unknown) => {
    // Keys that cannot be fetched say nothing about the token: that is our fault, and is told as such.
    const isVerdict = error instanceof errors.JOSEError && !ourFaults.includes(error.code);
    if (!isVerdict) throw error;
  });
  const { payload } = verified ?? {};
  // Nobody signs tokens of the future: one would outlive a sign-out that comes before its moment.
  const isOfTheFuture = (payload?.iat ?? 0) > Date.parse(clock.now()) / 1000 + clockSkewSeconds;
  return isOfTheFuture ? undefined : payload;
};

/** What an access token says of its bearer at one council, or undefined where it is no good. */
export const bearerOf = async (
  deps: Pick<Deps, 'staffSignIn' | 'clock'>,
  token: string,
  council: string,
): Promise<{ readonly id: string; readonly roles: readonly StaffRole[]; readonly issuedAt: number } | undefined> => {
  const parsed = claims.safeParse(await verifiedToken(deps, token));
  if (!parsed.success || parsed.data.client_id !== deps.staffSignIn.clientId) return undefined;
  const roles = parsed.data['cognito:groups']
    .filter((group) => group.startsWith(`${council}.`))
    .flatMap((group) => staffRole.safeParse(group.slice(council.length + 1)).data ?? []);
  return { id: parsed.data.sub, roles, issuedAt: parsed.data.iat };
};

type Needed = Pick<Deps, 'staffSignIn' | 'clock' | 'store' | 'councils'>;

const byToken = async (deps: Needed, authorization: string, council: string): Promise<StaffCaller> => {
  const [, token] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
  const bearer = token === undefined ? undefined : await bearerOf(deps, token, council);
  if (bearer === undefined) throw problems.signIn();
  // What another council's token asks is not answered, whether or not there is such a council.
  if (bearer.roles.length === 0) throw problems.notYours();
  const known = deps.councils.find(council);
  if (known === undefined) throw problems.unknownCouncil();
  const { name, endedAt, roles } = await standingOf(deps, known.slug, bearer.id);
  // The second in which a token was made is all that is known of its moment.
  if (bearer.issuedAt < Math.floor(endedAt / 1000)) throw problems.signIn();
  const standing = roles(bearer.roles);
  if (standing.length === 0) throw problems.notYours();
  return { staff: { id: bearer.id, roles: standing, ...(name !== undefined && { name }) } };
};

const byCookie = async (
  deps: Needed,
  request: Pick<SiteRequest, 'headers'>,
  council: Council,
  keep: boolean,
): Promise<StaffCaller> => {
  const found = await createStaffSessions(deps).of(request, council, keep);
  if (found.state === 'elsewhere') throw problems.signedInElsewhere(deps.councils.known(found.council).name, council);
  if (found.state !== 'open') throw problems.signIn();
  const { session, standing, endsAt, renewed } = found;
  const roles = standing.roles(session.roles);
  if (roles.length === 0) throw problems.notYours();
  const staff = {
    id: session.id,
    roles,
    name: standing.name ?? session.name,
    session: { csrf: session.csrf, endsAt },
  };
  return { staff, ...(renewed && { renewed }) };
};

/**
 * Who calls: a program by its bearer token, a browser by the cookie of its session. Roles are those of this moment.
 *
 * @param keep whether the request counts as activity, and so keeps a session open
 * @throws Problem 401 where there is no sign-in or it has ended; 403 where it is for another council, or a token has no role left
 */
export const staffCaller = async (
  deps: Needed,
  request: Pick<SiteRequest, 'headers'>,
  slug: string,
  keep = true,
): Promise<StaffCaller> => {
  const authorization = request.headers['authorization'];
  if (authorization !== undefined) return byToken(deps, authorization, slug);
  const council = deps.councils.find(slug);
  if (council === undefined) throw problems.unknownCouncil();
  return byCookie(deps, request, council, keep);
};
