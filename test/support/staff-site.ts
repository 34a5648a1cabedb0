import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { handler } from '../../functions/staff/site.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Deps } from '../../services/deps.ts';
import { council } from './platform.ts';

/** Someone who is signed in: any id, any roles, so that two people may have the same role or one person two. */
export type SignedIn = { readonly id: string; readonly roles: readonly StaffRole[] };

/** The staff site over deps, with sign-in of its own; answers as the gateway would pass them on. */
export const createStaffSite = async (over: Deps) => {
  const issuer = 'https://sign-in.example';
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const keySet = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'key', alg: 'RS256' }] });
  const deps = { ...over, staffSignIn: { ...over.staffSignIn, issuer, clientId: 'client', keys: async () => keySet } };
  const run = handler.with(deps);

  const token = ({ id, roles }: SignedIn) => {
    const iat = Math.floor(Date.parse(deps.clock.now()) / 1000);
    const groups = roles.map((role) => `${council}.${role}`);
    const claims = { sub: id, token_use: 'access', client_id: 'client', 'cognito:groups': groups, iat, exp: iat + 60 };
    return new SignJWT(claims).setIssuer(issuer).setProtectedHeader({ alg: 'RS256', kid: 'key' }).sign(privateKey);
  };

  /** One call, such as `POST /{council}/staff/tasks/{id}/complete`; `names` fills the path. */
  return async (
    who: SignedIn,
    route: string,
    {
      names = {},
      body,
      headers = {},
    }: { names?: Record<string, string>; body?: unknown; headers?: Record<string, string> },
  ) => {
    const [httpMethod = '', path = ''] = route.split(' ');
    const values: Record<string, string> = { council, ...names };
    const event = {
      httpMethod,
      path: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
      headers: { authorization: `Bearer ${await token(who)}`, 'content-type': 'application/json', ...headers },
      queryStringParameters: null,
      body: body === undefined ? null : JSON.stringify(body),
      isBase64Encoded: false,
      // The function reads nothing else of the event.
    } as unknown as APIGatewayProxyEvent;
    const { statusCode, body: text } = await run(event, {
      awsRequestId: 'request',
      functionName: 'staff-site',
    } as Context);
    return { status: statusCode, json: JSON.parse(text) };
  };
};
