import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import type { z } from 'zod';
import type { Council } from '../../schemas/council.ts';
import { type Route, routes } from '../../schemas/routes.ts';
import { type Deps, depsOnAws } from './deps.ts';
import { type FieldProblem, Problem } from './errors.ts';
import { logger } from './handlers.ts';
import { problems } from './problems.ts';
import { type StaffIdentity, staffIdentity } from './staff-identity.ts';

/** The largest body that is read, in bytes. */
const bodyLimit = 256 * 1024;

/** A request as a call sees it. Header names are in lower case. */
export type SiteRequest = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** A request about a council that this deployment serves. */
export type CouncilRequest = SiteRequest & { readonly council: Council };
/** A request of a signed-in member of that council's staff. */
export type StaffRequest = CouncilRequest & { readonly staff: StaffIdentity };

/** What a call answers. */
export type SiteResponse = {
  readonly status: number;
  readonly type: 'application/json' | 'text/html; charset=utf-8' | 'text/css; charset=utf-8' | string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A call of the public site that is about no council, one that is about one, and a call of the staff site. */
export type AnyCall = (deps: Deps) => (request: SiteRequest) => Promise<SiteResponse>;
export type CouncilCall = (deps: Deps) => (request: CouncilRequest) => Promise<SiteResponse>;
export type StaffCall = (deps: Deps) => (request: StaffRequest) => Promise<SiteResponse>;

/** What every file of a site exports. */
export type CallModule = { readonly call: StaffCall };

/** A JSON answer that has passed its schema, so that no undeclared field leaks out. */
export const json = <Schema extends z.ZodType>(
  status: number,
  schema: Schema,
  value: z.input<Schema>,
  headers: Record<string, string> = {},
): SiteResponse => ({
  status,
  type: 'application/json',
  body: JSON.stringify(schema.parse(value)),
  headers: { 'cache-control': 'no-store', ...headers },
});

/** A page. Nothing but its own stylesheet and pictures may load, and nothing keeps a copy. */
export const page = (status: number, html: string, headers: Record<string, string> = {}): SiteResponse => ({
  status,
  type: 'text/html; charset=utf-8',
  body: html,
  headers: {
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ...headers,
  },
});

const problemsOf = (error: z.ZodError): FieldProblem[] =>
  error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));

/**
 * The JSON body, parsed.
 *
 * @throws Problem 415, or 400 with every problem at once
 */
export const jsonBody = <Schema extends z.ZodType>({ headers, body }: SiteRequest, schema: Schema): z.output<Schema> => {
  const [mediaType] = (headers['content-type'] ?? '').split(';');
  if (mediaType?.trim().toLowerCase() !== 'application/json') throw problems.wrongMediaType('application/json');
  let given: unknown;
  try {
    given = JSON.parse(body);
  } catch {
    throw problems.malformedJson();
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw problems.invalid(problemsOf(parsed.error));
  return parsed.data;
};

const everyResponse = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
};

const result = ({ status, type, body, headers }: SiteResponse): APIGatewayProxyResult => ({
  statusCode: status,
  headers: { ...everyResponse, 'content-type': type, ...headers },
  body,
});

const requestOf = (event: APIGatewayProxyEvent): SiteRequest => {
  const defined = (values: Record<string, string | undefined> | null) =>
    Object.entries(values ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const body = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
  return {
    params: Object.fromEntries(defined(event.pathParameters)),
    query: Object.fromEntries(defined(event.queryStringParameters)),
    headers: Object.fromEntries(defined(event.headers).map(([name, value]) => [name.toLowerCase(), value])),
    body,
  };
};

/** The one place where a problem becomes a response: a page for who reads pages, else `application/problem+json`. */
const problemResponse = async (error: unknown, request: SiteRequest, deps: Deps, requestId: string) => {
  const isKnown = error instanceof Problem;
  if (!isKnown) logger.error('A call failed', error as Error);
  const { details } = isKnown ? error : problems.ourFault(requestId);
  if (request.headers['accept']?.includes('text/html')) {
    const { problemPage } = await import('../../templates/pages/pages.ts');
    const council = deps.councils.find(request.params['council'] ?? '');
    return page(details.status, problemPage({ ...(council && { council }), ...details }));
  }
  return {
    status: details.status,
    type: 'application/problem+json',
    body: JSON.stringify({ type: `about:blank#${details.code}`, ...details }),
    headers: { 'cache-control': 'no-store', ...(details.status === 401 && { 'www-authenticate': 'Bearer' }) },
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

  const answer = async (event: APIGatewayProxyEvent, request: SiteRequest, deps: Deps): Promise<SiteResponse> => {
    const name = callOf.get(`${event.httpMethod} ${event.resource}`);
    if (name === undefined) throw problems.notFound();
    if (Buffer.byteLength(request.body) > bodyLimit) throw problems.tooLarge();
    const slug = request.params['council'];
    const staff =
      site === 'staff' ? await staffIdentity(deps, request.headers['authorization'], slug ?? '') : undefined;
    const council = slug === undefined ? undefined : deps.councils.find(slug);
    if (slug !== undefined && council === undefined) throw problems.unknownCouncil();
    const { call } = await load(name);
    // A call that is about no council never reads `council`, and only calls of the staff site read `staff`.
    return call(deps)({ ...request, council, staff } as StaffRequest);
  };

  const over = (deps: () => Deps) =>
    middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
      .use(injectLambdaContext(logger, { resetKeys: true }))
      .handler(async (event, context) => {
        const request = requestOf(event);
        try {
          return result(await answer(event, request, deps()));
        } catch (error) {
          return result(await problemResponse(error, request, deps(), context.awsRequestId));
        }
      });
  return Object.assign(over(depsOnAws), { with: (deps: Deps) => over(() => deps) });
};
