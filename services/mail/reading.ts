import type { Follower, PersonsCase } from '../../domain/journey/persons.ts';
import { writtenIn } from '../../schemas/say.ts';
import type { Deps } from '../deps.ts';

/**
 * Writes a mail as its reader reads: in the language in which they filled in the form, as far as it is translated, and in Easy Read where they chose
 * it there or asked for it as the format in which we write.
 */
export const writtenFor = <T>(
  { councils }: Pick<Deps, 'councils'>,
  { careCase, person }: PersonsCase,
  who: Follower,
  write: () => T,
): T => {
  const own = careCase.reading?.by === who ? careCase.reading : undefined;
  const words = councils.languagesOf(careCase.council).find(({ tag }) => tag === own?.language?.tag);
  const isEasy = own?.easyRead ?? (who === 'person' && person.formats.includes('easy-read'));
  return writtenIn(words, write, isEasy);
};
