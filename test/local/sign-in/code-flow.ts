import { createHash, randomBytes } from 'node:crypto';

/** A browser that keeps cookies and follows no redirect by itself, so that a test sees each step. */
export const aBrowser = () => {
  const cookies = new Map<string, string>();
  return async (url: string, form?: Record<string, string>) => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location');
    return { status: response.status, location: location && new URL(location, url).href, body: await response.text() };
  };
};

export type Browser = ReturnType<typeof aBrowser>;

/** A PKCE verifier and its challenge. */
export const aPkcePair = () => {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
};

/** The address at which a staff site starts a sign-in. An empty value leaves its parameter out. */
export const authorizeUrl = (issuer: string, params: Record<string, string>) => {
  const url = new URL(`${issuer}/auth`);
  const all = { response_type: 'code', scope: 'openid profile email', state: 'a-state', nonce: 'a-nonce', ...params };
  for (const [name, value] of Object.entries(all)) if (value !== '') url.searchParams.set(name, value);
  return url.href;
};

/** Walks from the staff site's redirect to its return: opens the page, chooses a person, gives the return address. */
export const chooseStaff = async (browser: Browser, startUrl: string, staffId: string) => {
  const start = await browser(startUrl);
  const chosen = await browser(start.location ?? '', { staff: staffId });
  const back = await browser(chosen.location ?? '');
  return new URL(back.location ?? '');
};

/** Trades a code at the token endpoint. */
export const tradeCode = async (issuer: string, form: Record<string, string>) => {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'authorization_code', ...form }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
};
