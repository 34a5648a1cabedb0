import type { Condition, Page, Question, Section } from '../../form-language.ts';

const capital = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;

/**
 * The same sections asked of a second person in one form: ids begin with `key` (`carerFirstName`), pages with `key-`, and names and
 * questions say whom they are about ("Carer: first name"), so that nobody is asked the same question twice.
 */
export const forSecondPerson = (sections: Section[], key: string, who: string): Section[] =>
  sections.map((section) => ({
    ...section,
    id: `${key}-${section.id}`,
    title: `${who}: ${section.title.charAt(0).toLowerCase()}${section.title.slice(1)}`,
    ...(section.after && { after: section.after.map((id) => `${key}-${id}`) }),
    pages: section.pages.map((page) => pageFor(page, key, who)),
  }));

const pageFor = (page: Page, key: string, who: string): Page => ({
  ...page,
  id: `${key}-${page.id}`,
  ...(page.title && { title: `${who}: ${page.title.charAt(0).toLowerCase()}${page.title.slice(1)}` }),
  ...(page.when && { when: conditionFor(page.when, key) }),
  questions: page.questions.map((question) => questionFor(question, key, who)),
});

const questionFor = (question: Question, key: string, who: string): Question => ({
  ...question,
  id: `${key}${capital(question.id)}`,
  name: `${who}: ${question.name.charAt(0).toLowerCase()}${question.name.slice(1)}`,
  label: `${who}: ${question.label.charAt(0).toLowerCase()}${question.label.slice(1)}`,
  ...(question.when && { when: conditionFor(question.when, key) }),
});

const conditionFor = (condition: Condition, key: string): Condition => {
  if ('all' in condition) return { all: condition.all.map((part) => conditionFor(part, key)) };
  if ('any' in condition) return { any: condition.any.map((part) => conditionFor(part, key)) };
  return { ...condition, question: `${key}${capital(condition.question)}` };
};
