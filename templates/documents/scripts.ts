import bidiFactory from 'bidi-js';

/** How each writing system is told from the letters that Noto Sans has itself: Latin, Greek, Cyrillic and Devanagari. */
const letters = {
  gujarati: /\p{Script=Gujarati}/u,
  gurmukhi: /\p{Script=Gurmukhi}/u,
  bengali: /\p{Script=Bengali}/u,
  arabic: /\p{Script=Arabic}/u,
  han: /\p{Script=Han}/u,
} as const;

/** A writing system that needs a font of its own: Gujarati, Punjabi, Bengali, Arabic and Urdu, Chinese. Each such font has Latin letters too. */
export type Script = keyof typeof letters;

/** The writing system of a text that Noto Sans cannot show, if any: that of its first such letter. */
export const scriptOf = (text: string): Script | undefined => {
  const found = (Object.entries(letters) as [Script, RegExp][]).map(([script, letter]) => ({
    script,
    at: text.search(letter),
  }));
  return found.filter(({ at }) => at >= 0).toSorted((a, b) => a.at - b.at)[0]?.script;
};

const bidi = bidiFactory();

/**
 * The words of one line from left to right, as they stand on paper: a font puts the letters of a word in their order, and nobody else the words.
 * A text that begins with a right-to-left word runs from the right, in each of its lines.
 *
 * @see Unicode Standard Annex 9, rule L2, on whole words
 */
export const wordsOnPaper = (line: string, runs: 'ltr' | 'rtl' | 'auto' = 'auto'): string[] => {
  const { levels } = bidi.getEmbeddingLevels(line, runs);
  let at = 0;
  const words = line.split(' ').map((word) => {
    const level = Math.max(0, ...Array.from({ length: word.length }, (_, index) => levels[at + index] ?? 0));
    at += word.length + 1;
    return { word, level };
  });
  const highest = Math.max(0, ...words.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) {
    for (let start = 0; start < words.length; start += 1) {
      let end = start;
      while (end < words.length && (words[end]?.level ?? 0) >= level) end += 1;
      if (end > start) words.splice(start, end - start, ...words.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return words.map(({ word }) => word);
};

/** Whether PDFKit sets the letters of a word from right to left: then it sets the space that follows it at its left. */
const isSetFromRight = (word: string): boolean => /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(word);

/** Words as they stand on paper in one string, with a space between any two once each is set with its own; none follows the last. */
const spaced = (words: readonly string[]): string =>
  words
    .map((word, index) => {
      const next = words[index + 1];
      if (next === undefined) return word;
      const isNextSpaced = isSetFromRight(next) && index + 2 < words.length;
      return isSetFromRight(word) && !isNextSpaced ? `${word}  ` : `${word} `;
    })
    .join('');

/** Whether a text is written from right to left. */
export const isRightToLeft = (text: string): boolean =>
  (bidi.getEmbeddingLevels(text, 'auto').paragraphs[0]?.level ?? 0) % 2 === 1;

/**
 * A text in lines no wider than they may be, each as it stands on paper.
 *
 * @param widthOf how wide a piece of text is in the font in which it is printed
 */
export const linesOnPaper = (text: string, widest: number, widthOf: (words: string) => number): string[] =>
  text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    const runs = isRightToLeft(paragraph) ? 'rtl' : 'ltr';
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      // Room for the spaces that are set at both ends.
      if (line !== '' && widthOf(`  ${longer}  `) > widest) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line].map((one) => spaced(wordsOnPaper(one, runs)));
  });
