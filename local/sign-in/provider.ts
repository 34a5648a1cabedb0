import { randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { Provider } from 'oidc-provider';
import type { ExampleStaffMember } from './example-staff.ts';
import { createAdapter, forgetExpired } from './oidc-adapter.ts';
import { messagePage } from './pages.ts';
import type { SignInStore } from './store.ts';
import type { Tokens } from './tokens.ts';
import { tokenSeconds } from './tokens.ts';

/** What the OpenID provider needs. Issuer without a slash at its end. */
export type ProviderDeps = {
  issuer: string;
  clientId: string;
  redirectUris: string[];
  store: SignInStore;
  tokens: Tokens;
  staff: readonly ExampleStaffMember[];
};

const cookieKeys = async (store: SignInStore): Promise<string[]> => {
  const kept = await store.get('cookie-keys');
  if (Array.isArray(kept)) return kept.map(String);
  const keys = [randomBytes(32).toString('base64url')];
  await store.put('cookie-keys', keys);
  return keys;
};

/** The staff site is the council's own, so no consent is asked for: each sign-in gets a grant of what it asked. */
const grantWhatIsAsked = async (ctx: KoaContextWithOIDC) => {
  const { provider, client, session, params } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(String(params?.scope));
  await grant.save();
  return grant;
};

const configuration = (deps: ProviderDeps, keys: string[], jwk: object): Configuration => ({
  adapter: createAdapter(deps.store),
  clients: [
    {
      client_id: deps.clientId,
      client_name: 'Careway staff site',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: deps.redirectUris,
    },
  ],
  cookies: { keys },
  jwks: { keys: [jwk] },
  scopes: ['openid', 'profile', 'email'],
  pkce: { required: () => true },
  features: {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
  },
  findAccount: async (_ctx, id) =>
    deps.staff.some((member) => member.id === id) ? { accountId: id, claims: async () => ({ sub: id }) } : undefined,
  interactions: {
    url: (_ctx, { uid }) => `${new URL(deps.issuer).pathname}/interaction/${uid}`,
  },
  loadExistingGrant: grantWhatIsAsked,
  renderError: async (ctx, { error, error_description: description }) => {
    ctx.type = 'html';
    ctx.body = messagePage('Sign-in did not work', `${error}: ${description ?? 'no more is known'}.`);
  },
  ttl: {
    AccessToken: tokenSeconds,
    IdToken: tokenSeconds,
    AuthorizationCode: 60,
    Grant: 3600,
    Interaction: 3600,
    Session: 3600,
  },
});

/**
 * Builds the OpenID provider: oidc-provider runs the flow (PKCE, codes, sessions); the tokens it hands out at the end
 * are replaced by ours, which have Cognito's claims and the platform's time.
 *
 * Importing this module costs a quarter of a second, so it is imported when someone first signs in.
 */
export const createProvider = async (deps: ProviderDeps): Promise<Provider> => {
  const { issuer, store, tokens, staff } = deps;
  await forgetExpired(store);
  const provider = new Provider(issuer, configuration(deps, await cookieKeys(store), await tokens.signingKey()));
  provider.use(async (ctx, next) => {
    await next();
    const oidc = ctx.oidc as KoaContextWithOIDC['oidc'] | undefined;
    if (oidc?.route !== 'token' || ctx.status !== 200) return;
    const member = staff.find(({ id }) => id === oidc.entities.Account?.accountId);
    if (!member) throw new Error('oidc-provider gave tokens to someone who is not on the staff');
    const { scope, id_token: idToken } = ctx.body as { scope: string; id_token?: string };
    const nonce = idToken === undefined ? undefined : decodeJwt(idToken).nonce;
    ctx.body = {
      access_token: await tokens.access(member, scope),
      ...(idToken === undefined ? {} : { id_token: await tokens.id(member, nonce === undefined ? {} : { nonce }) }),
      token_type: 'Bearer',
      expires_in: tokenSeconds,
      scope,
    };
  });
  return provider;
};
