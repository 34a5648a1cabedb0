import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import {
  forwardedHeader,
  gatewayHeaders,
  gatewayPaths,
  gatewayProblems,
  gatewayTypes,
  siteMethods,
  sites,
  tooManyRequests,
} from '../infra/service-map.ts';
import { pathMatcher } from '../schemas/route-paths.ts';
import { clientAddresses } from '../services/web/client-address.ts';
import { busyPage, faultPage, type Reached } from '../templates/busy-page.ts';
import { compressed } from './compression.ts';
import type { Lambda } from './lambda.ts';
import type { RateLimits } from './rate-limits.ts';

/** API Gateway takes at most 10 MB. @see Amazon API Gateway quotas */
const payloadLimit = 10 * 1024 * 1024;
/** A function is given at most 6 MB, a body in base64 among it. @see AWS Lambda quotas */
const eventLimit = 6 * 1024 * 1024;

/** The body of a request, or undefined where it is larger than API Gateway takes. */
export const bodyOf = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  // A request that announces no body has none. @see RFC 9112, section 6.3
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (length === undefined && encoding === undefined) return Buffer.alloc(0);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    // Read on without keeping it, so that the answer reaches a client that is still sending.
    if (size <= payloadLimit) chunks.push(chunk);
  }
  return size > payloadLimit ? undefined : Buffer.concat(chunks);
};

const answerByItself = (response: ServerResponse, { status, title }: { status: number; title: string }): void => {
  response.writeHead(status, { ...gatewayHeaders, 'Content-Type': gatewayTypes.problem });
  response.end(JSON.stringify({ type: 'about:blank', title, status, instance: `urn:request:${randomUUID()}` }));
};

/** What the firewall answers where a limit is reached: a page to who reads pages. */
const turnAway = (
  { headers }: IncomingMessage,
  response: ServerResponse,
  seconds: number,
  councils: readonly Reached[],
): void => {
  const readsPages = (headers.accept ?? '').includes('text/html');
  response.writeHead(429, {
    ...gatewayHeaders,
    'Retry-After': String(seconds),
    'Content-Type': readsPages ? 'text/html' : 'application/json',
  });
  response.end(readsPages ? busyPage(seconds / 60, councils) : JSON.stringify(tooManyRequests(seconds)));
};

const peerOf = (request: IncomingMessage): string => request.socket.remoteAddress ?? '';

const eventOf = (
  request: IncomingMessage,
  { resource, params, body }: { resource: string; params: Readonly<Record<string, string>>; body: Buffer },
): APIGatewayProxyEvent => {
  const [path = '/', query] = (request.url ?? '/').split('?', 2);
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const peer = peerOf(request);
  // API Gateway adds from whom it got the request itself.
  const forwarded = headers[forwardedHeader.toLowerCase()];
  headers[forwardedHeader.toLowerCase()] = forwarded === undefined ? peer : `${forwarded}, ${peer}`;
  const method = request.method ?? 'GET';
  return {
    resource,
    path,
    httpMethod: method,
    headers,
    // The functions read these by their single values alone.
    multiValueHeaders: {},
    queryStringParameters: query === undefined ? {} : Object.fromEntries(new URLSearchParams(query)),
    multiValueQueryStringParameters: null,
    pathParameters: { ...params },
    stageVariables: null,
    // Every media type counts as binary, as the deployed API has it, so that files can be answered too.
    body: body.length > 0 ? body.toString('base64') : null,
    isBase64Encoded: body.length > 0,
    // The functions read the sender's address alone; the rest of what AWS puts here is left out.
    requestContext: {
      requestId: randomUUID(),
      resourcePath: resource,
      httpMethod: method,
      identity: { sourceIp: peer },
    } as never,
  };
};

/** What stands before the gateway: a firewall that counts, and whoever passes requests on. */
export type Before = {
  /** Absent where a play asks faster than people do. */
  readonly rateLimits?: RateLimits;
  /** The councils that are served, which the firewall counts. */
  readonly served?: readonly string[];
  /** How they are reached, for the firewall's page. */
  readonly reached?: () => readonly Reached[];
  /** Ranges of addresses of proxies whose word is taken for whom they ask. */
  readonly proxies?: readonly string[];
};

/**
 * API Gateway on one machine, with its firewall: finds the door in the manifest, calls the function of its site with a REST proxy event, and writes its
 * answer. What no door lets through gets the gateway's own 404, as the deployed API says it.
 *
 * @see Amazon API Gateway Developer Guide, Lambda proxy integrations
 */
export const createGateway = (
  lambda: Pick<Lambda, 'invoke'>,
  { rateLimits, served = [], reached = () => [], proxies = [] }: Before = {},
) => {
  const find = pathMatcher(gatewayPaths);
  const clientOf = clientAddresses(proxies);

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = '/'] = (request.url ?? '/').split('?');
    // A path with a % that makes no character is passed on as it is: the functions say that there is no such page.
    const found = find(path) ?? find(path.replaceAll('%', '%25'));
    const method = request.method ?? '';
    const slug = found?.params['council'];
    const seconds = rateLimits?.({
      address: clientOf(peerOf(request), [request.headers[forwardedHeader.toLowerCase()]].flat().join(', ')),
      council: slug !== undefined && served.includes(slug) ? slug : undefined,
      method,
      guarded: found !== undefined && 'guarded' in found.entry,
    });
    if (seconds !== undefined) return turnAway(request, response, seconds, reached());
    const methods: readonly string[] = found === undefined ? [] : siteMethods[found.entry.site];
    if (found === undefined || !methods.includes(method)) return answerByItself(response, gatewayProblems.noSuchPage);
    const body = await bodyOf(request);
    if (body === undefined) return answerByItself(response, gatewayProblems.tooLarge);
    const { entry, params } = found;
    const event = eventOf(request, { resource: entry.path, params, body });
    if (Buffer.byteLength(JSON.stringify(event)) > eventLimit) {
      return answerByItself(response, gatewayProblems.tooLarge);
    }
    let result: APIGatewayProxyResult;
    try {
      result = (await lambda.invoke(sites[entry.site], event)) as APIGatewayProxyResult;
    } catch (error) {
      response.writeHead(502, { ...gatewayHeaders, 'Content-Type': gatewayTypes.page }).end(faultPage(reached()));
      throw error;
    }
    const answered = result.isBase64Encoded ? Buffer.from(result.body, 'base64') : result.body;
    const { content, headers } = await compressed(answered, request.headers['accept-encoding'], result.headers);
    // A text is sent in one piece with its head.
    const length = method === 'HEAD' ? {} : { 'content-length': Buffer.byteLength(content) };
    response.writeHead(result.statusCode, { ...result.headers, ...headers, ...length });
    response.end(content);
  };
};
