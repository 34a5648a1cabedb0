import { JwtVerifier } from 'aws-jwt-verify';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { MemoryLevel } from 'memory-level';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { exampleStaff } from '../../../local/sign-in/example-staff.ts';
import { createSignIn } from '../../../local/sign-in/sign-in.ts';
import { aFailingLevel } from '../full-once.ts';
import { aBrowser, aPkcePair, authorizeUrl, chooseStaff, tradeCode } from './code-flow.ts';
import { serveSignIn } from './platform.ts';

const issuer = 'http://localhost:8080/_local/oidc';
const now = () => Temporal.Now.instant();

const aSignIn = (changes: Partial<Parameters<typeof createSignIn>[0]> = {}) =>
  createSignIn({
    issuer,
    store: new MemoryLevel<string, string>(),
    now,
    staff: exampleStaff(['leicestershire', 'poole']),
    ...changes,
  });

/** Verifies as the staff API does: issuer, key set, expiry by the time of the machine, and Cognito's claims. */
const verifierOf = async (signIn: ReturnType<typeof aSignIn>, from = issuer) => {
  const verifier = JwtVerifier.create({
    issuer: from,
    audience: null,
    jwksUri: `${from}/jwks`,
    customJwtCheck: ({ payload }) => {
      if (payload.token_use !== 'access' || payload.client_id !== signIn.clientId) throw new Error('other use');
    },
  });
  verifier.cacheJwks(await signIn.jwks());
  return verifier;
};

const manager = { council: 'poole', role: 'manager' };

describe('access tokens', () => {
  it('are given again once the disk on which their key is kept has room', async () => {
    const { level, fails } = aFailingLevel();
    const signIn = aSignIn({ store: level });
    fails.writes = true;
    await expect(signIn.issueAccessToken(manager)).rejects.toThrow('No space left on device');

    fails.writes = false;
    const { accessToken } = await signIn.issueAccessToken(manager);

    expect(await (await verifierOf(signIn)).verify(accessToken)).toMatchObject({ token_use: 'access' });
  });

  it('verify with aws-jwt-verify whether they come from the code flow or from issueAccessToken', async () => {
    const served = await serveSignIn(new MemoryLevel<string, string>(), now);
    const { verifier: codeVerifier, challenge } = aPkcePair();
    const client = { client_id: served.signIn.clientId, redirect_uri: served.signIn.redirectUri('poole') };
    const startUrl = authorizeUrl(served.issuer, {
      ...client,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    const direct = await served.signIn.issueAccessToken(manager);

    const back = await chooseStaff(aBrowser(), startUrl, direct.staff.id);
    const code = back.searchParams.get('code') ?? '';
    const { body } = await tradeCode(served.issuer, { ...client, code, code_verifier: codeVerifier });
    const verifier = await verifierOf(served.signIn, served.issuer);
    const fromFlow = await verifier.verify(body.access_token ?? '');
    const fromDirect = await verifier.verify(direct.accessToken);

    expect(fromFlow).toMatchObject({
      sub: direct.staff.id,
      'cognito:groups': ['poole.manager'],
      scope: fromDirect.scope,
    });
    expect(Object.keys(fromFlow).sort()).toEqual(Object.keys(fromDirect).sort());
  });

  it('name the member of staff and last 3,600 seconds', async () => {
    const { accessToken, expiresIn, staff } = await aSignIn().issueAccessToken(manager);

    expect(expiresIn).toBe(3600);
    expect(staff).toEqual(exampleStaff(['poole']).find(({ roles }) => roles.includes('manager')));
    expect(accessToken.split('.')).toHaveLength(3);
  });

  it('still verify after a restart, for the key is kept', async () => {
    const store = new MemoryLevel<string, string>();
    const { accessToken } = await aSignIn({ store }).issueAccessToken(manager);

    const verifier = await verifierOf(aSignIn({ store }));

    expect(await verifier.verify(accessToken)).toMatchObject({ 'cognito:groups': ['poole.manager'] });
  });

  it('share 1 key when the first 2 tokens are asked for at once', async () => {
    const signIn = aSignIn();
    const issued = await Promise.all([signIn.issueAccessToken(manager), signIn.issueAccessToken(manager)]);

    const verifier = await verifierOf(signIn);

    expect(await Promise.all(issued.map(({ accessToken }) => verifier.verify(accessToken)))).toHaveLength(2);
  });

  it.each([
    { secondsAgo: 3595, verdict: 'accepted' },
    { secondsAgo: 3605, verdict: 'JwtExpiredError' },
  ])('are $verdict $secondsAgo seconds after the clock at which they were issued', async ({ secondsAgo, verdict }) => {
    const signIn = aSignIn({ now: () => now().subtract({ seconds: secondsAgo }) });
    const { accessToken } = await signIn.issueAccessToken(manager);

    const verifier = await verifierOf(signIn);
    const outcome = await verifier.verify(accessToken).then(
      () => 'accepted',
      (error: Error) => error.constructor.name,
    );

    expect(outcome).toBe(verdict);
  });

  it('are refused when they come from another issuer, even with the same key', async () => {
    const store = new MemoryLevel<string, string>();
    const { accessToken } = await aSignIn({ store, issuer: 'http://localhost:9999/_local/oidc' }).issueAccessToken(
      manager,
    );

    const verifier = await verifierOf(aSignIn({ store }));

    await expect(verifier.verify(accessToken)).rejects.toThrow(/Issuer not allowed/);
  });

  it('are refused when another key signed them under the name of ours', async () => {
    const signIn = aSignIn();
    const [ours] = (await signIn.jwks()).keys;
    const { accessToken } = await signIn.issueAccessToken(manager);
    const payload = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256', kid: ours?.kid ?? '' })
      .sign(privateKey);

    const verifier = await verifierOf(signIn);

    await expect(verifier.verify(forged)).rejects.toThrow(/Invalid signature/);
  });

  it('are refused when their groups were changed after signing', async () => {
    const signIn = aSignIn();
    const [header, body = '', signature] = (await signIn.issueAccessToken(manager)).accessToken.split('.');
    const payload = {
      ...JSON.parse(Buffer.from(body, 'base64url').toString()),
      'cognito:groups': ['leicestershire.manager'],
    };
    const changed = Buffer.from(JSON.stringify(payload)).toString('base64url');

    const verifier = await verifierOf(signIn);

    await expect(verifier.verify(`${header}.${changed}.${signature}`)).rejects.toThrow(/Invalid signature/);
  });

  it('are refused with the algorithm none', async () => {
    const signIn = aSignIn();
    const [ours] = (await signIn.jwks()).keys;
    const body = (await signIn.issueAccessToken(manager)).accessToken.split('.')[1] ?? '';
    const header = Buffer.from(JSON.stringify({ alg: 'none', kid: ours?.kid })).toString('base64url');
    const unsigned = new UnsecuredJWT(JSON.parse(Buffer.from(body, 'base64url').toString())).encode();

    const verifier = await verifierOf(signIn);

    await expect(verifier.verify(unsigned)).rejects.toThrow();
    await expect(verifier.verify(`${header}.${body}.bm9uZQ`)).rejects.toThrow(
      /JWT signature algorithm not allowed|algorithm/,
    );
  });

  it.each([
    { council: 'nowhere', role: 'manager' },
    { council: 'poole', role: 'mayor' },
  ])('are not issued to a $role of $council', async (who) => {
    await expect(aSignIn().issueAccessToken(who)).rejects.toThrow(RangeError);
  });
});
