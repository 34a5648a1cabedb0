import type * as z from 'zod';
import { problemsOf } from '../../schemas/answers.ts';
import type { Council } from '../../schemas/council.ts';
import type { Deps } from '../deps.ts';
import { isAwsTrouble } from '../runtime/aws-trouble.ts';
import { Problem, type ProblemDetails } from '../runtime/errors.ts';
import { logger } from '../runtime/logger.ts';
import { problems } from '../runtime/problems.ts';
import { speakPlainly } from './plain-messages.ts';
import type { StaffIdentity } from './staff-identity.ts';

speakPlainly();

/** A request as a call sees it. Header names are in lower case. */
export type SiteRequest = {
  /** The path that was asked for, without query. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The network address of the client, as API Gateway saw it or a proxy of ours says it. Personal data: never stored or logged as it is. */
  readonly sender: string;
  /** The number by which the log finds this request; a person may be told it. */
  readonly requestId: string;
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
  /** How the body stands for bytes that are no text; API Gateway undoes it. */
  readonly encoding?: 'base64';
  readonly headers?: Readonly<Record<string, string>>;
  /** A form that was kept for whoever asks and is to be sent for them now, in place of this answer; `sent` is told when it has done its work. */
  readonly sendFor?: {
    readonly path: string;
    readonly query: Record<string, string>;
    readonly body: string;
    readonly sent: () => Promise<void>;
  };
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

/** A page. Nothing but its own stylesheet, script and pictures may load, none of it inline, and nothing keeps a copy. */
export const page = (status: number, html: string, headers: Record<string, string> = {}): SiteResponse => ({
  status,
  type: 'text/html; charset=utf-8',
  body: html,
  headers: {
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ...headers,
  },
});

/** A file to keep. Its name holds letters, digits and hyphens only, so that it is safe on every disk. */
export const file = (type: string, content: Buffer, name: string): SiteResponse => ({
  status: 200,
  type,
  body: content.toString('base64'),
  encoding: 'base64',
  headers: {
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '')}"`,
  },
});

/** @throws Problem 415 where a body is of another kind */
export const expectMediaType = ({ headers }: Pick<SiteRequest, 'headers'>, wanted: string): void => {
  const [mediaType] = (headers['content-type'] ?? '').split(';');
  if (mediaType?.trim().toLowerCase() !== wanted) throw problems.wrongMediaType(wanted);
};

/**
 * The JSON body, parsed.
 *
 * @throws Problem 415, or 400 with every problem at once
 */
export const jsonBody = <Schema extends z.ZodType>(request: SiteRequest, schema: Schema): z.output<Schema> => {
  expectMediaType(request, 'application/json');
  let given: unknown;
  try {
    given = JSON.parse(request.body);
  } catch {
    throw problems.malformedJson();
  }
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw problems.invalid(problemsOf(parsed.error));
  return parsed.data;
};

/** The same in a line, where a page shows what was typed again. */
export const sentenceOf = (error: unknown, request: Pick<SiteRequest, 'requestId'>): string => {
  const { title, detail } = detailsOf(error, request);
  return `${title}. ${detail}`;
};

/** What the caller is told of an error. One that nobody foresaw is logged, and told by its number alone. */
export const detailsOf = (error: unknown, { requestId }: Pick<SiteRequest, 'requestId'>): ProblemDetails => {
  if (error instanceof Problem) return error.details;
  logger.error('A call failed', error as Error);
  if (error instanceof Error && error.name === 'MailNotAccepted') return problems.noMail().details;
  return (isAwsTrouble(error) ? problems.outOfReach(requestId) : problems.ourFault(requestId)).details;
};
