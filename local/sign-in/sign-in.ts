import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Provider } from 'oidc-provider';
import type { Temporal } from 'temporal-polyfill';
import { loadedOnce } from '../../services/runtime/loaded-once.ts';
import type { ExampleStaffMember } from './example-staff.ts';
import { choosePage, messagePage } from './pages.ts';
import type { PlatformStore } from './store.ts';
import { openSignInStore } from './store.ts';
import type { PublicKeySet } from './tokens.ts';
import { createTokens, tokenSeconds } from './tokens.ts';

/** What local sign-in needs. */
export type SignInDeps = {
  /** The address under which the callback is mounted, `http://localhost:PORT/_local/oidc`. */
  issuer: string;
  store: PlatformStore;
  /** The platform's clock: tokens start and end on it. */
  now: () => Temporal.Instant;
  staff: readonly ExampleStaffMember[];
};

/** An access token for an example member of staff, and who that is. */
export type IssuedAccessToken = { accessToken: string; expiresIn: number; staff: ExampleStaffMember };

/** Staff sign-in on one machine, in the place of Cognito. */
export type SignIn = {
  /** Answers everything under the issuer's path. Takes the request with its path unchanged. */
  callback: (req: IncomingMessage, res: ServerResponse) => void;
  /** The public keys, for a verifier in the same process. Makes the key on the very first call. */
  jwks: () => Promise<PublicKeySet>;
  /**
   * A token as the code flow would give it, without the flow.
   *
   * @throws RangeError when no example member of staff of that council has that role
   */
  issueAccessToken: (who: { council: string; role: string }) => Promise<IssuedAccessToken>;
  /** The same for one person. @throws RangeError when nobody of the example staff has this id */
  issueAccessTokenFor: (id: string) => Promise<IssuedAccessToken>;
  clientId: string;
  /** What the staff site calls, as it calls Cognito's. */
  endpoints: Record<'authorize' | 'token' | 'logout', string>;
  /** Where the staff site of a council is sent back to with its code: `http://localhost:PORT/{council}/staff/signed-in`. */
  redirectUri: (council: string) => string;
};

const clientId = 'careway-staff';

/** Opens staff sign-in: OpenID Connect, authorization code with PKCE, tokens in the shape of Cognito's. */
export const createSignIn = ({ issuer, store, now, staff }: SignInDeps): SignIn => {
  const signInStore = openSignInStore(store);
  const tokens = createTokens({ store: signInStore, issuer, clientId, now });
  const redirectUri = (council: string) => new URL(`/${council}/staff/signed-in`, issuer).href;
  const mountPath = new URL(issuer).pathname;
  const councils = [...new Set(staff.map(({ council }) => council))];

  const loadProvider = loadedOnce(async () => {
    const { createProvider } = await import('./provider.ts');
    const redirectUris = councils.map(redirectUri);
    return createProvider({ issuer, clientId, redirectUris, store: signInStore, tokens, staff });
  });

  /** A staff site offers its own council's staff; the choice is not open to others. */
  const offered = (returnsTo: unknown) => staff.filter(({ council }) => redirectUri(council) === returnsTo);

  const choose = async (provider: Provider, req: IncomingMessage, res: ServerResponse) => {
    const { params } = await provider.interactionDetails(req, res);
    const choices = offered(params.redirect_uri);
    // Whom the start page's link names is signed in with that one press.
    const hinted = choices.find(({ id }) => id === params.login_hint);
    if (hinted) return provider.interactionFinished(req, res, { login: { accountId: hinted.id } });
    if (req.method !== 'POST') return sendPage(res, 200, choosePage(choices));
    const chosen = new URLSearchParams(await text(req)).get('staff');
    if (!choices.some(({ id }) => id === chosen)) {
      return sendPage(res, 400, messagePage('Nobody was chosen', 'Go back and choose one of the people listed.'));
    }
    await provider.interactionFinished(req, res, { login: { accountId: chosen ?? '' } });
  };

  /** Cognito's way out: back to a page of ours, and to nowhere else. */
  const logout = (address: URL, res: ServerResponse) => {
    const to = address.searchParams.get('logout_uri');
    const isOurs = councils.some((council) => to === new URL(`/${council}/staff/signed-out`, issuer).href);
    if (to === null || !isOurs || address.searchParams.get('client_id') !== clientId) {
      return sendPage(res, 400, messagePage('We cannot sign you out', 'The address to go back to is not one of ours.'));
    }
    res.writeHead(302, { location: to }).end();
  };

  const serve = async (req: IncomingMessage & { originalUrl?: string }, res: ServerResponse) => {
    const address = new URL(req.url ?? '/', issuer);
    if (address.pathname === `${mountPath}/logout`) return logout(address, res);
    const provider = await loadProvider();
    // oidc-provider finds where it is mounted by comparing the two addresses.
    req.originalUrl = req.url ?? '/';
    req.url = req.originalUrl.slice(mountPath.length) || '/';
    req.headers.cookie = withoutSession(req.headers.cookie);
    if (req.url.startsWith('/interaction/')) return choose(provider, req, res);
    await provider.callback()(req, res);
  };

  const issue = async (member: ExampleStaffMember): Promise<IssuedAccessToken> => ({
    accessToken: await tokens.access(member, 'openid profile email'),
    expiresIn: tokenSeconds,
    staff: member,
  });

  return {
    callback: (req, res) => {
      serve(req, res).catch((error: unknown) => {
        if (error instanceof Error && error.name === 'SessionNotFound') {
          return sendPage(
            res,
            400,
            messagePage('This sign-in has ended', 'Go back to the staff site and sign in again.'),
          );
        }
        console.error('Local sign-in failed', error);
        sendPage(res, 500, messagePage('Sign-in did not work', 'The terminal that runs the platform says why.'));
      });
    },
    jwks: tokens.jwks,
    issueAccessToken: async ({ council, role }) => {
      const member = staff.find((one) => one.council === council && one.roles.some((name) => name === role));
      if (!member) throw new RangeError(`No example member of staff of ${council} is ${role}`);
      return issue(member);
    },
    issueAccessTokenFor: async (id) => {
      const member = staff.find((one) => one.id === id);
      if (!member) throw new RangeError('Nobody of the example staff has this id');
      return issue(member);
    },
    clientId,
    endpoints: { authorize: `${issuer}/auth`, token: `${issuer}/token`, logout: `${issuer}/logout` },
    redirectUri,
  };
};

/**
 * Without its session cookie the provider asks who is signing in every time, unlike a real one: locally one person
 * plays every role in one browser.
 */
const withoutSession = (cookies = '') =>
  cookies
    .split(/; */)
    .filter((cookie) => !/^_session(\.|=)/.test(cookie))
    .join('; ');

const sendPage = (res: ServerResponse, status: number, html: string) => {
  if (res.headersSent) return;
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'cache-control': 'no-store',
  });
  res.end(html);
};
