import type { StaffRole } from '../../schemas/staff.ts';
import { council, type TestPlatform } from './platform.ts';

/** What a browser got. */
export type Shown = {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
  readonly headers: Headers;
};

/**
 * A browser at the staff site that keeps cookies, runs no script, and follows no redirect by itself, so that a test sees each step. `signIn` walks
 * through the sign-in pages as the one press of the start page does, and answers the page that it came back to.
 */
export const createStaffBrowser = ({ url, platform }: Pick<TestPlatform, 'url' | 'platform'>) => {
  const cookies = new Map<string, string>();

  const send = async (address: string, init: RequestInit = {}): Promise<Shown> => {
    const response = await fetch(new URL(address, url), {
      redirect: 'manual',
      ...init,
      headers: {
        accept: 'text/html',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...init.headers,
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return {
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
      headers: response.headers,
    };
  };

  const get = (address: string, headers: Record<string, string> = {}) => send(address, { headers });

  /** The page at the end of redirects. */
  const follow = async (address: string): Promise<Shown> => {
    let shown = await get(address);
    for (let hops = 0; shown.location !== null && hops < 10; hops += 1) shown = await get(shown.location);
    return shown;
  };

  const member = (role: StaffRole, of = council) => {
    const found = platform.staff.find((one) => one.council === of && one.roles.includes(role));
    if (found === undefined) throw new Error(`Nobody is ${role}`);
    return found;
  };

  /** What stands in every form that this person is shown at a council. */
  const csrf = async (of = council): Promise<string> => {
    const { text } = await get(`/${of}/staff/nothing-here`);
    return /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
  };

  return {
    cookies,
    send,
    get,
    follow,
    csrf,
    member,
    post: (address: string, fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) =>
      send(address, {
        method: 'POST',
        body: String(new URLSearchParams(fields)),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
    /** @param who a role, or the id of one of the example staff */
    signIn: (who: StaffRole | { id: string }, to = `/${council}/staff/people`, of = council): Promise<Shown> => {
      const { id } = typeof who === 'string' ? member(who, of) : who;
      return follow(`/${of}/staff/sign-in?${new URLSearchParams({ to, who: id })}`);
    },
  };
};

export type StaffBrowser = ReturnType<typeof createStaffBrowser>;
