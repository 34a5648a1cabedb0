import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form, Question } from '../../schemas/form-language.ts';
import { type PageVisit, pagesThatApply } from './forms.ts';
import { pageByPage } from './page-by-page.ts';

/** How much a person is asked: pages that are served, fields on them, and long texts with those that must be written. */
export type FormSize = { pages: number; fields: number; longTexts: number; mustWrite: number };

/** A cell of a table row that is shown is a field of its own; a table that nobody filled in shows one row. */
const fieldsOf = (question: Question, answers: Answers): number => {
  if (question.type !== 'table') return 1;
  const rows = answers[question.id];
  return question.columns.length * Math.max(1, Array.isArray(rows) ? rows.length : 0);
};

/** How much is on these pages. */
export const sizeOfPages = (visits: readonly PageVisit[], answers: Answers): FormSize => {
  const asked = visits.flatMap(({ questions }) => questions);
  const long = asked.filter(({ type }) => type === 'long');
  return {
    pages: visits.length,
    fields: asked.reduce((sum, question) => sum + fieldsOf(question, answers), 0),
    longTexts: long.length,
    mustWrite: long.filter(({ optional }) => !optional).length,
  };
};

/** What somebody with these answers meets between the start page and "check your answers", neither of which is counted. */
export const sizeOf = (form: Form, answers: Answers): FormSize =>
  sizeOfPages(pagesThatApply(pageByPage(form), answers), answers);
