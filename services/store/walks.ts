import { type WalkPlace, walkPlace } from '../../schemas/walk-place.ts';
import { hasTime, type Run } from '../runtime/run-time.ts';
import type { ItemStore } from './item-store.ts';
import type { WalkPart } from './parts.ts';

const keyOf = (name: string) => ({ pk: `WALK#${name}`, sk: 'PLACE' });

/**
 * The one way to go through much: part by part, and after each part it is kept where the walk is. A run that ends in time, that fails or is killed is
 * gone on with by the next one, from the part that was not done; what a part does must bear being done again. Two runs side by side do no
 * harm: who comes second to keep its place stops, and leaves the rest to the first.
 *
 * A job that keeps a place is called often enough by its schedule (`infra/service-map.ts`): where it came to the end, a call costs one read.
 */
export const createWalks = (items: ItemStore) => ({
  /**
   * @param name of the job, and of the council where it walks through each
   * @param of which walk, such as the day: another one begins anew. One without it begins anew as soon as it came to the end
   * @param take does a part. Where it throws, the walk stays before that part, and the run fails. Where it answers false, some of the part could not
   *   be done: the walk goes on, so that nothing waits behind that, and the next run after its end begins anew
   * @returns whether it is at its end now, by this run or one before, and nothing of it failed
   */
  async walk<T>({
    name,
    of,
    run,
    read,
    take,
  }: {
    readonly name: string;
    readonly of?: string;
    readonly run: Run;
    readonly read: (after: string | undefined) => Promise<WalkPart<T>>;
    readonly take: (part: T) => Promise<unknown>;
  }): Promise<boolean> {
    const key = keyOf(name);
    const before = await items.get(walkPlace, key.pk, key.sk);
    const isSame = before?.of === (of ?? '');
    if (isSame && before.done) return true;
    let version = before?.version ?? 0;
    let after = isSame ? before.after : undefined;
    let again = isSame && before.again === true;

    /** @returns false where another run has kept its place meanwhile */
    const keep = (place: Pick<WalkPlace, 'after' | 'done'>): Promise<boolean> => {
      version += 1;
      return items.put(
        {
          ...key,
          data: { version, of: of ?? '', ...place, ...(again && !place.done && { again }) } satisfies WalkPlace,
        },
        version,
      );
    };

    for (;;) {
      if (!hasTime(run)) return false;
      const { part, next } = await read(after);
      if ((await take(part)) === false) again = true;
      // A walk of one part that is begun anew each time has no place to keep.
      const isKept = next !== undefined || of !== undefined || after !== undefined;
      const isEnd = next === undefined;
      const all = isEnd && !again;
      if (isEnd) again = false;
      const place = isEnd ? { done: all && of !== undefined } : { after: next, done: false };
      if (isKept && !(await keep(place))) return false;
      if (isEnd) return all;
      after = next;
    }
  },
});
