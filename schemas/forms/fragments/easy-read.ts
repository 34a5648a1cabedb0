import type { Page, Question } from '../../form-language.ts';

/** Easy Read words and a drawing for each question that a page was built with, by the question's id. */
export type EasyWords = Readonly<Record<string, readonly [label: string, picture: string]>>;

/**
 * The same pages with these words for Easy Read, for questions that are written in the short way and have no room for them.
 *
 * @throws RangeError for words about a question that is on none of the pages
 */
export const inEasyRead = <Of extends { pages: Page[] }>(holders: Of[], words: EasyWords): Of[] => {
  const left = new Set(Object.keys(words));
  const simpler = (question: Question): Question => {
    const found = words[question.id];
    if (found === undefined) return question;
    left.delete(question.id);
    const [label, picture] = found;
    return { ...question, easyRead: { label, picture } };
  };
  const made = holders.map((holder) => ({
    ...holder,
    pages: holder.pages.map((page) => ({ ...page, questions: page.questions.map(simpler) })),
  }));
  if (left.size > 0) throw new RangeError(`No question ${[...left].join(', ')}`);
  return made;
};
