import { type LanguageFile, languageFaults, languageFile } from '../../schemas/language.ts';
import type { Spoken } from '../../schemas/say.ts';
import { readCouncilFile } from './council-file.ts';
import { CarewayError } from './errors.ts';

const spokenFrom = (file: LanguageFile): Spoken => ({
  tag: file.language,
  direction: file.direction,
  name: file.name,
  english: file.english,
  messages: new Map(Object.entries(file.pages)),
  forms: file.forms,
  council: file.council,
});

/**
 * A language of a council, from its file.
 *
 * @throws WrongCouncilFile, a line for each fault: the file, the text's name, what is wrong and what is allowed
 */
export const readLanguage = (
  slug: string,
  tag: string,
  data: unknown,
  known?: Parameters<typeof languageFaults>[1],
): Spoken => {
  const name = `councils/${slug}/languages/${tag}.json`;
  const file = readCouncilFile(name, languageFile, data);
  const faults = [
    ...(file.language === tag
      ? []
      : [`language: it must be “${tag}”, as the file is called (it is “${file.language}”)`]),
    ...languageFaults(file, known),
  ];
  if (faults.length > 0)
    throw new CarewayError('WrongCouncilFile', faults.map((fault) => `${name}: ${fault}`).join('\n'));
  return spokenFrom(file);
};
