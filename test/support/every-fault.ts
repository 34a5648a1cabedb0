import { kindSchema, tidied } from '../../schemas/answer-kinds.ts';
import type { Column, Form, Question } from '../../schemas/form-language.ts';
import { questionsOf } from '../../schemas/form-language.ts';

const today = () => '2026-01-05';
const long = 'x'.repeat(20_001);

/** What may be typed or sent wrongly, by the kind of question: nothing, too much, another kind, out of range, half of it. */
const wrong: Readonly<Record<(Question | Column)['type'], readonly unknown[]>> = {
  text: [long],
  long: [long],
  sign: [long],
  date: ['2026--02', '--', '2026-13-40', '26-01-02', '1850-01-01', '2020-01-01', '2030-01-01', '2015-06-01', 'soon'],
  yesno: ['maybe'],
  choice: ['something-else'],
  num: ['many', 1.5, -1_000_000, 1e12],
  money: ['a lot', -1, 1e12],
  email: ['me at home', `${'x'.repeat(300)}@example.com`],
  phone: ['after six', long],
  postcode: ['LE3', long],
  nhsno: ['123', '1234567890'],
  nino: ['12'],
  multi: [['something-else'], Array.from({ length: 60 }, (_, at) => `x${at}`)],
  file: [['?'], Array.from({ length: 60 }, (_, at) => `doc-0000${at}`)],
  table: ['one', ['one'], Array.from({ length: 60 }, () => ({}))],
};

/** A sentence that says what is wrong with an answer, and of which question. */
export type Fault = { readonly list: string; readonly id: string; readonly kind: string; readonly message: string };

const saidOf = (asked: Question | Column, answer: unknown): string[] =>
  (kindSchema(asked, today).safeParse(tidied(asked, answer)).error?.issues ?? []).map(({ message }) => message);

const answersTo = (asked: Question | Column): readonly unknown[] => {
  const alone = asked.type === 'multi' && asked.alone;
  const together = alone ? [[alone, ...asked.options.map(({ value }) => value).filter((one) => one !== alone)]] : [];
  return [undefined, ...wrong[asked.type], ...together];
};

/** Every sentence that a list may say of a wrong answer to a question, or to a column of a table. */
export const everyFault = (list: Form): Fault[] => {
  const of = (asked: Question | Column, id: string): Fault[] =>
    answersTo(asked).flatMap((answer) =>
      saidOf(asked, answer).map((message) => ({ list: list.id, id, kind: asked.type, message })),
    );
  const found = questionsOf(list).flatMap(({ question }) => [
    ...of(question, question.id),
    ...(question.type === 'table'
      ? question.columns.flatMap((column) => of(column, `${question.id}.${column.id}`))
      : []),
  ]);
  return [...new Map(found.map((fault) => [`${fault.id} ${fault.message}`, fault])).values()];
};
