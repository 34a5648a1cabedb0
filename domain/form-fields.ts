import type { Answer, Answers } from '../schemas/form-conditions.ts';
import { type Column, type Form, type Question, questionsOf } from '../schemas/form-language.ts';

/**
 * How answers travel in an HTML form. A question's field is named by its id; a date has three, `dateOfBirth-day`, `-month` and
 * `-year`, as GOV.UK's date input writes them; several choices repeat the name; a table's cell is `keyContacts[0].phone`.
 */
export type Fields = Iterable<readonly [string, string]>;

/**
 * The answers in the fields of a posted HTML form, ready for `answersSchema`. Other fields of the page are left alone.
 *
 * Numbers and pounds that cannot be read stay text, and dates with a part missing keep the gap, so that the schema can say what
 * is wrong with them.
 */
export const answersFromFields = (form: Form, fields: Fields): Record<string, unknown> => {
  const given = new Map<string, string[]>();
  for (const [name, value] of fields) given.set(name, [...(given.get(name) ?? []), value]);
  const answers: Record<string, unknown> = {};
  for (const { question } of questionsOf(form)) {
    const answer = question.type === 'table' ? rowsFrom(question, given) : valueFrom(question, question.id, given);
    if (answer !== undefined) answers[question.id] = answer;
  }
  return answers;
};

/** The fields that show saved answers again, by the same names. */
export const fieldsFromAnswers = (form: Form, answers: Answers): [string, string][] =>
  questionsOf(form).flatMap(({ question }) => fieldsOf(question, question.id, answers[question.id]));

const rowsFrom = (table: Extract<Question, { type: 'table' }>, given: Map<string, string[]>): unknown => {
  const start = `${table.id}[`;
  const numbers = [...given.keys()]
    .filter((name) => name.startsWith(start))
    .map((name) => Number.parseInt(name.slice(start.length), 10));
  // People may take a row away from the middle; the others keep their order. Numbers past 999 are nobody's rows.
  const rows = [...new Set(numbers)].filter((row) => row >= 0 && row < 1000).sort((a, b) => a - b);
  if (rows.length === 0) return undefined;
  return rows.map((row) =>
    Object.fromEntries(
      table.columns.flatMap((column) => {
        const cell = valueFrom(column, `${start}${row}].${column.id}`, given);
        return cell === undefined ? [] : [[column.id, cell]];
      }),
    ),
  );
};

const valueFrom = (asked: Question | Column, name: string, given: Map<string, string[]>): unknown => {
  const values = given.get(name);
  if (asked.type === 'date') return dateFrom(name, given);
  if (asked.type === 'multi' || asked.type === 'file') return values?.filter((value) => value !== '');
  const value = values?.at(-1)?.trim();
  if (value === undefined || value === '') return undefined;
  if (asked.type === 'num') return /^\d{1,9}$/.test(value) ? Number(value) : value;
  if (asked.type === 'money') return penceFrom(value);
  return value;
};

const dateFrom = (name: string, given: Map<string, string[]>): string | undefined => {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => given.get(`${name}-${part}`)?.at(-1)?.trim() ?? '');
  if (!year && !month && !day) return undefined;
  const two = (part = '') => (/^\d$/.test(part) ? `0${part}` : part);
  return `${year}-${two(month)}-${two(day)}`;
};

const penceFrom = (value: string): number | string => {
  const amount = /^£?(\d{1,8})(?:\.(\d{2}))?$/.exec(value.replace(/[,\s]/g, ''));
  return amount === null ? value : Number(amount[1]) * 100 + Number(amount[2] ?? 0);
};

const fieldsOf = (asked: Question | Column, name: string, answer: Answer | undefined): [string, string][] => {
  if (answer === undefined) return [];
  if (Array.isArray(answer)) {
    return answer.flatMap((item, row): [string, string][] => {
      if (typeof item === 'string') return [[name, item]];
      const columns = asked.type === 'table' ? asked.columns : [];
      return columns.flatMap((column) => fieldsOf(column, `${name}[${row}].${column.id}`, item[column.id]));
    });
  }
  if (asked.type === 'date') {
    const [year = '', month = '', day = ''] = String(answer).split('-');
    return [
      [`${name}-day`, String(Number(day))],
      [`${name}-month`, String(Number(month))],
      [`${name}-year`, year],
    ];
  }
  return [[name, asked.type === 'money' ? (Number(answer) / 100).toFixed(2) : String(answer)]];
};
