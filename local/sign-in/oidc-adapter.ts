import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { SignInStore } from './store.ts';

// The store's values are what `upsert` put there; oidc-provider asks for them by the same names.
const payloadOf = (value: object | undefined) => value as AdapterPayload | undefined;

/** oidc-provider reads the time of the machine, not the platform's clock, so what it stores expires by that too. */
const epochSeconds = () => Math.floor(Date.now() / 1000);

const prefix = 'oidc:';
const everything = { gte: prefix, lt: 'oidc;' };

/**
 * Keeps oidc-provider's models in the store, so that a sign-in under way survives a restart.
 *
 * Searches by session uid and by grant look at every entry: a local copy holds a handful, for `forgetExpired` clears
 * the rest.
 *
 * @see https://github.com/panva/node-oidc-provider/blob/main/docs/README.md#adapter
 */
export const createAdapter =
  (store: SignInStore) =>
  (model: string): Adapter => {
    const keyOf = (id: string) => `${prefix}${model}:${id}`;
    const find = async (id: string) => payloadOf(await store.get(keyOf(id)));
    return {
      find,
      upsert: (id, payload) => store.put(keyOf(id), payload),
      destroy: (id) => store.del(keyOf(id)),
      consume: async (id) => {
        const payload = await find(id);
        if (payload) await store.put(keyOf(id), { ...payload, consumed: epochSeconds() });
      },
      findByUid: async (uid) => {
        const range = { gte: keyOf(''), lt: `${prefix}${model};` };
        return (await store.values(range).all()).map(payloadOf).find((payload) => payload?.uid === uid);
      },
      // Only the device flow has user codes, and it is off.
      findByUserCode: async () => undefined,
      revokeByGrantId: async (grantId) => {
        for await (const [key, payload] of store.iterator(everything)) {
          if (payloadOf(payload)?.grantId === grantId) await store.del(key);
        }
      },
    };
  };

/** Clears what oidc-provider would no longer accept. */
export const forgetExpired = async (store: SignInStore) => {
  for await (const [key, payload] of store.iterator(everything)) {
    const expiresAt = payloadOf(payload)?.exp;
    if (expiresAt !== undefined && expiresAt <= epochSeconds()) await store.del(key);
  }
};
