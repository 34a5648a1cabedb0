import { MemoryLevel } from 'memory-level';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { exampleStaff } from '../../../local/sign-in/example-staff.ts';
import { aBrowser, aPkcePair, authorizeUrl, chooseStaff, tradeCode } from './code-flow.ts';
import { serveSignIn } from './platform.ts';

const clock = Temporal.Instant.from('2028-02-29T09:00:00Z');
const [contactOfficer, assessor] = exampleStaff(['leicestershire']);
const stranger = exampleStaff(['poole'])[0];

/** A staff site of Leicestershire about to sign in. */
const aSignIn = async (params: Record<string, string> = {}) => {
  const served = await serveSignIn(new MemoryLevel<string, string>(), () => clock);
  const { verifier, challenge } = aPkcePair();
  const client = { client_id: served.signIn.clientId, redirect_uri: served.signIn.redirectUri('leicestershire') };
  const startUrl = authorizeUrl(served.issuer, {
    ...client,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...params,
  });
  return { ...served, client, verifier, startUrl, browser: aBrowser() };
};

const claims = (token = ''): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

describe('the code flow', () => {
  it('gives an access token and an id token for the person chosen, good for 1 hour of the platform’s clock', async () => {
    const { issuer, client, verifier, startUrl, browser } = await aSignIn();

    const back = await chooseStaff(browser, startUrl, assessor?.id ?? '');
    const code = back.searchParams.get('code') ?? '';
    const { status, body } = await tradeCode(issuer, { ...client, code, code_verifier: verifier });

    expect(`${back.origin}${back.pathname}`).toBe(client.redirect_uri);
    expect(back.searchParams.get('state')).toBe('a-state');
    expect({ status, type: body.token_type, expires: body.expires_in }).toEqual({
      status: 200,
      type: 'Bearer',
      expires: 3600,
    });
    const issuedAt = clock.epochMilliseconds / 1000;
    const shared = {
      sub: assessor?.id,
      iss: issuer,
      'cognito:groups': ['leicestershire.assessor'],
      iat: issuedAt,
      exp: issuedAt + 3600,
    };
    expect(claims(body.access_token)).toMatchObject({
      ...shared,
      token_use: 'access',
      client_id: 'careway-staff',
      scope: 'openid profile email',
      username: assessor?.id,
    });
    expect(claims(body.id_token)).toMatchObject({
      ...shared,
      token_use: 'id',
      aud: 'careway-staff',
      nonce: 'a-nonce',
      email: 'assessor@leicestershire.example',
      name: assessor?.name,
    });
  });

  it('offers the 10 staff of the council that asks, nobody else, and says that it is for local use only', async () => {
    const { startUrl, browser } = await aSignIn();

    const { location } = await browser(startUrl);
    const page = await browser(location ?? '');

    expect(page.status).toBe(200);
    expect(page.body).toContain('This page is for local use only');
    expect(page.body.match(/<button name="staff"/g)).toHaveLength(10);
    expect(page.body).toContain(`value="${assessor?.id}">${assessor?.name}, assessor</button>`);
    expect(page.body).not.toContain(stranger?.id);
    expect(page.body).not.toContain('<script');
  });

  it('asks again at the next sign-in, so that one browser can be someone else', async () => {
    const { startUrl, browser, client, issuer, verifier } = await aSignIn();
    await chooseStaff(browser, startUrl, assessor?.id ?? '');

    const back = await chooseStaff(browser, startUrl, contactOfficer?.id ?? '');
    const code = back.searchParams.get('code') ?? '';
    const { body } = await tradeCode(issuer, { ...client, code, code_verifier: verifier });

    expect(claims(body.access_token).sub).toBe(contactOfficer?.id);
  });

  it.each([
    { choice: 'staff of another council', staff: stranger?.id ?? '' },
    { choice: 'nobody', staff: '' },
  ])('answers 400 to the choice of $choice', async ({ staff }) => {
    const { startUrl, browser } = await aSignIn();

    const { location } = await browser(startUrl);
    const answer = await browser(location ?? '', { staff });

    expect(answer).toMatchObject({ status: 400, body: expect.stringContaining('Nobody was chosen') });
  });

  it('answers 400 to a choice page that another browser opens', async () => {
    const { startUrl, browser } = await aSignIn();
    const { location } = await browser(startUrl);

    const answer = await aBrowser()(location ?? '');

    expect(answer).toMatchObject({ status: 400, body: expect.stringContaining('This sign-in has ended') });
  });

  it('sends a request without PKCE back with invalid_request', async () => {
    const { startUrl, browser, client } = await aSignIn({ code_challenge: '', code_challenge_method: '' });

    const { location } = await browser(startUrl);

    expect(location).toMatch(`${client.redirect_uri}?error=invalid_request`);
  });

  it.each([
    { uri: 'https://elsewhere.example/leicestershire/staff/signed-in' },
    { uri: 'http://127.0.0.1:1/leicestershire/staff/signed-in' },
  ])('never sends anyone to the unregistered $uri', async ({ uri }) => {
    const { startUrl, browser } = await aSignIn({ redirect_uri: uri });

    const answer = await browser(startUrl);

    expect(answer).toMatchObject({
      status: 400,
      location: null,
      body: expect.stringContaining('invalid_redirect_uri'),
    });
  });

  it.each([
    { fault: 'the verifier of another sign-in', change: () => ({ code_verifier: aPkcePair().verifier }) },
    { fault: 'no verifier', change: () => ({ code_verifier: '' }) },
    { fault: 'a code that was never given', change: () => ({ code: 'made-up' }) },
  ])('gives no token for $fault', async ({ change }) => {
    const { issuer, client, verifier, startUrl, browser } = await aSignIn();
    const back = await chooseStaff(browser, startUrl, assessor?.id ?? '');

    const good = { ...client, code: back.searchParams.get('code') ?? '', code_verifier: verifier };
    const { status, body } = await tradeCode(issuer, { ...good, ...change() });

    expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_grant' });
  });

  it('gives tokens for a code once', async () => {
    const { issuer, client, verifier, startUrl, browser } = await aSignIn();
    const back = await chooseStaff(browser, startUrl, assessor?.id ?? '');
    const trade = { ...client, code: back.searchParams.get('code') ?? '', code_verifier: verifier };

    const answers = [await tradeCode(issuer, trade), await tradeCode(issuer, trade)];

    expect(answers.map(({ status }) => status)).toEqual([200, 400]);
  });

  it('goes on after a restart between the choice and the trade of the code', async () => {
    const { issuer, client, verifier, startUrl, browser, restart } = await aSignIn();
    const back = await chooseStaff(browser, startUrl, assessor?.id ?? '');

    restart();
    const code = back.searchParams.get('code') ?? '';
    const { status, body } = await tradeCode(issuer, { ...client, code, code_verifier: verifier });

    expect(status).toBe(200);
    expect(claims(body.access_token).sub).toBe(assessor?.id);
  });

  it('publishes its discovery document and, without private parts, the key that jwks() gives', async () => {
    const { issuer, signIn } = await aSignIn();

    const discovery = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as {
      jwks_uri: string;
    };
    const { keys } = (await (await fetch(discovery.jwks_uri)).json()) as { keys: object[] };

    expect(discovery).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
    });
    expect(keys).toEqual((await signIn.jwks()).keys);
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });
});
