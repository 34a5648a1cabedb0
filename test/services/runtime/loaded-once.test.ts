import { describe, expect, it } from 'vitest';
import { loadedOnce, loadedOnceBy } from '../../../services/runtime/loaded-once.ts';

/** Fails with its first call and answers with the number of the call from then on. */
const failsFirst = () => {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls === 1) throw new Error('No space left on device');
    return calls;
  };
};

describe.each([
  { how: 'loadedOnce', make: (load: () => Promise<number>) => loadedOnce(load) },
  {
    how: 'loadedOnceBy',
    make: (load: () => Promise<number>) => {
      const kept = new Map<string, Promise<number>>();
      return () => loadedOnceBy(kept, 'one', load);
    },
  },
])('$how', ({ make }) => {
  it('tells all who ask at a time that a load failed, and loads again for the next', async () => {
    const load = make(failsFirst());

    const together = await Promise.allSettled([load(), load()]);

    expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await Promise.all([load(), load(), load()])).toEqual([2, 2, 2]);
  });
});
