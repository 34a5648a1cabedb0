import { holds } from './condition-holds.ts';
import { type Exit, type Form, type OpensWork, type Page, type Question, questionsOf } from './form-language.ts';

/** One row of a table: column id to answer. */
export type Row = Record<string, string | number | string[]>;

/**
 * One answer as it is stored and sent: text, dates (`YYYY-MM-DD`), `yes`/`no` and single choices as text; whole numbers and
 * money (pence) as numbers; several choices and uploaded documents as lists; tables as lists of rows.
 */
export type Answer = string | number | string[] | Row[];

/** Answers by question id. A question that was not asked, or not answered, is not there. */
export type Answers = Record<string, Answer>;

/**
 * The questions that these answers lead to, in order. An answer to a question that is not asked never opens another one.
 *
 * @param beyond answers to questions that are not in this form but that its conditions may name (one page of a longer form)
 */
export const askedQuestions = (
  form: Form,
  answers: Readonly<Record<string, unknown>>,
  beyond: Readonly<Record<string, unknown>> = {},
): Question[] => {
  const placed = questionsOf(form);
  const own = new Set(placed.map(({ question }) => question.id));
  const counted: Record<string, unknown> = Object.fromEntries(Object.entries(beyond).filter(([id]) => !own.has(id)));
  const asked: Question[] = [];
  for (const { page, question } of placed) {
    if (!holds(page.when, counted) || !holds(question.when, counted)) continue;
    asked.push(question);
    if (Object.hasOwn(answers, question.id)) counted[question.id] = answers[question.id];
  }
  return asked;
};

/** A page of which one of several questions must be answered, and none is: with the first of them and what to say. */
export type Unmet = { page: Page; question: Question };

/** Those pages, where any of their questions is asked. @param asked what these answers lead to */
export const unmetPages = (
  form: Form,
  asked: readonly Question[],
  answers: Readonly<Record<string, unknown>>,
): Unmet[] =>
  form.sections.flatMap(({ pages }) =>
    pages.flatMap((page): Unmet[] => {
      const { of = [], error = '' } = page.oneNeeded ?? {};
      const put = asked.filter((question) => of.includes(question.id) && page.questions.includes(question));
      const [first] = put;
      if (first === undefined || put.some(({ id }) => answers[id] !== undefined)) return [];
      return [{ page, question: { ...first, error } }];
    }),
  );

/** The exits that these answers reach, most urgent first as the form lists them. */
export const exitsReached = (form: Form, answers: Readonly<Record<string, unknown>>): Exit[] => {
  const counted = Object.fromEntries(askedQuestions(form, answers).map(({ id }) => [id, answers[id]]));
  return form.exits.filter((exit) => holds(exit.when, counted));
};

/** The other pieces of work that these answers open, in the order of the list. */
export const workOpenedBy = (form: Form, answers: Readonly<Record<string, unknown>>): OpensWork[] => {
  const counted = Object.fromEntries(askedQuestions(form, answers).map(({ id }) => [id, answers[id]]));
  return form.sections.flatMap(({ pages }) =>
    pages.flatMap(({ opens = [] }) => opens.filter(({ when }) => holds(when, counted))),
  );
};

/** Answers as they are kept: with the list that asked and its version, so that they can be read as long as they are kept. */
export const answered = ({ id, version }: Pick<Form, 'id' | 'version'>, answers: Answers) => ({
  list: id,
  listVersion: version,
  answers,
});
