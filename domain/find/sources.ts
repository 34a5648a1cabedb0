import { dayTerm, type FindTerm, foldedPostcode, pairTerm, wordTerm } from './find-terms.ts';
import { readingsOf } from './folded-words.ts';
import { soundsOf } from './sounds.ts';
import type { Wanted } from './wanted.ts';

/** Where to look for somebody. */
export type Source = FindTerm & {
  /** Only what ends there, and not what goes on. */
  readonly whole?: true;
  /** Looked at only where what stands before it found nobody. */
  readonly otherwise?: true;
};

const pairsOf = (words: readonly string[]): (readonly [string, string])[] =>
  words.flatMap((one, at) => words.slice(at + 1).map((other) => [one, other] as const));

/** By two words of a name, in whatever order and however they are spelt. */
const byPairs = (readings: readonly (readonly string[])[], steps: readonly string[] = []): Source[] =>
  readings.flatMap((words) =>
    pairsOf(words.filter((word) => word.length > 1)).flatMap(([one, other]) =>
      soundsOf(one).flatMap((code) => soundsOf(other).map((with_) => pairTerm(code, with_, steps))),
    ),
  );

const byName = (readings: readonly (readonly string[])[]): Source[] => {
  const words = [...new Set(readings.flat())].filter((word) => word.length > 1);
  const begins = words.map(wordTerm);
  // Who types one word means that name before one that begins so; who types more may have left off in the midst of any.
  const exactly = (readings[0] ?? []).length === 1 ? begins.map((term): Source => ({ ...term, whole: true })) : [];
  const sounds = words.flatMap((word) => soundsOf(word).map((code): Source => ({ of: `sound ${code}`, steps: [] })));
  const pairs = byPairs(readings);
  return pairs.length > 0 ? [...pairs, ...begins] : [...exactly, ...begins, ...sounds];
};

const withBirth = ({ born }: Wanted, readings: readonly (readonly string[])[]): Source[] => {
  if (born === undefined) return [];
  const codes = [
    ...new Set(
      readings
        .flat()
        .filter((word) => word.length > 1)
        .flatMap(soundsOf),
    ),
  ];
  const day = born.day && born.month ? dayTerm(born.day, born.month) : undefined;
  return [
    ...(day ? born.years.map((year): Source => ({ of: `born ${year} ${day}`, steps: [] })) : []),
    ...(day ? codes.map((code): Source => ({ of: `day ${day}`, steps: [code] })) : []),
    ...born.years.flatMap((year) => byPairs(readings, [String(year)])),
    ...born.years.flatMap((year) => codes.map((code): Source => ({ of: `sound ${code}`, steps: [String(year)] }))),
  ];
};

/**
 * Where to look for whom somebody wants, the surest first. Each source holds few people where a birth date, a postcode or two words of a
 * name were given; a single common surname has thousands, of whom some are looked at at a time.
 */
export const sourcesOf = (wanted: Wanted): Source[] => {
  const readings = wanted.name === '' ? [] : readingsOf(wanted.name);
  const exact: Source[] = [
    ...(wanted.nhsNumber ? [{ of: `nhs ${wanted.nhsNumber}`, steps: [] }] : []),
    ...withBirth(wanted, readings),
    ...(wanted.postcode ? [{ of: `postcode ${foldedPostcode(wanted.postcode)}`, steps: [] }] : []),
  ];
  const names = byName(readings);
  const all = exact.length > 0 ? [...exact, ...names.map((one): Source => ({ ...one, otherwise: true }))] : names;
  const each = new Map(all.toReversed().map((one) => [JSON.stringify([one.of, one.steps, one.whole]), one]));
  return [...each.values()].toReversed();
};

/** Whether a source finds what stands under a term. */
export const finds = (source: Source, { of, steps }: FindTerm): boolean =>
  of === source.of &&
  source.steps.every((step, at) => step === steps[at]) &&
  (source.whole === undefined || steps.length === source.steps.length);
