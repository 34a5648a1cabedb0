import { connect, type Socket } from 'node:net';

/** An answer as the client reads it: what of its head is used, and its body. */
export type Answer = {
  readonly status: number;
  readonly location: string | undefined;
  readonly cookie: string | undefined;
  readonly body: string;
  readonly bytes: number;
};

const headerIn = (head: string, name: string): string | undefined => {
  const at = head.indexOf(`\r\n${name}: `);
  return at < 0 ? undefined : head.slice(at + name.length + 4, head.indexOf('\r\n', at + 2));
};

/** Reads one whole answer off what has come, or undefined where some is missing. It must tell its length. */
const readAnswer = (come: Buffer): Answer | undefined => {
  const end = come.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  // The end of the head's last line stays, so that each line has one.
  const head = come.toString('latin1', 0, end + 2);
  const lower = head.toLowerCase();
  const length = headerIn(lower, 'content-length');
  if (length === undefined) throw new Error(`An answer does not tell its length:\n${head}`);
  const bytes = end + 4 + Number(length);
  if (come.length < bytes) return undefined;
  const original = (name: string) => {
    const found = headerIn(lower, name);
    if (found === undefined) return undefined;
    const at = lower.indexOf(`\r\n${name}: `) + name.length + 4;
    return head.slice(at, at + found.length);
  };
  return {
    status: Number(head.slice(9, 12)),
    location: original('location'),
    cookie: original('set-cookie')?.split(';', 1)[0],
    body: come.toString('utf8', end + 4, bytes),
    bytes,
  };
};

/**
 * One connection that is kept alive, one request at a time. It does as little as a client can, since it takes from the processors that
 * the server runs on: no parser, no URL, no header object.
 */
export const createConnection = (port: number) => {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let come: Buffer = Buffer.alloc(0);
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;
  socket.on('data', (chunk) => {
    come = come.length === 0 ? chunk : Buffer.concat([come, chunk]);
    try {
      const answer = readAnswer(come);
      if (answer === undefined) return;
      come = come.subarray(answer.bytes);
      const { resolve } = waiting ?? {};
      waiting = undefined;
      resolve?.(answer);
    } catch (error) {
      waiting?.reject(error as Error);
    }
  });
  const fail = () => waiting?.reject(new Error('The server closed the connection'));
  socket.on('close', fail).on('error', fail);

  const send = (text: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      socket.write(text);
    });
  const common = (cookie: string) =>
    `Host: localhost:${port}\r\nAccept: text/html\r\n${cookie === '' ? '' : `Cookie: ${cookie}\r\n`}`;

  return {
    get: (path: string, cookie = '') => send(`GET ${path} HTTP/1.1\r\n${common(cookie)}\r\n`),
    /** @param body urlencoded, ASCII alone */
    post: (path: string, body: string, cookie = '') =>
      send(
        `POST ${path} HTTP/1.1\r\n${common(cookie)}Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      ),
    close: () => socket.destroy(),
  };
};

type Connection = ReturnType<typeof createConnection>;

const expectStatus = (answer: Answer, status: number, what: string): void => {
  if (answer.status !== status) throw new Error(`${what} answered ${answer.status}: ${answer.body.slice(0, 500)}`);
};

/** The value of a hidden field, which never needs to be unescaped: tokens hold letters, digits, hyphens and underscores. */
const hidden = (html: string, name: string): string => {
  const before = `name="${name}" value="`;
  const at = html.indexOf(before);
  if (at < 0) throw new Error(`The page has no field ${name}`);
  return html.slice(at + before.length, html.indexOf('"', at + before.length));
};

/** A request and what was answered, told in order to whoever records a journey. */
export type Tell = (method: 'GET' | 'POST', path: string, answer: Answer) => void;

/** Requests of one journey, all counted. */
export const requestsPerJourney = 15;

/**
 * One person's whole form with a cookie of their own: the page before it, the button that begins it, then each page asked for and then sent,
 * all answers looked over, sent, and the confirmation. Each answer is checked for where it leads.
 */
export const fillForm = async (
  { get, post }: Connection,
  { council, form, typed }: { council: string; form: string; typed: ReadonlyMap<string, string> },
  tell: Tell = () => undefined,
): Promise<void> => {
  let cookie = '';
  let next = `/${council}/forms/${form}`;
  const open = async (): Promise<Answer> => {
    const answer = await get(next, cookie);
    expectStatus(answer, 200, next);
    tell('GET', next, answer);
    return answer;
  };
  const press = async (path: string, body: string): Promise<void> => {
    const answer = await post(path, body, cookie);
    expectStatus(answer, 303, path);
    tell('POST', path, answer);
    cookie = answer.cookie ?? cookie;
    next = answer.location ?? '';
  };
  const leadsTo = (path: string): void => {
    if (next !== path) throw new Error(`Led to ${next} and not to ${path}`);
  };

  await open();
  await press(next, 'website=');
  for (const [page, fields] of typed) {
    leadsTo(`/${council}/draft/pages/${page}`);
    const { body } = await open();
    await press(next, `csrf=${hidden(body, 'csrf')}&seen=${hidden(body, 'seen')}&${fields}&action=continue`);
  }
  leadsTo(`/${council}/draft/check`);
  const checked = await open();
  if (!checked.body.includes('rose.okafor@example.com')) throw new Error('The answers to check lack one');
  await press(`/${council}/draft/send`, `csrf=${hidden(checked.body, 'csrf')}`);
  leadsTo(`/${council}/draft/sent`);
  const confirmation = await open();
  if (!/[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}/.test(confirmation.body)) throw new Error('No reference was given');
};
