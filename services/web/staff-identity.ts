import * as z from 'zod';
import { type StaffRole, staffRole } from '../../schemas/staff.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';

/** A signed-in member of staff, as far as one council is concerned. */
export type StaffIdentity = {
  readonly id: string;
  readonly roles: readonly StaffRole[];
  /** As the staff directory or the sign-in names them, where that is known already. */
  readonly name?: string;
  /** There for whoever came with a cookie, and not with a bearer token: what stands in every form that they are shown. */
  readonly session?: { readonly csrf: string };
};

/** The claims of a Cognito access token that are read. Groups are `<council>.<role>`. */
const claims = z.object({
  sub: z.string().min(1),
  token_use: z.literal('access'),
  client_id: z.string(),
  'cognito:groups': z.array(z.string()).default([]),
});

/** What `jose` says when it could not get the keys, and not what it found. */
const ourFaults = ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'];

/**
 * Who calls, from the bearer token: signature, issuer, client and expiry are checked here, on AWS and locally alike.
 *
 * @throws Problem 401 where the token is missing, forged or expired; 403 where it is for another council
 * @see Amazon Cognito Developer Guide, verifying JSON web tokens
 */
export const staffIdentity = async (
  { staffSignIn, clock }: Pick<Deps, 'staffSignIn' | 'clock'>,
  authorization: string | undefined,
  council: string,
): Promise<StaffIdentity> => {
  const [, token] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
  if (token === undefined) throw problems.signIn();
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
  const parsed = claims.safeParse(verified?.payload);
  if (!parsed.success || parsed.data.client_id !== staffSignIn.clientId) throw problems.signIn();
  const roles = parsed.data['cognito:groups']
    .filter((group) => group.startsWith(`${council}.`))
    .flatMap((group) => staffRole.safeParse(group.slice(council.length + 1)).data ?? []);
  if (roles.length === 0) throw problems.notYours();
  return { id: parsed.data.sub, roles };
};
