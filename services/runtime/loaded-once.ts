/**
 * What answers with what was loaded by its first call, and loads once however many ask at a time. A load that failed is tried again by the next
 * call: a promise that was rejected may not be kept, or what one full disk or one lost answer broke would stay broken until a restart.
 */
export const loadedOnce = <Loaded>(load: () => Promise<Loaded>): (() => Promise<Loaded>) => {
  let loading: Promise<Loaded> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
};

/** The same by key, in a map that the caller owns and may empty. */
export const loadedOnceBy = <Loaded>(
  loaded: Map<string, Promise<Loaded>>,
  key: string,
  load: () => Promise<Loaded>,
): Promise<Loaded> => {
  const known = loaded.get(key);
  if (known !== undefined) return known;
  const loading = load().catch((error: unknown) => {
    loaded.delete(key);
    throw error;
  });
  loaded.set(key, loading);
  return loading;
};
