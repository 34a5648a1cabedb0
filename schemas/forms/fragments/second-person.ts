import type { Condition, Page, Question, Section } from '../../form-language.ts';

const lowerFirst = (words: string): string =>
  words.replace(/^(\{?)([A-Z])/, (_, brace: string, letter: string) => `${brace}${letter.toLowerCase()}`);
const capital = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`;

/** A question that names nobody says whose it is, beside the same one about the person; a carer who types is “you” in it, unnamed. */
const owned = (words: string): string => (words.includes('{') ? turned(words) : `{named}${lowerFirst(words)}`);

/** A heading does so to the carer too, beside the same one about the person. */
const headed = (words: string): string => (words.includes('{') ? turned(words) : `{carer:You}: ${lowerFirst(words)}`);

/**
 * Whom the carer cares for is the person with whom the form begins, and “the person of this question” is the carer. There are two of whom it
 * speaks, so “them” says which by name.
 */
const turned = (words: string): string =>
  words
    .replaceAll('{subject:', '{carer:')
    .replaceAll('{cared:them}', '{subject:you}')
    .replaceAll('{cared:', '{subject:');

/**
 * The same sections asked of the carer in a form about two people: ids begin with `carer` (`carerFirstName`), pages with `carer-`, and their
 * questions are about the carer, so that they are put accordingly to whoever types. Names of questions and parts say whose they are.
 */
export const forCarer = (sections: Section[]): Section[] =>
  sections.map((section) => ({
    ...section,
    id: `carer-${section.id}`,
    title: headed(section.title),
    ...(section.after && { after: section.after.map((id) => `carer-${id}`) }),
    pages: pagesForCarer(section.pages),
  }));

/** The same of single pages. */
export const pagesForCarer = (pages: Page[]): Page[] => pages.map(pageFor);

const pageFor = (page: Page): Page => ({
  ...page,
  id: `carer-${page.id}`,
  ...(page.title && { title: headed(page.title) }),
  ...(page.guidance && { guidance: page.guidance.map(turned) }),
  ...(page.when && { when: conditionFor(page.when) }),
  ...(page.oneNeeded && { oneNeeded: { ...page.oneNeeded, of: page.oneNeeded.of.map(inJointForm) } }),
  questions: page.questions.map(questionFor),
});

const questionFor = (question: Question): Question => ({
  ...question,
  id: inJointForm(question.id),
  name: `Carer: ${lowerFirst(question.name)}`,
  label: owned(question.label),
  ...(question.hint && { hint: turned(question.hint) }),
  ...(question.about !== 'typist' && { about: 'carer' as const }),
  ...(question.easyRead && { easyRead: { ...question.easyRead, label: owned(question.easyRead.label) } }),
  ...(question.when && { when: conditionFor(question.when) }),
});

/** What a question about the carer is called in a form about two people: `firstName` is `carerFirstName`. */
export const inJointForm = (id: string): string => `carer${capital(id)}`;

/** Who fills the form in is asked once. */
const conditionFor = (condition: Condition): Condition => {
  if ('all' in condition) return { all: condition.all.map(conditionFor) };
  if ('any' in condition) return { any: condition.any.map(conditionFor) };
  return condition.question === 'filledInBy' ? condition : { ...condition, question: inJointForm(condition.question) };
};
