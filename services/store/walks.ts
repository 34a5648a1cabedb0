import { type WalkPlace, walkPlace } from '../../schemas/walk-place.ts';
import { hasTime, type Run } from '../runtime/run-time.ts';
import type { ItemStore } from './item-store.ts';

/** Part of what is walked through. `next` is the place to read on after, where there may be more. */
export type WalkPart<T> = { readonly part: T; readonly next?: string | undefined };

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
   * @param take does a part. Where it throws, the walk stays before that part, and the run fails
   * @returns whether it is at its end now, by this run or one before
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
    readonly take: (part: T) => Promise<void>;
  }): Promise<boolean> {
    const key = keyOf(name);
    const before = await items.get(walkPlace, key.pk, key.sk);
    const isSame = before?.of === (of ?? '');
    if (isSame && before.done) return true;
    let version = before?.version ?? 0;
    let after = isSame ? before.after : undefined;

    /** @returns false where another run has kept its place meanwhile */
    const keep = (place: Pick<WalkPlace, 'after' | 'done'>): Promise<boolean> => {
      version += 1;
      return items.put({ ...key, data: { version, of: of ?? '', ...place } satisfies WalkPlace }, version);
    };

    for (;;) {
      if (!hasTime(run)) return false;
      const { part, next } = await read(after);
      await take(part);
      // A walk of one part that is begun anew each time has no place to keep.
      const isKept = next !== undefined || of !== undefined || after !== undefined;
      const place = next === undefined ? { done: of !== undefined } : { after: next, done: false };
      if (isKept && !(await keep(place))) return false;
      if (next === undefined) return true;
      after = next;
    }
  },
});
export type Walks = ReturnType<typeof createWalks>;
