import type { AbstractLevel } from 'abstract-level';
import { MemoryLevel } from 'memory-level';

/** What LevelDB says of a disk without room. */
const noRoomLeft = 'IO error: /data/state/000005.log: No space left on device';

/** A database whose lists and writes can be made to fail, as LevelDB's do. */
export const aFailingLevel = (
  level: AbstractLevel<string | Buffer | Uint8Array, string, string> = new MemoryLevel<string, string>(),
) => {
  const fails = { lists: false, writes: false };
  /** How many writes came to the database, whether they failed or not. */
  let asked = 0;
  const before = (name: '_keys' | '_put' | '_del' | '_batch', look: () => undefined | Promise<never>) => {
    // What a database overrides of abstract-level, which its types leave out.
    const own = Reflect.get(level, name) as (...given: unknown[]) => unknown;
    Reflect.set(level, name, (...given: unknown[]) => look() ?? Reflect.apply(own, level, given));
  };
  before('_keys', () => {
    if (fails.lists) throw new Error(noRoomLeft);
    return undefined;
  });
  for (const name of ['_put', '_del', '_batch'] as const) {
    before(name, () => {
      asked += 1;
      return fails.writes ? Promise.reject(new Error(noRoomLeft)) : undefined;
    });
  }
  return { level, fails, asked: () => asked };
};
