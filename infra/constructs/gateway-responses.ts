import { type ResponseType as Kind, ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { busyPage, faultPage, type Reached, refusedPage } from '../../templates/busy-page.ts';
import { gatewayHeaders, gatewayProblems, gatewayTypes } from '../service-map.ts';

type Answer = { readonly kind: Kind; readonly status?: number; readonly retryAfter?: number } & (
  | { readonly title: string }
  | { readonly page: string }
);

/** What API Gateway answers by itself, before or instead of a function. Without a status, API Gateway keeps its own. */
const answers = (councils: readonly Reached[]): Readonly<Record<string, Answer>> => ({
  // API Gateway names an address that does not exist so, as if it were about a token.
  NoSuchPage: { kind: ResponseType.MISSING_AUTHENTICATION_TOKEN, ...gatewayProblems.noSuchPage },
  TooLarge: { kind: ResponseType.REQUEST_TOO_LARGE, ...gatewayProblems.tooLarge },
  MediaType: {
    kind: ResponseType.UNSUPPORTED_MEDIA_TYPE,
    status: 415,
    title: 'This kind of content is not accepted here.',
  },
  BadRequest: { kind: ResponseType.DEFAULT_4XX, title: 'The request could not be understood.' },
  TooMany: { kind: ResponseType.THROTTLED, status: 429, retryAfter: 60, page: busyPage(1, councils) },
  Refused: { kind: ResponseType.WAF_FILTERED, status: 403, page: refusedPage(councils) },
  TooSlow: { kind: ResponseType.INTEGRATION_TIMEOUT, status: 504, retryAfter: 60, page: faultPage(councils) },
  Fault: { kind: ResponseType.DEFAULT_5XX, retryAfter: 60, page: faultPage(councils) },
});

const bodyOf = (answer: Answer): string =>
  'page' in answer
    ? answer.page
    : JSON.stringify({
        type: 'about:blank',
        title: answer.title,
        ...(answer.status && { status: answer.status }),
        instance: 'urn:request:$context.requestId',
      });

/**
 * Makes API Gateway's own answers what the functions' are: a page where people meet them, and else problem details (RFC 9457) with the request's id to quote.
 *
 * The template stays under `application/json`, the type that API Gateway looks up, and the header says what it is.
 */
export const addGatewayResponses = (api: RestApi, councils: readonly Reached[]): void => {
  for (const [id, answer] of Object.entries(answers(councils))) {
    const { kind, status, retryAfter } = answer;
    const headers = {
      ...gatewayHeaders,
      'Content-Type': 'page' in answer ? gatewayTypes.page : gatewayTypes.problem,
      ...(retryAfter && { 'Retry-After': String(retryAfter) }),
    };
    api.addGatewayResponse(id, {
      type: kind,
      ...(status && { statusCode: String(status) }),
      responseHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `'${value}'`])),
      templates: { 'application/json': bodyOf(answer) },
    });
  }
};
