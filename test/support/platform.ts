import { Temporal } from 'temporal-polyfill';
import { createClient } from '../../local/demo/client.ts';
import { type ServerOptions, startServer } from '../../local/server.ts';
import type { StaffRole } from '../../schemas/staff.ts';

/** The council of the tests. */
export const council = 'leicestershire';

/** A Monday morning in London; the clock of a test platform stands there until it is moved. */
export const start = '2026-01-05T10:00:00Z';

/**
 * The whole local platform in memory behind a real port, its clock standing still at {@link start}.
 *
 * `settle` answers when everything that is due has happened. `errors` are the faults that it told of. `sendAsIs` reads no page at an address of its own. Stop it after use.
 *
 * @param home the council that `client`, `token` and `member` speak of
 */
export const startTestPlatform = async (options: Partial<ServerOptions> = {}, home = council) => {
  const errors: unknown[] = [];
  const { platform, url, stop } = await startServer({
    port: 0,
    // A test asks for more in a standing moment than people do in a minute.
    limited: false,
    clock: 'frozen',
    start: Temporal.Instant.from(start),
    random: () => 0.5,
    onError: (error) => errors.push(error),
    // Two of the five, so that a test can ask for what is another council's; each costs its share of every simulated day.
    councils: ['leicestershire', 'coventry'],
    ...options,
  });
  const token = async (role: StaffRole, of = home): Promise<string> =>
    (await platform.signIn.issueAccessToken({ council: of, role })).accessToken;
  const settle = () => platform.clock.settle();

  /** One request as it is: an object is sent as JSON, a text as it stands; `as` signs in. Nothing is thrown for any status. */
  const sendAsIs = async (
    method: string,
    path: string,
    {
      body,
      as,
      headers = {},
    }: { body?: unknown; as?: StaffRole | undefined; headers?: Readonly<Record<string, string>> } = {},
  ) => {
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(as && { authorization: `Bearer ${await token(as)}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson && text ? JSON.parse(text) : undefined,
    };
  };

  /** The same, with the page that answers a form read at its address, as a browser would. */
  const send: typeof sendAsIs = async (method, path, asked = {}) => {
    const answer = await sendAsIs(method, path, asked);
    const to = answer.headers.get('location') ?? '';
    if (answer.status !== 303 || !/[?&]answer=/.test(to)) return answer;
    const given = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0] ?? '');
    const cookie = [asked.headers?.['cookie'], ...given].filter((one) => one !== undefined).join('; ');
    return sendAsIs('GET', to, { headers: { ...asked.headers, cookie } });
  };

  return {
    platform,
    deps: platform.deps,
    url,
    token,
    send,
    sendAsIs,
    settle,
    errors,
    stop,
    /** A client that expects success; `send` is for everything else. What is due has happened before it asks again. */
    client: createClient({ url, council: home, token, attempts: 3, pause: settle }),
    /** A role's member of the example staff. */
    member: (role: StaffRole) => {
      const found = platform.staff.find((one) => one.council === home && one.roles.includes(role));
      if (found === undefined) throw new Error(`Nobody is ${role}`);
      return found;
    },
  };
};

export type TestPlatform = Awaited<ReturnType<typeof startTestPlatform>>;
