import type { Council } from '../schemas/council.ts';

/** The words of the council's own that stand in a text, in the order in which it explains them; the plural is the word too. */
export const wordsIn = (text: string, glossary: Council['glossary'] = []): NonNullable<Council['glossary']> =>
  glossary.filter(({ term }) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${term.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}s?(?![\\p{L}\\p{N}])`, 'iu').test(
      text,
    ),
  );
