import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { type Route, routes } from '../schemas/routes.ts';
import { depsOnAws } from './compose.ts';
import type { Deps } from './deps.ts';
import { logger } from './runtime/logger.ts';
import { problems } from './runtime/problems.ts';
import {
  type CallModule,
  detailsOf,
  page,
  type SiteRequest,
  type SiteResponse,
  type StaffCall,
  type StaffRequest,
} from './web/site.ts';
import { staffIdentity } from './web/staff-identity.ts';

const everyResponse = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  // No page needs what is named here, opens a window that it talks to, or is used by another site.
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const result = ({ status, type, body, encoding, headers }: SiteResponse): APIGatewayProxyResult => ({
  statusCode: status,
  headers: { ...everyResponse, 'content-type': type, ...headers },
  body,
  ...(encoding && { isBase64Encoded: true }),
});

const requestOf = (event: APIGatewayProxyEvent, requestId: string): SiteRequest => {
  const defined = (values: Record<string, string | undefined> | null) =>
    Object.entries(values ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const body = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
  return {
    params: Object.fromEntries(defined(event.pathParameters)),
    query: Object.fromEntries(defined(event.queryStringParameters)),
    headers: Object.fromEntries(defined(event.headers).map(([name, value]) => [name.toLowerCase(), value])),
    body,
    // Callers of the function other than API Gateway leave the context out.
    sender: event.requestContext?.identity?.sourceIp ?? '',
    requestId,
  };
};

/** The one place where a problem becomes a response: a page for who reads pages, else `application/problem+json`. */
const problemResponse = async (error: unknown, request: SiteRequest, deps: Deps): Promise<SiteResponse> => {
  const details = detailsOf(error, request);
  const headers = { ...(details.status === 401 && { 'www-authenticate': 'Bearer' }) };
  if (request.headers['accept']?.includes('text/html')) {
    const { problemPage } = await import('../templates/pages/pages.ts');
    const council = deps.councils.find(request.params['council'] ?? '');
    return page(details.status, problemPage({ ...(council && { council }), ...details }), headers);
  }
  return {
    status: details.status,
    type: 'application/problem+json',
    body: JSON.stringify({ type: `about:blank#${details.code}`, ...details }),
    headers: { 'cache-control': 'no-store', ...headers },
  };
};

/**
 * The one Lambda of a site: finds the call of the route that API Gateway matched, and loads its file when it is first asked for.
 * Who calls, and for which council, is settled here, before any call runs.
 *
 * @see AWS: input format of a Lambda function for proxy integration (`resource` is the path of the route)
 */
export const siteHandler = (site: Route['site'], load: (call: Route['call']) => Promise<CallModule>) => {
  const callOf = new Map<string, Route['call']>(
    routes.filter((route) => route.site === site).map(({ method, path, call }) => [`${method} ${path}`, call]),
  );

  // An import that is long done still takes as long as reading a draft.
  const calls = new Map<string, StaffCall>();

  const answer = async (event: APIGatewayProxyEvent, request: SiteRequest, deps: Deps): Promise<SiteResponse> => {
    const name = callOf.get(`${event.httpMethod} ${event.resource}`);
    if (name === undefined) throw problems.notFound();
    const slug = request.params['council'];
    const staff =
      site === 'staff' ? await staffIdentity(deps, request.headers['authorization'], slug ?? '') : undefined;
    const council = slug === undefined ? undefined : deps.councils.find(slug);
    if (slug !== undefined && council === undefined) throw problems.unknownCouncil();
    const call = calls.get(name) ?? (await load(name)).call;
    calls.set(name, call);
    // A call that is about no council never reads `council`, and only calls of the staff site read `staff`.
    return call(deps)({ ...request, council, staff } as StaffRequest);
  };

  const over =
    (deps: () => Deps) =>
    async (event: APIGatewayProxyEvent, context: Context): Promise<APIGatewayProxyResult> => {
      const request = requestOf(event, context.awsRequestId);
      logger.addContext(context);
      try {
        return result(await answer(event, request, deps()));
      } catch (error) {
        return result(await problemResponse(error, request, deps()));
      } finally {
        logger.resetKeys();
      }
    };
  return Object.assign(over(depsOnAws), { with: (deps: Deps) => over(() => deps) });
};
