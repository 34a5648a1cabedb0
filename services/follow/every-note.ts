import type { CareCase } from '../../schemas/case.ts';
import type { StoredNote } from '../../schemas/case-note.ts';
import type { Deps } from '../deps.ts';

const atATime = 200;

/** All notes of a case, the newest first, read in parts. */
export const everyNote = async (
  { store }: Pick<Deps, 'store'>,
  careCase: Pick<CareCase, 'council' | 'reference'>,
): Promise<StoredNote[]> => {
  const all = new Map<string, StoredNote>();
  for (;;) {
    const before = [...all.keys()].at(-1);
    const read = await store.notes(careCase, { before, atMost: atATime });
    for (const note of read) all.set(note.id, note);
    if (read.length < atATime) return [...all.values()];
  }
};
