import type { IncomingMessage, ServerResponse } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { LONDON } from '../domain/time/clock-time.ts';
import { bodyOf } from './gateway.ts';
import { mailboxPath } from './mail/paths.ts';
import type { Platform } from './platform.ts';
import { s3Path } from './s3/s3.ts';
import type { StartPage } from './views/pages.ts';

const executionsPath = '/_local/executions';

/** An instant, or a date with a time of London's clocks, which a person types more easily. */
const instant = z.string().transform((written, context) => {
  const text = written.trim();
  try {
    if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/.test(text)) {
      return Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime(LONDON).toInstant();
    }
    return Temporal.Instant.from(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'Give an instant such as 2027-01-04T09:00:00Z' });
    return z.NEVER;
  }
});

/** A whole number of each unit, the longest first, as ISO 8601 has them. */
const duration = z
  .string()
  .regex(/^P(?!$)(\d{1,9}Y)?(\d{1,9}M)?(\d{1,9}W)?(\d{1,9}D)?(T(?!$)(\d{1,9}H)?(\d{1,9}M)?(\d{1,9}S)?)?$/, {
    error: 'Give a duration such as P6W, P12M or PT1H',
  });

/** How the clock is moved: by a time, to an instant, or to the next thing that a person would notice. */
const move = z.union(
  [
    z.strictObject({ forward: duration }),
    z.strictObject({ to: instant }),
    z.strictObject({ next: z.union([z.literal(true), z.literal('true')]) }),
  ],
  { error: 'Send one of {"forward":"P6W"}, {"to":"2027-01-04T09:00:00Z"} and {"next":true}' },
);

/** What the filter of the list of executions may ask for; anything else is no filter. */
const status = z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']).optional().catch(undefined);

const who = z.strictObject({ council: z.string(), role: z.string() });

type Answer = {
  readonly status: number;
  readonly json?: unknown;
  readonly html?: string;
  readonly seeOther?: string;
  /** Where a list goes on. */
  readonly next?: string | undefined;
};

/** How many of a list are given at once, as JSON and on a page. */
const [atOnce, onPage] = [1000, 200];

/** What is asked for below a path, by its name; undefined where it is not below it, or no name is written so. */
const nameBelow = (path: string, asked: string): string | undefined => {
  if (!asked.startsWith(`${path}/`)) return undefined;
  try {
    return decodeURIComponent(asked.slice(path.length + 1));
  } catch {
    return undefined;
  }
};

/** As many of a list as are given at once, and where it goes on, if it does. One more than these is read. */
const partOf = <One>(
  found: readonly One[],
  { limit, path, id, status }: { limit: number; path: string; id: (one: One) => string; status?: string | undefined },
): { part: readonly One[]; next?: string } => {
  const part = found.slice(0, limit);
  const last = part.at(-1);
  if (found.length <= limit || last === undefined) return { part };
  return { part, next: `${path}?${new URLSearchParams({ ...(status && { status }), after: id(last) })}` };
};

const bad = (detail: string): Answer => ({
  status: 400,
  json: { type: 'about:blank', title: 'There is a problem', status: 400, detail },
});

/** What only the local platform has, under `/_local`: none of it is deployed. */
export const createLocalApi = (platform: Platform) => {
  const { clock, deps, mail, signIn, stepFunctions } = platform;

  const clockView = () => ({
    now: clock.now().toString(),
    next: clock.peekNext()?.toString() ?? null,
    mode: clock.mode,
  });

  // The pages load with the first that is asked for: most starts serve the API alone.
  const views = () => import('./views/pages.ts');
  const mailPages = () => import('./mail/pages.ts');

  const start = async (told: Pick<StartPage, 'since' | 'problem'>): Promise<string> => {
    const { startPage } = await views();
    const { councils } = deps;
    return startPage({
      ...clockView(),
      ...told,
      staff: platform.staff,
      councils: councils.slugs.map((slug) => councils.known(slug)),
      executions: await stepFunctions.executions({ status: 'RUNNING', limit: 51 }),
      mail: await mail.list({ limit: atOnce }),
      mailCount: await mail.count(),
      health: await platform.health(),
      definitions: platform.definitions,
    });
  };

  const read = async (request: IncomingMessage): Promise<{ fields: unknown; isForm: boolean }> => {
    const body = (await bodyOf(request))?.toString('utf8') ?? '';
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
    try {
      return { fields: isForm ? Object.fromEntries(new URLSearchParams(body)) : JSON.parse(body), isForm };
    } catch {
      return { fields: undefined, isForm };
    }
  };

  const moveClock = async (request: IncomingMessage): Promise<Answer> => {
    const { fields, isForm } = await read(request);
    const parsed = move.safeParse(fields);
    const refused = async (message: string, inForm = message): Promise<Answer> => {
      if (!isForm) return bad(message);
      const given = z.object({ to: z.string() }).safeParse(fields).data?.to ?? '';
      return { status: 400, html: await start({ problem: { message: inForm, given } }) };
    };
    if (!parsed.success) {
      const messages = parsed.error.issues.map(({ message }) => message).join(' ');
      return refused(messages, 'Enter a time in London such as 2027-01-04 09:00');
    }
    const before = clock.now().toString();
    try {
      if ('forward' in parsed.data) await clock.forward(parsed.data.forward);
      else if ('to' in parsed.data) await clock.moveTo(parsed.data.to);
      else await platform.nextEvent();
    } catch (error) {
      if (error instanceof RangeError) return refused(error.message);
      throw error;
    }
    return isForm ? { status: 303, seeOther: `/_local?since=${before}` } : { status: 200, json: clockView() };
  };

  const token = async (request: IncomingMessage): Promise<Answer> => {
    const parsed = who.safeParse((await read(request)).fields);
    if (!parsed.success) return bad('Send {"council":"leicestershire","role":"assessor"}');
    try {
      return { status: 200, json: await signIn.issueAccessToken(parsed.data) };
    } catch (error) {
      if (error instanceof RangeError)
        return { status: 404, json: { title: 'Nobody has this role', detail: error.message } };
      throw error;
    }
  };

  const executionParts = async (query: URLSearchParams, limit: number) => {
    const [filter, after] = [status.parse(query.get('status') ?? undefined), query.get('after')];
    const found = await stepFunctions.executions({
      limit: limit + 1,
      ...(filter && { status: filter }),
      ...(after && { after }),
    });
    return { filter, ...partOf(found, { limit, path: executionsPath, id: ({ arn }) => arn, status: filter }) };
  };

  const executions = async (query: URLSearchParams): Promise<Answer> => {
    const { part, next } = await executionParts(query, atOnce);
    const json = part.map(({ currentStates, ...rest }) => ({ ...rest, state: currentStates.join(', ') }));
    return { status: 200, json, next };
  };

  const mailParts = async (query: URLSearchParams, limit: number, path: string) => {
    const after = query.get('after');
    const found = await mail.list({ limit: limit + 1, ...(after && { after }) });
    return partOf(found, { limit, path, id: ({ id }) => id });
  };

  const execution = async (name: string, query: URLSearchParams): Promise<Answer | undefined> => {
    const found = await stepFunctions.executionNamed(name);
    if (!found) return undefined;
    const { executionPage } = await views();
    const options = {
      now: clock.now().toString(),
      mail: await mail.list({ since: found.startDate }),
      catches: query.has('catches'),
      allEvents: query.get('events') === 'all',
    };
    return { status: 200, html: await executionPage(found, platform.definitions[found.machine] ?? '{}', options) };
  };

  const answer = async (
    request: IncomingMessage,
    path: string,
    query: URLSearchParams,
  ): Promise<Answer | undefined> => {
    const wantsPage = request.headers.accept?.includes('text/html') ?? false;
    const call = `${request.method} ${path}`;
    if (call === 'GET /_local' || call === 'GET /_local/') {
      const since = instant.safeParse(query.get('since')).data;
      return { status: 200, html: await start(since ? { since: since.toString() } : {}) };
    }
    if (call === 'POST /_local/sign-in') return token(request);
    if (call === 'GET /_local/clock') return { status: 200, json: clockView() };
    if (call === 'POST /_local/clock') return moveClock(request);
    if (call === 'GET /_local/mail') {
      const { part, next } = await mailParts(query, atOnce, '/_local/mail');
      return { status: 200, json: part, next };
    }
    if (call === `GET ${mailboxPath}`) {
      const { part, next } = await mailParts(query, onPage, mailboxPath);
      return { status: 200, html: (await mailPages()).mailPage(part, next) };
    }
    if (call === `GET ${executionsPath}`) {
      if (!wantsPage) return executions(query);
      const { part, next, filter } = await executionParts(query, onPage);
      return { status: 200, html: (await views()).executionsPage(part, filter, next) };
    }
    const [mailId, name] = [nameBelow(mailboxPath, path), nameBelow(executionsPath, path)];
    if (request.method === 'GET' && mailId) {
      const found = await mail.get(mailId);
      return found && { status: 200, html: (await mailPages()).mailMessagePage(found) };
    }
    if (request.method === 'GET' && name) return execution(name, query);
    return undefined;
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = '', search = ''] = (request.url ?? '').split('?');
    if (path.startsWith('/_local/oidc')) return signIn.callback(request, response);
    if (path.startsWith(`${s3Path}/`)) return platform.s3.http(request, response);
    const { status, json, html, seeOther, next } = (await answer(request, path, new URLSearchParams(search))) ?? {
      status: 404,
      json: { type: 'about:blank', title: 'Not found', status: 404, detail: 'See /_local.' },
    };
    response.writeHead(status, {
      'content-type': html === undefined ? 'application/json' : 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...(seeOther && { location: seeOther }),
      ...(next && html === undefined && { link: `<${next}>; rel="next"` }),
    });
    response.end(html ?? (json === undefined ? '' : JSON.stringify(json)));
  };
};
