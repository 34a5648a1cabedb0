import type { Problem } from '../../schemas/answers.ts';
import {
  type Column,
  type Condition,
  type Form,
  type Page,
  partsOf,
  type Question,
  questionsOf,
} from '../../schemas/form-language.ts';
import { conditionWords, questionsById } from './condition-words.ts';
import { pictured } from './easy-read.ts';
import { anchorOf, controlOf, type FieldView, type FieldWords, fieldId } from './field-view.ts';
import { shownRows } from './form-values.ts';

type PageView = { id: string; title: string; guidance: string[]; condition: string; fields: FieldView[] };
type SectionView = { id: string; title: string; hint: string; pages: PageView[] };
type ErrorLine = { text: string; href?: string };

/** A whole form as the templates draw it; `errors` lists every problem once, with a link to where it can be put right. */
export type FormView = { sections: SectionView[]; errors: ErrorLine[]; sensitive: boolean };

/**
 * Answers as they were typed, right or wrong, and what is wrong with them. Where `rows` says how many rows each table has, as on a page
 * of its own, rows are added and taken away by buttons; otherwise some empty ones are there to be filled. `easyRead` has easy words with
 * drawings.
 */
export type FormState = {
  values: Readonly<Record<string, unknown>>;
  problems: readonly Problem[];
  rows?: Readonly<Record<string, number>>;
  easyRead?: boolean | undefined;
};

type Table = Extract<Question, { type: 'table' }>;
type Drawing = {
  values: FormState['values'];
  rows: FormState['rows'];
  questions: ReturnType<typeof questionsById>;
  /** What is wrong, by the name of the field where it is shown. */
  messages: ReadonlyMap<string, string[]>;
  forHelper: boolean;
  easyRead: boolean;
};

/** Rows of a table that are on the page before any is filled. */
const rowsShown = 3;
/** Rows that a table may have where its question does not say. */
const mostRows = 20;

/** Draws a form up for the templates. Where someone answers for the person, questions are put in the words for a helper. */
export const formView = (
  form: Form,
  state: FormState,
  mayFill: (page: Page) => boolean = (page) => isAboutTypist(form, page, state.values),
): FormView => {
  const names = fieldNames(form, state);
  const who = form.answering === undefined ? undefined : state.values[form.answering.question];
  const messages = Map.groupBy(state.problems, ({ field }) => fieldAmong(names, field));
  const drawing: Drawing = {
    values: state.values,
    rows: state.rows,
    questions: questionsById(form),
    messages: new Map([...messages].map(([name, problems]) => [name, problems.map(({ message }) => message)])),
    forHelper: form.answering?.forSomeoneElse.some((value) => value === who) ?? false,
    easyRead: state.easyRead ?? false,
  };
  const sections = form.sections.map(({ id, title, hint, pages }) => ({
    id,
    title,
    hint: hint ?? '',
    pages: pages.map((page) => pageView(drawing, page, mayFill(page))),
  }));
  const sensitive = form.sections.some(({ pages }) => pages.some((page) => page.sensitive));
  return { sections, errors: errorLines(state.problems, names, sections), sensitive };
};

/** Pages that ask about the helper are there because somebody else answers; on the others “you” is the person. */
export const isAboutHelper = ({ answering }: Form, page: Page): boolean =>
  partsOf(page.when).some(({ question }) => question === answering?.question) ||
  page.questions.some(({ id }) => id === answering?.question);

/** Whether a page asks who types about themselves, so that their browser may fill it in. Unknown is no. WCAG 2.2, 1.3.5. */
export const isAboutTypist = (form: Form, page: Page, values: FormState['values']): boolean => {
  if (form.answering === undefined || isAboutHelper(form, page)) return true;
  const who = values[form.answering.question];
  return who !== undefined && !form.answering.forSomeoneElse.some((value) => value === who);
};

const rowCount = (
  table: Table,
  { values, rows }: { values: FormState['values']; rows?: FormState['rows'] | undefined },
): number =>
  Math.max(
    shownRows(values[table.id]).length,
    rows === undefined ? Math.min(rowsShown, table.maxRows ?? rowsShown) : Math.max(1, rows[table.id] ?? 1),
  );

const cellName = (table: Table, row: number, column: Column): string => `${table.id}[${row}].${column.id}`;

/** The name of every field that the page has. */
const fieldNames = (form: Form, state: FormState): ReadonlySet<string> =>
  new Set(
    questionsOf(form).flatMap(({ question }) => {
      if (question.type !== 'table') return [question.id];
      const rows = Array.from({ length: rowCount(question, state) }, (_, row) => row);
      return [question.id, ...rows.flatMap((row) => question.columns.map((column) => cellName(question, row, column)))];
    }),
  );

/** The field that a problem is shown at: `urgent[2]` at the boxes of `urgent`, `keyContacts[1]` at its table, else nowhere. */
const fieldAmong = (names: ReadonlySet<string>, field: string): string => {
  let name = field;
  while (name !== '' && !names.has(name)) name = name.replace(/(^|[.[])[^.[]*$/, '');
  return name;
};

const errorLines = (
  problems: FormState['problems'],
  names: ReadonlySet<string>,
  sections: SectionView[],
): ErrorLine[] => {
  const places = new Map(sections.flatMap(({ pages }) => pages.flatMap((page) => page.fields)).flatMap(placesOf));
  const lines = problems.map(({ field, message }): ErrorLine => {
    const place = places.get(fieldAmong(names, field));
    return place === undefined ? { text: message } : { text: `${place.row}${message}`, href: `#${place.anchor}` };
  });
  return [...new Map(lines.map((line) => [`${line.href} ${line.text}`, line])).values()];
};

/** Where a field's problem is put right, and for a cell in which row: "Enter their name" alone would not tell. */
const placesOf = (field: FieldView): [string, { anchor: string; row: string }][] => {
  const rows = field.kind === 'table' ? [field.first, ...field.more] : [];
  const cells = rows.flatMap(({ title, fields }) => fields.map((cell) => ({ title, cell })));
  return [
    [field.name, { anchor: anchorOf(field), row: '' }],
    ...cells.map(({ title, cell }): [string, { anchor: string; row: string }] => [
      cell.name,
      { anchor: anchorOf(cell), row: `${title}: ` },
    ]),
  ];
};

const onlyIf = ({ questions }: Drawing, what: string, conditions: (Condition | undefined)[]): string => {
  const words = conditions.flatMap((condition) =>
    condition === undefined ? [] : [conditionWords(condition, questions)],
  );
  const sentence = `Only answer ${what} if ${words.join(', and ')}`;
  if (words.length === 0) return '';
  return sentence.endsWith('?”') ? sentence : `${sentence}.`;
};

/** A page of one question has no heading of its own, so its condition is said at the question. */
const pageView = (drawing: Drawing, page: Page, mayFill: boolean): PageView => {
  const single = page.questions.length === 1;
  return {
    id: page.id,
    title: single ? '' : (page.title ?? ''),
    guidance: page.guidance ?? [],
    condition: single ? '' : onlyIf(drawing, 'these questions', [page.when]),
    fields: page.questions.map((question) => questionView(drawing, question, single ? page.when : undefined, mayFill)),
  };
};

const wordsOf = (
  drawing: Drawing,
  asked: Question | Column,
  name: string,
  label: string,
  hints: (string | undefined)[],
): FieldWords => ({
  id: fieldId(name),
  name,
  label: asked.optional ? `${label} (optional)` : label,
  html: '',
  autocomplete: '',
  hint: hints.filter((hint) => hint !== undefined && hint !== '').join(' '),
  error: [...new Set(drawing.messages.get(name))].join('. '),
});

const questionView = (
  drawing: Drawing,
  question: Question,
  pageCondition: Condition | undefined,
  mayFill: boolean,
): FieldView => {
  const easyRead = drawing.easyRead ? question.easyRead : undefined;
  // Easy words speak to the person, so a helper is asked in a helper's words where there are some.
  const wording = (drawing.forHelper ? question.forHelper : undefined) ?? easyRead ?? question;
  const hint = ('hint' in wording ? wording.hint : undefined) ?? question.hint;
  const condition = onlyIf(drawing, 'this', [pageCondition, question.when]);
  const plain = wordsOf(drawing, question, question.id, wording.label, [condition, hint]);
  const words = {
    ...plain,
    html: easyRead ? pictured(plain.label, easyRead.picture) : '',
    autocomplete: (mayFill && question.autocomplete) || '',
  };
  const value = drawing.values[question.id];
  return question.type === 'table'
    ? { ...words, ...tableView(drawing, question) }
    : { ...words, ...controlOf(question, value, drawing.easyRead) };
};

const tableView = (drawing: Drawing, table: Table) => {
  const given = shownRows(drawing.values[table.id]);
  const count = rowCount(table, drawing);
  const heading = `${table.row.charAt(0).toUpperCase()}${table.row.slice(1)}`;
  const rowView = (row: number) => ({
    title: `${heading} ${row + 1}`,
    fields: table.columns.map((column): FieldView => {
      const words = wordsOf(drawing, column, cellName(table, row, column), column.label, [column.hint]);
      return { ...words, ...controlOf(column, given[row]?.[column.id]) };
    }),
  });
  const more = Array.from({ length: count - 1 }, (_, index) => rowView(index + 1));
  return {
    kind: 'table' as const,
    first: rowView(0),
    more,
    open: given.length > 1,
    row: table.row,
    buttons: drawing.rows !== undefined,
    full: count >= (table.maxRows ?? mostRows),
  };
};
