/** Letters that are one sign with no accent to take off, and how they are written where the sign is not at hand. */
const letters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ə: 'e',
};

/** Most words of one name that are looked at. A person's name is a few words; what is longer is a text in the wrong field. */
const mostWords = 6;

/**
 * The words of a name without what people write in different ways: capitals, accents, apostrophes, hyphens, full stops.
 *
 * @example foldedWords('Zoë O’Brien-Łukasik') // ['zoe', 'obrien', 'lukasik']
 */
export const foldedWords = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’‘ʼ`´]/g, '')
    .replaceAll(/[łøđðþßæœıə]/g, (letter) => letters[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords);

/** Each two neighbours as one, for who writes O Brien, Mc Donald or Anna Maria as one word, or one as two. */
export const joined = (words: readonly string[]): string[] =>
  words.slice(1).map((word, at) => `${words[at] ?? ''}${word}`);

/**
 * What was typed, read in each way that it may be meant: as it stands, and with two neighbours as one word. Single letters are kept: they
 * may be how a name begins.
 */
export const readingsOf = (text: string): string[][] => {
  const words = foldedWords(text);
  return [words, ...joined(words).map((both, at) => [...words.slice(0, at), both, ...words.slice(at + 2)])];
};
