import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import createRouter from 'find-my-way';
import { routes, sites } from '../infra/service-map.ts';
import type { Lambda } from './lambda.ts';

/** API Gateway takes at most 10 MB. @see Amazon API Gateway quotas */
const payloadLimit = 10 * 1024 * 1024;

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

const problem = (response: ServerResponse, status: number, title: string, detail: string) => {
  response.writeHead(status, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify({ type: 'about:blank', title, status, detail }));
};

const eventOf = (
  request: IncomingMessage,
  { resource, params, body }: { resource: string; params: Record<string, string | undefined>; body: Buffer },
): APIGatewayProxyEvent => {
  const [path = '/', query] = (request.url ?? '/').split('?', 2);
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
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
    pathParameters: params,
    stageVariables: null,
    // Every media type counts as binary, as the deployed API has it, so that files can be answered too.
    body: body.length > 0 ? body.toString('base64') : null,
    isBase64Encoded: body.length > 0,
    // The functions read the sender's address alone; the rest of what AWS puts here is left out.
    requestContext: {
      requestId: randomUUID(),
      resourcePath: resource,
      httpMethod: method,
      identity: { sourceIp: request.socket.remoteAddress ?? '' },
    } as never,
  };
};

/**
 * API Gateway on one machine: finds the route in the manifest, calls the site's function with a REST proxy event, and writes its
 * answer. What no route matches gets the gateway's own 404, as the deployed API says it.
 *
 * @see Amazon API Gateway Developer Guide, Lambda proxy integrations
 */
export const createGateway = (lambda: Lambda) => {
  const router = createRouter({ ignoreTrailingSlash: true });
  for (const { method, path, site } of routes) {
    router.on(method, path.replace(/\{\w+\+\}/, '*').replaceAll(/\{(\w+)\}/g, ':$1'), () => undefined, {
      resource: path,
      site,
    });
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = '/'] = (request.url ?? '/').split('?');
    // HEAD is answered as GET without its body, so that a mail scanner that asks with HEAD learns nothing and changes nothing.
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const found = router.find(method as 'GET', path);
    if (found === null) return problem(response, 404, 'There is nothing at this address.', 'See /openapi.json.');
    const body = await bodyOf(request);
    if (body === undefined) return problem(response, 413, 'Request too long', 'Send at most 10 MB.');
    const { resource, site } = found.store as { resource: string; site: keyof typeof sites };
    const event = eventOf(request, { resource, params: found.params, body });
    const result = (await lambda.invoke(sites[site], { ...event, httpMethod: method })) as APIGatewayProxyResult;
    // A text is sent in one piece with its head.
    const content = result.isBase64Encoded ? Buffer.from(result.body, 'base64') : result.body;
    const length = Buffer.byteLength(content);
    response.writeHead(result.statusCode, { ...result.headers, 'content-length': length });
    response.end(request.method === 'HEAD' ? undefined : content);
  };
};
