import { type Findable, foldedPostcode, wordsOf } from './find-terms.ts';
import { readingsOf } from './folded-words.ts';
import { soundAlike } from './sounds.ts';
import type { Born, Wanted } from './wanted.ts';

/** How much of two words is the same, from 0 to 1: twice the neighbouring letters that both have, of all that there are. */
const likeness = (one: string, other: string): number => {
  const pairs = (word: string) => Array.from({ length: word.length + 1 }, (_, at) => ` ${word} `.slice(at, at + 2));
  const left = pairs(other);
  const shared = pairs(one).filter((pair) => {
    const at = left.indexOf(pair);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / (one.length + other.length + 2);
};

/** How well a typed word fits one of a name: 0 where it does not, 10 where it is the same. */
const wordFit = (typed: string, word: string): number => {
  if (typed === word) return 10;
  if (typed.length > 1 && soundAlike(typed, word)) return 4 + 4 * likeness(typed, word);
  return word.startsWith(typed) ? 4 : 0;
};

/** How a birth date fits: the same, with day and month swapped, with one of the three parts wrong, or another. */
export type BirthFit = 'same' | 'swapped' | 'near' | 'other';

/** How a birth date fits what was said of it, as far as that goes. */
export const birthFit = ({ years, day, month }: Born, dateOfBirth: string): BirthFit => {
  const [year = 0, itsMonth = 0, itsDay = 0] = dateOfBirth.split('-').map(Number);
  const sameYear = years.length === 0 || years.includes(year);
  if (day === undefined || month === undefined) return sameYear ? 'same' : 'other';
  const straight = Number(day === itsDay) + Number(month === itsMonth);
  const swapped = day === itsMonth && month === itsDay;
  if (sameYear) {
    if (straight === 2) return 'same';
    if (swapped) return 'swapped';
    return straight === 1 ? 'near' : 'other';
  }
  return straight === 2 || swapped ? 'near' : 'other';
};

const ofBirth: Readonly<Record<BirthFit, number>> = { same: 10, swapped: 7, near: 3, other: -6 };

/** How well a person fits whom somebody looks for. */
export type Fit = { readonly score: number; readonly birth?: BirthFit };

/**
 * How well a person fits, or undefined where they do not: two of the words typed must be theirs (one where only one was typed, or
 * the day of birth is theirs). An NHS number
 * that is the same needs no name.
 *
 * @param persons the person as each of their items has them, since a name may stand in one alone
 */
export const fitOf = (wanted: Wanted, persons: readonly Findable[]): Fit | undefined => {
  const { born } = wanted;
  const births = born ? persons.flatMap(({ dateOfBirth }) => (dateOfBirth ? birthFit(born, dateOfBirth) : [])) : [];
  const birth = (['same', 'swapped', 'near', 'other'] as const).find((fit) => births.includes(fit));
  // The day of a birth with its year says as much as a name does.
  const isTheirDay = born?.day !== undefined && (birth === 'same' || birth === 'swapped');
  const wordsNeeded = isTheirDay ? 1 : 2;
  const words = [...new Set(persons.flatMap(wordsOf))];
  const readings = wanted.name === '' ? [] : readingsOf(wanted.name);
  const named = readings.map((typed) => {
    const fits = typed.map((one) => Math.max(0, ...words.map((word) => wordFit(one, word))));
    const hits = fits.filter((fit) => fit > 0).length;
    const isTheirs = typed.length > 0 && hits >= Math.min(wordsNeeded, typed.length);
    return isTheirs ? fits.reduce((sum, fit) => sum + fit, 0) / typed.length : 0;
  });
  const name = Math.max(0, ...named);
  const isNumber = wanted.nhsNumber !== undefined && persons.some(({ nhsNumber }) => nhsNumber === wanted.nhsNumber);
  if (readings.length > 0 && name === 0 && !isNumber) return undefined;
  const home = wanted.postcode && foldedPostcode(wanted.postcode);
  const livesThere = persons.some(({ postcode }) => home && postcode && foldedPostcode(postcode) === home);
  const score = name + (birth ? ofBirth[birth] : 0) + (livesThere ? 6 : 0) + (isNumber ? 30 : 0);
  return { score, ...(birth && { birth }) };
};
