import type { AbstractLevel } from 'abstract-level';

/** The platform's LevelDB store, which sign-in shares with others by a sublevel. */
export type PlatformStore = AbstractLevel<string | Buffer | Uint8Array, string, string>;

/** Sign-in's own part of the store: JSON objects by name. */
export const openSignInStore = (store: PlatformStore) =>
  store.sublevel<string, object>('sign-in', { valueEncoding: 'json' });

/** Keeps the signing key, the cookie keys and the OpenID provider's sessions, grants and codes. */
export type SignInStore = ReturnType<typeof openSignInStore>;
