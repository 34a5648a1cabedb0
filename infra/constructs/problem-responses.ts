import { type ResponseType as Kind, ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { gatewayProblemHeaders, gatewayProblems } from '../service-map.ts';

type Problem = { readonly kind: Kind; readonly status?: number; readonly title: string };

/** What API Gateway answers by itself, before or instead of a function. Without a status, API Gateway keeps its own. */
const problems: Readonly<Record<string, Problem>> = {
  // API Gateway names an address that does not exist so, as if it were about a token.
  NoSuchPage: { kind: ResponseType.MISSING_AUTHENTICATION_TOKEN, ...gatewayProblems.noSuchPage },
  TooLarge: { kind: ResponseType.REQUEST_TOO_LARGE, ...gatewayProblems.tooLarge },
  TooMany: { kind: ResponseType.THROTTLED, status: 429, title: 'Too many requests just now. Try again in a minute.' },
  MediaType: {
    kind: ResponseType.UNSUPPORTED_MEDIA_TYPE,
    status: 415,
    title: 'This kind of content is not accepted here.',
  },
  Refused: { kind: ResponseType.WAF_FILTERED, status: 403, title: 'This request was refused for safety.' },
  TooSlow: { kind: ResponseType.INTEGRATION_TIMEOUT, status: 504, title: 'The answer took too long. Try again.' },
  BadRequest: { kind: ResponseType.DEFAULT_4XX, title: 'The request could not be understood.' },
  Fault: { kind: ResponseType.DEFAULT_5XX, title: 'Something went wrong on our side. Try again later.' },
};

/**
 * Makes API Gateway's own answers problem details (RFC 9457) with the request's id to quote, as the functions' answers are.
 *
 * The template stays under `application/json`, the type that API Gateway looks up, and the header says what it is.
 */
export const addProblemResponses = (api: RestApi): void => {
  for (const [id, { kind, status, title }] of Object.entries(problems)) {
    const body = { type: 'about:blank', title, ...(status && { status }), instance: 'urn:request:$context.requestId' };
    api.addGatewayResponse(id, {
      type: kind,
      ...(status && { statusCode: String(status) }),
      responseHeaders: Object.fromEntries(
        Object.entries(gatewayProblemHeaders).map(([name, value]) => [name, `'${value}'`]),
      ),
      templates: { 'application/json': JSON.stringify(body) },
    });
  }
};
