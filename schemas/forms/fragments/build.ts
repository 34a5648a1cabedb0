import type { Column, Condition, Option, Page, Question } from '../../form-language.ts';

/** What a question may have beside its id, name and label. */
type Rest = {
  hint?: string;
  error?: string;
  optional?: true;
  when?: Condition;
  meets?: string[];
  forHelper?: { label: string; hint?: string };
  easyRead?: { label: string; picture: string };
  autocomplete?: NonNullable<Question['autocomplete']>;
};

const lower = (name: string): string =>
  /^[A-Z][a-z’]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;

const text = (id: string, name: string, label: string, rest: Rest & { maxLength?: number } = {}): Question => ({
  id,
  type: 'text',
  label,
  name,
  error: `Enter ${lower(name)}`,
  ...rest,
});

const long = (id: string, name: string, label: string, rest: Rest & { maxLength?: number } = {}): Question => ({
  id,
  type: 'long',
  label,
  name,
  error: `Enter ${lower(name)}`,
  ...rest,
});

type DateRange = { range?: 'past' | 'past-or-today' | 'today-or-future' };
const date = (id: string, name: string, label: string, rest: Rest & DateRange = {}): Question => ({
  id,
  type: 'date',
  label,
  name,
  error: `Enter ${lower(name)}`,
  ...rest,
});

const yesno = (id: string, name: string, label: string, rest: Rest = {}): Question => ({
  id,
  type: 'yesno',
  label,
  name,
  error: `Select yes or no: ${lower(name)}`,
  ...rest,
});

/** Options as `[value, label]`, or `[value, label, picture]` where a drawing helps and the words are easy as they are. */
export type Pairs = readonly (readonly [string, string, string?])[];

const options = (pairs: Pairs): Option[] =>
  pairs.map(([value, label, picture]) => ({
    value,
    label,
    ...(picture !== undefined && { easyRead: { label, picture } }),
  }));

const choice = (id: string, name: string, label: string, pairs: Pairs, rest: Rest = {}): Question => ({
  id,
  type: 'choice',
  label,
  name,
  error: `Select ${lower(name)}`,
  options: options(pairs),
  ...rest,
});

const multi = (
  id: string,
  name: string,
  label: string,
  pairs: Pairs,
  rest: Rest & { alone?: string } = {},
): Question => ({
  id,
  type: 'multi',
  label,
  name,
  error: `Select ${lower(name)}`,
  options: options(pairs),
  ...rest,
});

const num = (id: string, name: string, label: string, [min, max]: [number, number], rest: Rest = {}): Question => ({
  id,
  type: 'num',
  label,
  name,
  error: `Enter ${lower(name)}`,
  min,
  max,
  ...rest,
});

const money = (
  id: string,
  name: string,
  label: string,
  rest: Rest & { per?: 'week' | 'month' | 'year' } = {},
): Question => ({
  id,
  type: 'money',
  label,
  name,
  error: `Enter ${lower(name)}`,
  ...rest,
});

const table = (
  id: string,
  name: string,
  label: string,
  row: string,
  columns: Column[],
  rest: Rest & { maxRows?: number } = {},
): Question => ({ id, type: 'table', label, name, error: `Enter at least one ${row}`, row, columns, ...rest });

const sign = (id: string, name: string, label: string, rest: Rest = {}): Question => ({
  id,
  type: 'sign',
  label,
  name,
  error: 'Type your full name to sign',
  ...rest,
});

const file = (id: string, name: string, label: string, rest: Rest & { maxFiles?: number } = {}): Question => ({
  id,
  type: 'file',
  label,
  name,
  error: 'Upload a document',
  ...rest,
});

/**
 * Short ways to write a question as data where the usual error sentence is right, as `(id, name, label, …)`. They give plain data
 * and nothing else; questions with words of their own are written out.
 */
export const ask = { text, long, date, yesno, choice, multi, num, money, table, sign, file };

/** A column of a table: its label is its name. */
export const column = {
  text: (id: string, name: string, optional?: true): Column => ({
    id,
    type: 'text',
    label: name,
    name,
    error: `Enter ${lower(name)}`,
    ...(optional && { optional }),
  }),
  long: (id: string, name: string, optional?: true): Column => ({
    id,
    type: 'long',
    label: name,
    name,
    error: `Enter ${lower(name)}`,
    maxLength: 2000,
    ...(optional && { optional }),
  }),
  date: (id: string, name: string, optional?: true): Column => ({
    id,
    type: 'date',
    label: name,
    name,
    error: `Enter ${lower(name)}`,
    ...(optional && { optional }),
  }),
  yesno: (id: string, name: string, optional?: true): Column => ({
    id,
    type: 'yesno',
    label: name,
    name,
    error: `Select yes or no: ${lower(name)}`,
    ...(optional && { optional }),
  }),
  money: (id: string, name: string, optional?: true): Column => ({
    id,
    type: 'money',
    label: name,
    name,
    error: `Enter ${lower(name)}`,
    ...(optional && { optional }),
  }),
  num: (id: string, name: string, [min, max]: [number, number], optional?: true): Column => ({
    id,
    type: 'num',
    label: name,
    name,
    error: `Enter ${lower(name)}`,
    min,
    max,
    ...(optional && { optional }),
  }),
  choice: (id: string, name: string, pairs: Pairs, optional?: true): Column => ({
    id,
    type: 'choice',
    label: name,
    name,
    error: `Select ${lower(name)}`,
    options: options(pairs),
    ...(optional && { optional }),
  }),
};

/** A page of several questions. */
export const page = (
  id: string,
  title: string,
  questions: Question[],
  rest: Pick<Page, 'when' | 'guidance' | 'sensitive'> = {},
): Page => ({
  id,
  title,
  questions,
  ...rest,
});

/** That a question was answered with one of these values. */
export const when = (question: string, ...is: string[]): Condition => ({ question, is });
