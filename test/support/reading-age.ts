/**
 * How hard a text is to read, by two formulas that count only what can be counted: sentences, words, syllables and letters.
 *
 * Our own 60 lines rather than a package: what decides the number is which text is fed in (a page has lists, labels and names), and
 * a package would leave that to us anyway.
 *
 * @see Kincaid, Fishburne, Rogers and Chissom (1975): Flesch-Kincaid grade level and Automated Readability Index, recalculated for US Navy readers
 */
export type ReadingAge = {
  /** Flesch-Kincaid grade, a school year in the United States; a child in grade 1 is 6. */
  readonly grade: number;
  /** Automated Readability Index, also a grade. */
  readonly index: number;
  /** The age at which a reader follows it by the first formula: grade + 5. */
  readonly age: number;
  readonly words: number;
};

const blocks =
  /<\/?(?:p|li|h[1-6]|dt|dd|td|th|label|legend|div|br|title|main|body|summary|button|fieldset|option)\b[^>]*>/g;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Lines of text as a reader meets them; an item of a list, a heading or a label is a line of its own. */
const linesOf = (markup: string): string[] =>
  markup
    .replaceAll(/<(style|head|svg)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(blocks, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .split('\n');

const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}][\p{L}’'-]*/gu) ?? [];

/** Spoken beats of an English word, estimated: groups of vowels, less the e that is not said. */
export const syllables = (word: string): number => {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '');
  const said = letters.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) => end.charAt(0));
  const groups = said.match(/[aeiouy]+/g)?.length ?? 0;
  const apart = said.match(/(?<![ct])i[ao](?=[nrlb]?$)|rea$|dea$|ua(?=[lr])/g)?.length ?? 0;
  return Math.max(1, groups + (/io[nu]/.test(said) ? 0 : Math.min(1, apart)));
};

/** The sentences of four words or more: labels and links of one to three words would make any page look easy. */
const sentencesOf = (markup: string): string[][] =>
  linesOf(markup)
    .flatMap((line) => line.split(/[.?!:](?=\s|$)/))
    .map(wordsOf)
    .filter((words) => words.length >= 4);

/**
 * The reading age of a page or an email, in HTML or text.
 *
 * @param names each counts as one short word, since nobody can make a council's name or an address easier
 */
export const readingAge = (markup: string, names: readonly string[] = []): ReadingAge => {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  const plain = longestFirst
    .reduce((text, name) => text.replaceAll(name, 'Name'), markup)
    .replaceAll(/(?<=[\s>])(?:https?:\/\/|[\w.-]+@)[^\s<]+/g, 'Link');
  const sentences = sentencesOf(plain);
  const words = sentences.flat();
  const perSentence = words.length / Math.max(1, sentences.length);
  const beats = words.reduce((sum, word) => sum + syllables(word), 0) / Math.max(1, words.length);
  const letters = words.join('').length / Math.max(1, words.length);
  const grade = 0.39 * perSentence + 11.8 * beats - 15.59;
  return {
    grade,
    index: 4.71 * letters + 0.5 * perSentence - 21.43,
    age: grade + 5,
    words: words.length,
  };
};

/** The hardest sentences, to know where to begin. */
export const hardestSentences = (markup: string, count: number): string[] =>
  sentencesOf(markup)
    .toSorted((a, b) => hardness(b) - hardness(a))
    .slice(0, count)
    .map((words) => words.join(' '));

const hardness = (words: readonly string[]): number =>
  0.39 * words.length + (11.8 * words.reduce((sum, word) => sum + syllables(word), 0)) / words.length;
