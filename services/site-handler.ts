import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import type { Council } from '../schemas/council.ts';
import { pathMatcher } from '../schemas/route-paths.ts';
import { bodyLimits, type Call, openStaffCalls, type Route, routes } from '../schemas/routes.ts';
import { depsOnAws } from './compose.ts';
import type { Deps } from './deps.ts';
import { logger } from './runtime/logger.ts';
import { problems } from './runtime/problems.ts';
import { tryAgain } from './runtime/try-again.ts';
import { askingForFeedback } from './web/feedback-link.ts';
import { createKeptAnswers } from './web/kept-answers.ts';
import { inTheirLanguage } from './web/languages.ts';
import { expectOwnRequest } from './web/own-requests.ts';
import { isFromElsewhere } from './web/sessions.ts';
import {
  type CallModule,
  detailsOf,
  page,
  type SiteRequest,
  type SiteResponse,
  type StaffCall,
  type StaffRequest,
} from './web/site.ts';
import { type StaffCaller, staffCaller } from './web/staff-caller.ts';
import { isForm, wantsPage } from './web/staff-forms.ts';
import { typedAgain } from './web/typed-again.ts';
import { explainingWords } from './web/words-explained.ts';

const everyResponse = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  // No page needs what is named here, opens a window that it talks to, or is used by another site.
  'permissions-policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

type Asked = SiteRequest & { readonly method: string };

/**
 * Has the answer sent as it is where another site made a signed-in browser ask: the length of a compressed page tells who watches the line whether what
 * the other site put into it stands in it already, a secret among it. An answer that names a coding is compressed no more.
 *
 * @see https://www.breachattack.com
 */
const coding = (request: Asked): Record<string, string> =>
  request.headers['cookie'] !== undefined && isFromElsewhere(request) ? { 'content-encoding': 'identity' } : {};

const result = ({ status, type, body, encoding, headers }: SiteResponse, request: Asked): APIGatewayProxyResult => ({
  statusCode: status,
  headers: { ...everyResponse, 'content-type': type, ...coding(request), ...headers },
  body,
  ...(encoding && { isBase64Encoded: true }),
});

/** How many bytes were sent. */
const sizeOf = ({ body, isBase64Encoded }: Pick<APIGatewayProxyEvent, 'body' | 'isBase64Encoded'>): number =>
  Buffer.byteLength(body ?? '', isBase64Encoded ? 'base64' : 'utf8');

const mostOf = (site: Route['site'], request: SiteRequest): number =>
  isForm(request) ? bodyLimits[`${site}Form`] : bodyLimits.program;

const requestOf = (
  event: APIGatewayProxyEvent,
  params: SiteRequest['params'],
  requestId: string,
  { clientAddress }: Pick<Deps, 'clientAddress'>,
): SiteRequest => {
  const defined = (values: Record<string, string | undefined> | null) =>
    Object.entries(values ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const body = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
  const headers = Object.fromEntries(defined(event.headers).map(([name, value]) => [name.toLowerCase(), value]));
  return {
    path: event.path,
    params,
    query: Object.fromEntries(defined(event.queryStringParameters)),
    headers,
    body,
    // Callers of the function other than API Gateway leave the context out.
    sender: clientAddress(event.requestContext?.identity?.sourceIp ?? '', headers['x-forwarded-for']),
    requestId,
  };
};

/** The one place where a problem becomes a response: a page for who reads pages, else `application/problem+json`. */
const problemResponse = async (
  site: Route['site'],
  error: unknown,
  request: Asked,
  deps: Deps,
  caller: StaffCaller | undefined,
): Promise<SiteResponse> => {
  const details = detailsOf(error, request);
  const headers = {
    ...(details.status === 401 && { 'www-authenticate': 'Bearer' }),
    ...(details.retryAfter !== undefined && { 'retry-after': String(details.retryAfter) }),
  };
  if (wantsPage(request)) {
    const council = deps.councils.find(request.params['council'] ?? '');
    const typed = typedAgain(request, details, deps.siteUrl);
    if (site === 'staff' && council) {
      const [{ staffProblem }, { wayInPage }] = await Promise.all([
        import('./casework/problem-page.ts'),
        import('./casework/way-in-page.ts'),
      ]);
      const asked = { ...request, council };
      // The frame of a page reads the table, which may be what is out of reach.
      return staffProblem(deps, asked, { ...details, typed }, caller?.staff).catch((fault) => {
        logger.error('The page of a problem could not be made', fault);
        return wayInPage(asked, details.status, { ...details, typed, links: [] }, headers);
      });
    }
    const { problemPage } = await import('../templates/pages/pages.ts');
    return page(details.status, problemPage({ ...(council && { council }), ...details, typed }), headers);
  }
  return {
    status: details.status,
    type: 'application/problem+json',
    body: JSON.stringify({ type: `about:blank#${details.code}`, ...details }),
    headers: { 'cache-control': 'no-store', ...headers },
  };
};

/** What every public page of a council has beside its own: its words explained, and the way to say what is wrong with it. */
const sayingMore = (
  council: Council | undefined,
  pattern: string | undefined,
  params: SiteRequest['params'],
  answered: SiteResponse,
): SiteResponse => askingForFeedback(council, pattern, params, explainingWords(council, answered));

/** Calls by which a script watches the end of a session: asking keeps none open. */
const watchingCalls: ReadonlySet<string> = new Set<Call<'staff'>>(['show-staff-time-left']);

/**
 * The one Lambda of a site: finds the call by the path among the site's routes, and loads its file when it is first asked for.
 * Who calls, and for which council, is settled here, before any call runs.
 *
 * @see AWS: input format of a Lambda function for proxy integration (`path` is the path without the stage's name)
 */
export const siteHandler = (site: Route['site'], load: (call: Route['call']) => Promise<CallModule>) => {
  const known = Map.groupBy(
    routes.filter((route) => route.site === site),
    ({ path }) => path,
  );
  const find = pathMatcher<{ path: string; known: readonly Route[] }>([
    ...[...known].map(([path, of]) => ({ path, known: of })),
    // A mistyped address is still about a council, whose page says so.
    { path: '/{council}/{rest+}', known: [] },
  ]);

  const isShown = (path: string): boolean => find(path)?.entry.known.some(({ method }) => method === 'GET') === true;

  // An import that is long done still takes as long as reading a draft.
  const calls = new Map<string, StaffCall>();

  /** Who calls, where the call needs somebody of the staff. What a browser sends to change something must come from a page of ours. */
  const identify = async (name: string, request: Asked, deps: Deps, slug: string) => {
    if (site !== 'staff' || openStaffCalls.has(name)) return undefined;
    return staffCaller(deps, request, slug, !watchingCalls.has(name));
  };

  const answer = async (
    name: Route['call'] | undefined,
    request: Asked,
    deps: Deps,
    known: (caller: StaffCaller) => void,
  ): Promise<SiteResponse> => {
    if (name === undefined) throw problems.notFound();
    const slug = request.params['council'];
    const caller = await identify(name, request, deps, slug ?? '');
    if (caller) known(caller);
    const council = slug === undefined ? undefined : deps.councils.find(slug);
    if (slug !== undefined && council === undefined) throw problems.unknownCouncil();
    if (council && caller?.staff.session && request.method !== 'GET') {
      await expectOwnRequest(deps, { ...request, council }, caller.staff);
    }
    const call = calls.get(name) ?? (await load(name)).call;
    calls.set(name, call);
    // A call that is about no council never reads `council`, and only calls of the staff site read `staff`.
    const run = call(deps);
    return tryAgain(() => run({ ...request, council, staff: caller?.staff } as StaffRequest));
  };

  /** Sends a form that was kept, in place of the answer to the request that asked for it. */
  const sendFor = async (
    first: SiteResponse,
    request: Asked,
    ask: (of: Route['call'] | undefined, asked: Asked) => Promise<SiteResponse>,
  ): Promise<SiteResponse> => {
    if (first.sendFor === undefined) return first;
    const { path, query, body, sent } = first.sendFor;
    const found = find(path);
    const name = found?.entry.known.find(({ method }) => method === 'POST')?.call;
    const answered = await ask(name, { ...request, path, query, body, params: found?.params ?? {} });
    if (answered.status < 400) await sent();
    return answered;
  };

  /** A page of staff says by when its session ends. Templates are loaded by who shows a page, and not at the start. */
  const sayingIts = async (deps: Deps, request: SiteRequest, response: SiteResponse, { staff }: StaffCaller) => {
    const council = deps.councils.find(request.params['council'] ?? '');
    if (council === undefined || staff.session === undefined) return response;
    const { sayingWhenStaffEnd } = await import('./casework/staff-time-left.ts');
    return sayingWhenStaffEnd(deps, { ...request, council }, response, staff);
  };

  const over =
    (deps: () => Deps) =>
    async (event: APIGatewayProxyEvent, context: Context): Promise<APIGatewayProxyResult> => {
      const found = find(event.path);
      const isHead = event.httpMethod === 'HEAD';
      const method = isHead ? 'GET' : event.httpMethod;
      const name = found?.entry.known.find((route) => route.method === method)?.call;
      const request = { ...requestOf(event, found?.params ?? {}, context.awsRequestId, deps()), method };
      const most = mostOf(site, request);
      logger.addContext(context);
      logger.appendKeys({ call: name });
      let caller: StaffCaller | undefined;
      const know = (of: StaffCaller): void => {
        caller = of;
      };
      const ask = (of: Route['call'] | undefined, asked: Asked) =>
        inTheirLanguage(deps(), site === 'public' ? of : undefined, asked, () =>
          answer(of, asked, deps(), know).catch((error) => problemResponse(site, error, asked, deps(), caller)),
        );
      const first = () =>
        sizeOf(event) > most
          ? problemResponse(site, problems.tooLarge(most), request, deps(), undefined)
          : ask(name, request);
      const ofPublic = site === 'public' ? deps().councils.find(request.params['council'] ?? '') : undefined;
      try {
        const before =
          ofPublic && method === 'GET' && 'answer' in request.query
            ? await createKeptAnswers(deps()).shown(ofPublic, request)
            : undefined;
        if (before) return result(isHead ? { ...before, body: '' } : before, request);
        const answered = await first().then((answered) => sendFor(answered, request, ask));
        const said = caller
          ? await sayingIts(deps(), request, answered, caller)
          : site === 'public'
            ? sayingMore(ofPublic, found?.entry.path, request.params, answered)
            : answered;
        const told =
          ofPublic && name !== undefined && method === 'POST'
            ? await createKeptAnswers(deps()).sendOn(ofPublic, request, said, isShown)
            : said;
        const kept = { ...told, headers: { ...caller?.renewed, ...told.headers } };
        return result(isHead ? { ...kept, body: '' } : kept, request);
      } finally {
        logger.resetKeys();
      }
    };
  return Object.assign(over(depsOnAws), { with: (deps: Deps) => over(() => deps) });
};
