import type { Condition, Page, Question, Section } from '../../form-language.ts';

const about = (who: string, words: string): string => `${who}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
const capital = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;

/**
 * The same sections asked of a second person in one form: ids begin with `key` (`carerFirstName`), pages with `key-`, and names and
 * questions say whom they are about ("Carer: first name"), so that nobody is asked the same question twice.
 */
export const forSecondPerson = (sections: Section[], key: string, who: string): Section[] =>
  sections.map((section) => ({
    ...section,
    id: `${key}-${section.id}`,
    title: about(who, section.title),
    ...(section.after && { after: section.after.map((id) => `${key}-${id}`) }),
    pages: section.pages.map((page) => pageFor(page, key, who)),
  }));

const pageFor = (page: Page, key: string, who: string): Page => ({
  ...page,
  id: `${key}-${page.id}`,
  ...(page.title && { title: about(who, page.title) }),
  ...(page.when && { when: conditionFor(page.when, key) }),
  questions: page.questions.map((question) => questionFor(question, key, who)),
});

/** Browsers fill in what is known of whoever types, which is the first person. */
const questionFor = ({ autocomplete: _ofTheFirst, ...question }: Question, key: string, who: string): Question => ({
  ...question,
  id: `${key}${capital(question.id)}`,
  name: about(who, question.name),
  label: about(who, question.label),
  ...(question.easyRead && { easyRead: { ...question.easyRead, label: about(who, question.easyRead.label) } }),
  ...(question.when && { when: conditionFor(question.when, key) }),
});

const conditionFor = (condition: Condition, key: string): Condition => {
  if ('all' in condition) return { all: condition.all.map((part) => conditionFor(part, key)) };
  if ('any' in condition) return { any: condition.any.map((part) => conditionFor(part, key)) };
  return { ...condition, question: `${key}${capital(condition.question)}` };
};
