import { createHash } from 'node:crypto';
import type { Actor } from '../../schemas/case.ts';
import type { CaseReference, CouncilSlug } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';
import { eventOf } from '../store/audit.ts';

/** Characters of a note; a longer text is several. */
const most = 10_000;

/**
 * Keeps a text as a note of a case, once: the same text about the same thing again is the one that stands.
 *
 * @param about names in the record and the history what it belongs to, such as a task's step
 */
export const noteOnCase = async (
  deps: Pick<Deps, 'store' | 'clock' | 'newId'>,
  { council, reference }: { readonly council: CouncilSlug; readonly reference: CaseReference },
  { text, about }: { readonly text: string; readonly about: string },
  actor: Actor,
): Promise<void> => {
  const at = deps.clock.now();
  const mark = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const parts = Array.from({ length: Math.ceil(text.length / most) }, (_, n) => text.slice(n * most, (n + 1) * most));
  await deps.store.commit({
    records: parts.map((part, n) => ({
      council,
      reference,
      id: `${about}.note-kept-${mark}${n === 0 ? '' : `-${n + 1}`}`,
      version: 1,
      at,
      by: actor,
      kind: 'note',
      content: { text: part },
    })),
    events: [
      eventOf(deps, { council, reference }, { actor, action: 'note-kept', about, authority: 'The record of the case' }),
    ],
  });
};
