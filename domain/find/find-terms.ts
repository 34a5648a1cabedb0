import type { Person } from '../../schemas/person.ts';
import { foldedWords, joined } from './folded-words.ts';
import { soundsOf } from './sounds.ts';

/**
 * One thing that a person is found by, in the clear: what stands together (`of`), and how it goes on from there, step by step. A store writes
 * it with keyed hashes of both, so that whoever knows the first steps finds all that begins so.
 *
 * @example { of: 'word ok', steps: ['oka', 'okaf', 'okafo', 'okafor'] }
 */
export type FindTerm = { readonly of: string; readonly steps: readonly string[] };

/** What is known of a person by which they are found. */
export type Findable = Pick<
  Person,
  'firstName' | 'lastName' | 'preferredName' | 'dateOfBirth' | 'postcode' | 'nhsNumber'
>;

/** Most entries of one person, so that a long name does not fill a transaction. */
const mostTerms = 80;

/** All folded words of a person's names, and after them each two neighbours of one name as one. */
export const wordsOf = ({
  firstName,
  lastName,
  preferredName = '',
}: Pick<Findable, 'firstName' | 'lastName' | 'preferredName'>): string[] => {
  const names = [firstName, lastName, preferredName].map(foldedWords);
  return [...new Set([...names.flat(), ...names.flatMap(joined)])];
};

/** A postcode as it is compared: `LE38RA`. */
export const foldedPostcode = (postcode: string): string => postcode.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/** Day and month in one order, so that 3 April and 4 March stand together: which is which is often mixed up. */
export const dayTerm = (day: number, month: number): string => `${Math.min(day, month)}-${Math.max(day, month)}`;

/** How a word begins, the two first letters apart. */
export const wordTerm = (word: string): FindTerm => ({
  of: `word ${word.slice(0, 2)}`,
  steps: Array.from({ length: Math.max(0, word.length - 2) }, (_, at) => word.slice(0, at + 3)),
});

/** Two codes of sounds in one order, so that swapped names stand together. */
export const pairTerm = (one: string, other: string, steps: readonly string[] = []): FindTerm => ({
  of: `pair ${[one, other].toSorted().join(' ')}`,
  steps,
});

const pairsOf = <T>(all: readonly T[]): (readonly [T, T])[] =>
  all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));

/** By their birth alone, and by its day with how they are called. */
const bornTerms = ({ dateOfBirth }: Findable, codes: readonly string[]): FindTerm[] => {
  if (dateOfBirth === undefined) return [];
  const [year = 0, month = 0, day = 0] = dateOfBirth.split('-').map(Number);
  const on = dayTerm(day, month);
  return [{ of: `born ${year} ${on}`, steps: [] }, ...codes.map((code) => ({ of: `day ${on}`, steps: [code] }))];
};

/**
 * Everything that a person is found by: each word of their names by its beginnings and by its sound, every two words together (a common
 * surname has thousands of bearers, with a given name it has few), birth date, postcode, NHS number.
 */
export const termsOf = (person: Findable): FindTerm[] => {
  const words = wordsOf(person).filter((word) => word.length > 1);
  const codes = [...new Set(words.flatMap(soundsOf))];
  const year = person.dateOfBirth ? [String(Number(person.dateOfBirth.slice(0, 4)))] : [];
  const terms: FindTerm[] = [
    ...bornTerms(person, codes),
    ...(person.nhsNumber ? [{ of: `nhs ${person.nhsNumber}`, steps: [] }] : []),
    ...(person.postcode ? [{ of: `postcode ${foldedPostcode(person.postcode)}`, steps: [] }] : []),
    ...words.map(wordTerm),
    ...codes.map((code) => ({ of: `sound ${code}`, steps: year })),
    ...pairsOf(words).flatMap(([one, other]) =>
      soundsOf(one).flatMap((code) => soundsOf(other).map((with_) => pairTerm(code, with_, year))),
    ),
  ];
  const each = new Map(terms.map((term) => [`${term.of} ${term.steps.join(' ')}`, term]));
  return [...each.values()].slice(0, mostTerms);
};
