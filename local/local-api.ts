import type { IncomingMessage, ServerResponse } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { bodyOf } from './gateway.ts';
import { mailboxPath, mailMessagePage, mailPage } from './mail/pages.ts';
import type { Platform } from './platform.ts';
import { executionPage, executionsPage, startPage } from './views/pages.ts';

const instant = z.string().transform((text, context) => {
  try {
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

const who = z.strictObject({ council: z.string(), role: z.string() });

type Answer = { readonly status: number; readonly json?: unknown; readonly html?: string; readonly seeOther?: string };

const bad = (detail: string): Answer => ({
  status: 400,
  json: { type: 'about:blank', title: 'There is a problem', status: 400, detail },
});

/** What only the local platform has, under `/_local`: none of it is deployed. */
export const createLocalApi = (platform: Platform) => {
  const { clock, mail, signIn, stepFunctions } = platform;

  const clockView = () => ({ now: clock.now().toString(), next: clock.peekNext()?.toString() ?? null, mode: clock.mode });

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
    if (!parsed.success) return bad(parsed.error.issues.map(({ message }) => message).join(' '));
    try {
      if ('forward' in parsed.data) await clock.forward(parsed.data.forward);
      else if ('to' in parsed.data) await clock.moveTo(parsed.data.to);
      else await platform.nextEvent();
    } catch (error) {
      if (error instanceof RangeError) return bad(error.message);
      throw error;
    }
    return isForm ? { status: 303, seeOther: '/_local' } : { status: 200, json: clockView() };
  };

  const token = async (request: IncomingMessage): Promise<Answer> => {
    const parsed = who.safeParse((await read(request)).fields);
    if (!parsed.success) return bad('Send {"council":"leicestershire","role":"assessor"}');
    try {
      return { status: 200, json: await signIn.issueAccessToken(parsed.data) };
    } catch (error) {
      if (error instanceof RangeError) return { status: 404, json: { title: 'Nobody has this role', detail: error.message } };
      throw error;
    }
  };

  const executions = async () =>
    (await stepFunctions.executions({ limit: 1000 })).map(({ currentStates, ...rest }) => ({
      ...rest,
      state: currentStates.join(', '),
    }));

  const answer = async (request: IncomingMessage, path: string): Promise<Answer | undefined> => {
    const wantsPage = request.headers.accept?.includes('text/html') ?? false;
    const call = `${request.method} ${path}`;
    if (call === 'GET /_local' || call === 'GET /_local/') {
      return { status: 200, html: startPage({ ...clockView(), councils: platform.councils, executions: await stepFunctions.executions({ limit: 50 }), mail: (await mail.list()).length }) };
    }
    if (call === 'POST /_local/sign-in') return token(request);
    if (call === 'GET /_local/clock') return { status: 200, json: clockView() };
    if (call === 'POST /_local/clock') return moveClock(request);
    if (call === 'GET /_local/mail') return { status: 200, json: await mail.list() };
    if (call === `GET ${mailboxPath}`) return { status: 200, html: mailPage(await mail.list()) };
    if (call.startsWith(`GET ${mailboxPath}/`)) {
      const found = await mail.get(decodeURIComponent(path.slice(mailboxPath.length + 1)));
      return found && { status: 200, html: mailMessagePage(found) };
    }
    if (call === 'GET /_local/executions') {
      return wantsPage
        ? { status: 200, html: executionsPage(await stepFunctions.executions({ limit: 200 })) }
        : { status: 200, json: await executions() };
    }
    if (call.startsWith('GET /_local/executions/')) {
      const name = decodeURIComponent(path.slice('/_local/executions/'.length));
      const found = (await stepFunctions.executions({ limit: 10_000 })).find((execution) => execution.name === name);
      return found && { status: 200, html: executionPage(found, platform.definitions[found.machine] ?? '{}') };
    }
    return undefined;
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = ''] = (request.url ?? '').split('?');
    if (path.startsWith('/_local/oidc')) return signIn.callback(request, response);
    const { status, json, html, seeOther } = (await answer(request, path)) ?? {
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
