import type { Follower, PersonsCase } from '../../domain/journey/persons.ts';
import type { Draft } from '../../schemas/draft.ts';
import { type Spoken, writtenIn } from '../../schemas/say.ts';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import type { Deps } from '../deps.ts';

/** The language of somebody, as far as the council has it in its data, and whether they read Easy Read. */
type Reads = { readonly tag?: string | undefined; readonly isEasy: boolean };

/** How a reader of a case reads: as they filled in the form, and in Easy Read where they asked for it as the format in which we write. */
export const readsOf = ({ careCase, person }: PersonsCase, who: Follower): Reads => {
  const own = careCase.reading?.by === who ? careCase.reading : undefined;
  return {
    tag: own?.language?.tag,
    isEasy: own?.easyRead ?? (who === 'person' && person.formats.includes('easy-read')),
  };
};

const wordsOf = ({ councils }: Pick<Deps, 'councils'>, council: CouncilSlug, { tag }: Reads): Spoken | undefined =>
  councils.languagesOf(council).find((one) => one.tag === tag);

/** Writes a mail about a case as its reader reads. */
export const writtenFor = <T>(deps: Pick<Deps, 'councils'>, of: PersonsCase, who: Follower, write: () => T): T => {
  const reads = readsOf(of, who);
  return writtenIn(wordsOf(deps, of.careCase.council, reads), write, reads.isEasy);
};

/** Writes a mail about a form that was not sent yet as it is filled in. */
export const writtenAs = <T>(
  deps: Pick<Deps, 'councils'>,
  { council, language, easyRead = false }: Pick<Draft, 'council' | 'language' | 'easyRead'>,
  write: () => T,
): T => writtenIn(wordsOf(deps, council, { tag: language, isEasy: easyRead }), write, easyRead);
