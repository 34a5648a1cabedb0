import { randomUUID } from 'node:crypto';
import type { JWK, JWTPayload } from 'jose';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { Temporal } from 'temporal-polyfill';
import { loadedOnce } from '../../services/runtime/loaded-once.ts';
import type { ExampleStaffMember } from './example-staff.ts';
import type { SignInStore } from './store.ts';

/** How long a token is good for, as Cognito's default. */
export const tokenSeconds = 3600;

/** The public half of a signing key. */
export type PublicKey = Record<'kty' | 'kid' | 'alg' | 'use' | 'n' | 'e', string>;

/** The key set that a verifier takes, with one RSA key. */
export type PublicKeySet = { keys: PublicKey[] };

type SigningKey = JWK & PublicKey;

/** Signs tokens in the shape of Cognito's with the key that the store keeps. */
export type Tokens = {
  /** The signing key with its private part, for the OpenID provider. */
  signingKey: () => Promise<SigningKey>;
  /** The public key set against which tokens are verified. */
  jwks: () => Promise<PublicKeySet>;
  access: (member: ExampleStaffMember, scope: string) => Promise<string>;
  /** An id token. `claims` carries on what the sign-in asked for, such as `nonce`. */
  id: (member: ExampleStaffMember, claims: JWTPayload) => Promise<string>;
};

const keyName = 'signing-key';

/** The key is made once and kept, so that tokens outlive a restart. */
const loadSigningKey = async (store: SignInStore): Promise<SigningKey> => {
  const kept = await store.get(keyName);
  // The store's values are plain JSON; under this name stands what is written below.
  if (kept !== undefined) return kept as SigningKey;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  // The JWK of an RSA key always has `kty`, `n` and `e`, which the type of `exportJWK` leaves open.
  const key = { ...(await exportJWK(privateKey)), kid: randomUUID(), alg: 'RS256', use: 'sig' } as SigningKey;
  await store.put(keyName, key);
  return key;
};

/**
 * Makes the signer of all local tokens. Times in them are on the platform's clock, in epoch seconds.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
export const createTokens = (deps: {
  store: SignInStore;
  issuer: string;
  clientId: string;
  now: () => Temporal.Instant;
}): Tokens => {
  const { store, issuer, clientId, now } = deps;
  const signingKey = loadedOnce(() => loadSigningKey(store));

  const sign = async (member: ExampleStaffMember, claims: JWTPayload) => {
    const jwk = await signingKey();
    const issuedAt = Math.floor(now().epochMilliseconds / 1000);
    return new SignJWT({
      sub: member.id,
      'cognito:groups': member.roles.map((role) => `${member.council}.${role}`),
      iss: issuer,
      origin_jti: randomUUID(),
      event_id: randomUUID(),
      jti: randomUUID(),
      ...claims,
      auth_time: issuedAt,
      iat: issuedAt,
      exp: issuedAt + tokenSeconds,
    })
      .setProtectedHeader({ alg: 'RS256', kid: jwk.kid })
      .sign(await importJWK(jwk, 'RS256'));
  };

  return {
    signingKey,
    jwks: async () => {
      const { kty, kid, alg, use, n, e } = await signingKey();
      // Only the public half by name: a list of what to leave out could miss a private part.
      return { keys: [{ kty, kid, alg, use, n, e }] };
    },
    access: (member, scope) =>
      sign(member, { version: 2, client_id: clientId, token_use: 'access', scope, username: member.id }),
    id: (member, claims) =>
      sign(member, {
        ...claims,
        aud: clientId,
        token_use: 'id',
        'cognito:username': member.id,
        name: member.name,
        email: member.email,
        email_verified: true,
      }),
  };
};
