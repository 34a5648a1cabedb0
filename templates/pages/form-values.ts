import { type Column, type Form, type Question, questionsOf } from '../../schemas/form-language.ts';

/** What a form's page sent: answers in the shape that `answersSchema(form)` takes, and the key that marks the same sending. */
export type FormBody = { answers: Record<string, unknown>; submissionKey: string };

/** The three inputs of a date, as they are shown. */
export type DateParts = { day: string; month: string; year: string };

type Asked = Question | Column;

const monthNames = 'january february march april may june july august september october november december'.split(' ');

/** 1 to 12 for a month's name or its first letters, at least three, as people write them; 0 for anything else. */
const monthNumber = (typed: string): number =>
  typed.length < 3 ? 0 : monthNames.findIndex((name) => name.startsWith(typed.toLowerCase())) + 1;

/**
 * Reads an urlencoded body back into answers; the inverse of what the application page renders.
 *
 * What cannot be read as a number, an amount or a date stays as it was typed, so that the check complains about it and the page
 * can show it again. Empty inputs and empty rows are left out. Inputs that belong to no question are ignored.
 */
export const readFormBody = (form: Form, body: string): FormBody => {
  const inputs = new URLSearchParams(body);
  const questions = questionsOf(form).map(({ question }) => question);
  return { answers: readFields(questions, inputs), submissionKey: inputs.get('submissionKey') ?? '' };
};

/** The answers to these questions among posted inputs, in the shape that `answersSchema` and `readPage` take. */
export const readFields = (questions: readonly Question[], inputs: URLSearchParams): Record<string, unknown> =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const answer = readAnswer(question, inputs);
      return answer === undefined ? [] : [[question.id, answer] as const];
    }),
  );

const readAnswer = (question: Question, inputs: URLSearchParams): unknown => {
  // A document goes to S3; what a form says of it counts for nothing.
  if (question.type === 'file') return undefined;
  return question.type === 'table' ? readRows(question, inputs) : readSingle(question, question.id, inputs);
};

const readSingle = (asked: Asked, name: string, inputs: URLSearchParams): unknown => {
  if (asked.type !== 'multi') return readOne(asked, name, inputs);
  const picked = inputs.getAll(name).filter((value) => value !== '');
  return picked.length === 0 ? undefined : picked;
};

const readRows = (table: Extract<Question, { type: 'table' }>, inputs: URLSearchParams): unknown => {
  const rows = rowNumbers(table.id, inputs).map((row) =>
    Object.fromEntries(
      table.columns.flatMap((column) => {
        const cell = readSingle(column, `${table.id}[${row}].${column.id}`, inputs);
        return cell === undefined ? [] : [[column.id, cell] as const];
      }),
    ),
  );
  const filled = rows.filter((row) => Object.keys(row).length > 0);
  return filled.length === 0 ? undefined : filled;
};

/** The rows that were sent, in order; how many a page shows is the page's matter. */
const rowNumbers = (table: string, inputs: URLSearchParams): number[] => {
  const numbers = [...inputs.keys()]
    .filter((name) => name.startsWith(`${table}[`))
    .map((name) => /^\[(\d{1,3})\]\./.exec(name.slice(table.length))?.[1]);
  return [...new Set(numbers.filter((number) => number !== undefined).map(Number))].sort((a, b) => a - b);
};

const readOne = (asked: Asked, name: string, inputs: URLSearchParams): unknown => {
  if (asked.type === 'date') {
    const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
      inputs.get(`${name}.${part}`)?.trim(),
    );
    return dateFrom({ day, month, year });
  }
  // Browsers send line ends as two characters, whatever was typed.
  const typed = (inputs.get(name) ?? '').replaceAll('\r\n', '\n');
  if (typed.trim() === '') return undefined;
  if (asked.type === 'num') return numberFrom(typed);
  return asked.type === 'money' ? penceFrom(typed) : typed;
};

/** `{day:"5", month:"March", year:"1950"}` is `1950-03-05`; parts left empty stay empty between the hyphens. */
const dateFrom = ({ day, month, year }: DateParts): string | undefined => {
  if (day === '' && month === '' && year === '') return undefined;
  const named = monthNumber(month);
  const two = (part: string) => (/^\d$/.test(part) ? `0${part}` : part);
  return `${year}-${two(named > 0 ? String(named) : month)}-${two(day)}`;
};

const numberFrom = (typed: string): number | string => {
  const digits = typed.replace(/[\s,]/g, '');
  return /^-?\d{1,15}$/.test(digits) ? withoutMinusZero(Number(digits)) : typed;
};

/** Pounds as people type them (`£1,234.50`, `41`) in whole pence, reckoned on the digits so that no fraction of a penny appears. */
const penceFrom = (typed: string): number | string => {
  const amount = /^(-?)£?(\d{1,12})(?:\.(\d{1,2}))?$/.exec(typed.replace(/[\s,]/g, ''));
  if (amount === null) return typed;
  const [, sign = '', pounds = '', pence = ''] = amount;
  return withoutMinusZero(Number(`${sign}${pounds}${pence.padEnd(2, '0')}`));
};

/** JavaScript reads `-0` as a number of its own, which JSON cannot carry. */
const withoutMinusZero = (amount: number): number => (amount === 0 ? 0 : amount);

/** What an input shows for an answer, whether it is a right one or one that was refused. */
export const shownText = (asked: Asked, answer: unknown): string => {
  if (typeof answer === 'string') return answer;
  if (typeof answer !== 'number') return '';
  if (asked.type !== 'money' || !Number.isSafeInteger(answer)) return String(answer);
  const digits = String(Math.abs(answer)).padStart(3, '0');
  const pounds = `${answer < 0 ? '-' : ''}${digits.slice(0, -2)}`;
  return digits.endsWith('00') ? pounds : `${pounds}.${digits.slice(-2)}`;
};

/** What the three inputs of a date show; a text that is not like a date stands whole in the day, so that nothing is lost. */
export const shownDate = (answer: unknown): DateParts => {
  if (typeof answer !== 'string') return { day: '', month: '', year: '' };
  const parts = /^([^-]*)-([^-]*)-(.*)$/s.exec(answer);
  if (parts === null) return { day: answer, month: '', year: '' };
  const [, year = '', month = '', day = ''] = parts;
  return { day: day.replace(/^0(?=\d$)/, ''), month: month.replace(/^0(?=\d$)/, ''), year };
};

/** The boxes that are ticked for an answer. */
export const shownChoices = (answer: unknown): string[] =>
  Array.isArray(answer) ? answer.filter((value) => typeof value === 'string') : [];

/** The rows that a table holds for an answer; anything but a row is shown as an empty one. */
export const shownRows = (answer: unknown): Record<string, unknown>[] =>
  Array.isArray(answer) ? answer.map((row) => (typeof row === 'object' && row !== null ? { ...row } : {})) : [];
