import { createHash, randomBytes } from 'node:crypto';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Aws } from './aws.ts';
import type { Outputs } from './deployment.ts';

/** A member of staff who exists in Cognito and is signed in. */
export type SignedIn = { readonly id: string; readonly email: string; readonly token: string };

const hidden = /<input type="hidden" name="([^"]+)" value="([^"]*)">/g;
const form = (fields: Record<string, string>): RequestInit => ({
  method: 'POST',
  redirect: 'manual',
  body: new URLSearchParams(fields),
});

/**
 * Signs in as a browser does: Cognito's page, the code that comes back to the council's address, and the exchange of the code with
 * its PKCE proof. The emulator's page does not ask for the second factor that the pool requires, as AWS's does.
 *
 * @see Amazon Cognito Developer Guide, "Using PKCE in authorization code grants" and "Adding MFA to a user pool"
 */
const accessToken = async (
  endpoint: string,
  { SiteUrl, StaffClient }: Outputs,
  council: string,
  user: { username: string; password: string },
): Promise<string> => {
  const verifier = randomBytes(32).toString('base64url');
  const redirect = `${SiteUrl}/${council}/staff/signed-in`;
  const question = new URLSearchParams({
    client_id: StaffClient,
    redirect_uri: redirect,
    response_type: 'code',
    scope: 'openid email profile',
    state: randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const page = await (await fetch(`${endpoint}/oauth2/authorize?${question}`)).text();
  const fields = Object.fromEntries([...page.matchAll(hidden)].map(([, name = '', value = '']) => [name, value]));
  const signedIn = await fetch(`${endpoint}/login`, form({ ...fields, ...user }));
  const location = signedIn.headers.get('location');
  if (!location?.startsWith(redirect)) throw new Error(`Sign-in of ${user.username} answered ${signedIn.status}`);
  const exchanged = await fetch(
    `${endpoint}/oauth2/token`,
    form({
      grant_type: 'authorization_code',
      client_id: StaffClient,
      redirect_uri: redirect,
      code: new URL(location).searchParams.get('code') ?? '',
      code_verifier: verifier,
    }),
  );
  const tokens: { access_token?: string } = JSON.parse(await exchanged.text());
  if (tokens.access_token === undefined) throw new Error(`The code of ${user.username} was not exchanged for a token`);
  return tokens.access_token;
};

/** Invites one member of staff with one role, as an administrator does, and signs them in. */
export const signInAs = async (
  aws: Aws,
  endpoint: string,
  outputs: Outputs,
  council: string,
  role: StaffRole,
): Promise<SignedIn> => {
  const email = `${role}@${council}.example`;
  const user = { UserPoolId: outputs.StaffUserPool, Username: email };
  const password = `A1!${randomBytes(18).toString('base64url')}`;
  type Created = { User: { Attributes: { Name: string; Value: string }[] } };
  const { User } = await aws<Created>('cognito-idp', 'AdminCreateUser', {
    ...user,
    MessageAction: 'SUPPRESS',
    TemporaryPassword: `A1!${randomBytes(18).toString('base64url')}`,
    UserAttributes: [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
    ],
  });
  await aws('cognito-idp', 'AdminSetUserPassword', { ...user, Password: password, Permanent: true });
  await aws('cognito-idp', 'AdminAddUserToGroup', { ...user, GroupName: `${council}.${role}` });
  const token = await accessToken(endpoint, outputs, council, { username: email, password });
  return { id: User.Attributes.find(({ Name }) => Name === 'sub')?.Value ?? '', email, token };
};
