import type { IncomingMessage, ServerResponse } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { LONDON } from '../domain/time/clock-time.ts';
import { bodyOf } from './gateway.ts';
import { mailboxPath } from './mail/paths.ts';
import type { Platform } from './platform.ts';
import { s3Path } from './s3/s3.ts';
import type { StartPage } from './views/pages.ts';

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

const duration = z.string().refine((text) => /^P(?!$)(\d+[YMWD])*(T(\d+[HMS])+)?$/.test(text), {
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

type Answer = { readonly status: number; readonly json?: unknown; readonly html?: string; readonly seeOther?: string };

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
      mail: await mail.list(),
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

  const executions = async () =>
    (await stepFunctions.executions({ limit: 1000 })).map(({ currentStates, ...rest }) => ({
      ...rest,
      state: currentStates.join(', '),
    }));

  const execution = async (name: string, query: URLSearchParams): Promise<Answer | undefined> => {
    const found = (await stepFunctions.executions({ limit: 10_000 })).find((one) => one.name === name);
    if (!found) return undefined;
    const { executionPage } = await views();
    const options = {
      now: clock.now().toString(),
      mail: await mail.list(),
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
    if (call === 'GET /_local/mail') return { status: 200, json: await mail.list() };
    if (call === `GET ${mailboxPath}`) return { status: 200, html: (await mailPages()).mailPage(await mail.list()) };
    if (call.startsWith(`GET ${mailboxPath}/`)) {
      const found = await mail.get(decodeURIComponent(path.slice(mailboxPath.length + 1)));
      return found && { status: 200, html: (await mailPages()).mailMessagePage(found) };
    }
    if (call === 'GET /_local/executions') {
      if (!wantsPage) return { status: 200, json: await executions() };
      const filter = status.parse(query.get('status') ?? undefined);
      const found = await stepFunctions.executions({ limit: 200, ...(filter && { status: filter }) });
      return { status: 200, html: (await views()).executionsPage(found, filter) };
    }
    if (call.startsWith('GET /_local/executions/')) {
      return execution(decodeURIComponent(path.slice('/_local/executions/'.length)), query);
    }
    return undefined;
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = '', search = ''] = (request.url ?? '').split('?');
    if (path.startsWith('/_local/oidc')) return signIn.callback(request, response);
    if (path.startsWith(`${s3Path}/`)) return platform.s3.http(request, response);
    const { status, json, html, seeOther } = (await answer(request, path, new URLSearchParams(search))) ?? {
      status: 404,
      json: { type: 'about:blank', title: 'Not found', status: 404, detail: 'See /_local.' },
    };
    response.writeHead(status, {
      'content-type': html === undefined ? 'application/json' : 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...(seeOther && { location: seeOther }),
    });
    response.end(html ?? (json === undefined ? '' : JSON.stringify(json)));
  };
};
