import type { SiteRequest } from './site.ts';

/** The value of a cookie that came with a request. */
export const cookieIn = ({ headers }: Pick<SiteRequest, 'headers'>, name: string): string | undefined =>
  (headers['cookie'] ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/**
 * The header that sets a cookie which lasts until the browser is closed. A name that begins with `__Host-` is taken only over https and
 * from this very host, scripts never see it, and other sites' forms are sent without it.
 */
export const cookieHeader = (name: `__Host-${string}`, value: string): Record<'set-cookie', string> => ({
  'set-cookie': `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax`,
});

/** The same for a cookie that is of use for some minutes only. */
export const shortCookieHeader = (
  name: `__Host-${string}`,
  value: string,
  minutes: number,
): Record<'set-cookie', string> => ({
  'set-cookie': `${cookieHeader(name, value)['set-cookie']}; Max-Age=${minutes * 60}`,
});

/** The header that makes the browser forget a cookie. */
export const forgetCookie = (name: `__Host-${string}`): Record<'set-cookie', string> => ({
  'set-cookie': `${name}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`,
});
