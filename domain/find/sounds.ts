import { doubleMetaphone } from 'double-metaphone';
import { alsoCalled } from './given-names.ts';

/** How names from Polish and from South Asian languages are heard by who writes English, which the rules for English miss. */
const asHeard = (word: string): string =>
  word
    .replaceAll('sz', 'sh')
    .replaceAll('cz', 'ch')
    .replaceAll('rz', 'zh')
    .replaceAll(/w(?=[aeiouy])/g, 'v')
    .replaceAll('x', 'ksh')
    .replaceAll('mps', 'ms');

/** Most codes of one word, so that a name of many words has few entries. */
const mostCodes = 4;

/**
 * How a folded word sounds, and what else its bearer may be called: two words that share a code may be one name. Codes of sounds are capitals;
 * `=william` stands for everybody who is called as a William may be.
 *
 * @see Lawrence Philips, The Double Metaphone Search Algorithm (C/C++ Users Journal, June 2000)
 */
export const soundsOf = (word: string): readonly string[] => {
  const heard = [...doubleMetaphone(word), doubleMetaphone(asHeard(word))[0]];
  const called = alsoCalled(word).map((name) => `=${name}`);
  return [...new Set([...called, ...heard])].filter((code) => code !== '').slice(0, mostCodes);
};

/** Whether two folded words may be one name: alike in how they sound or in what people are called by. */
export const soundAlike = (one: string, other: string): boolean => {
  const codes = soundsOf(other);
  return soundsOf(one).some((code) => codes.includes(code));
};
