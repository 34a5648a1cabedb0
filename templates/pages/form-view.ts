import type { Problem } from '../../schemas/answers.ts';
import {
  type Column,
  type Condition,
  type Form,
  type Page,
  type Question,
  questionsOf,
  type Section,
} from '../../schemas/form-language.ts';
import { say } from '../../schemas/say.ts';
import { isAskedOfTypist, spoken, spokenTitle } from '../../schemas/voices.ts';
import { conditionWords, questionsById } from './condition-words.ts';
import { pictured } from './easy-read.ts';
import {
  anchorOf,
  chosenFrom,
  controlOf,
  type FieldView,
  type FieldWords,
  fieldId,
  type Listed,
} from './field-view.ts';
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
  /**
   * Questions that are asked after one answer of their page alone are drawn under it, and shown when it is picked; no words say when to answer a
   * question. Without JavaScript all are there, so each label must be understood by itself.
   */
  reveals?: boolean | undefined;
  /** What an answer is chosen from, by the question or the column that asks for the id of something listed elsewhere. */
  listed?: ReadonlyMap<string, Listed> | undefined;
};

type Table = Extract<Question, { type: 'table' }>;
type Drawing = {
  values: FormState['values'];
  rows: FormState['rows'];
  questions: ReturnType<typeof questionsById>;
  /** What is wrong, by the name of the field where it is shown. */
  messages: ReadonlyMap<string, string[]>;
  easyRead: boolean;
  reveals: boolean;
  listed: ReadonlyMap<string, Listed>;
  /** Words of the form as they are put to whoever types. */
  say: (text: string, about?: Question['about']) => string;
  mayFill: (question: Question) => boolean;
  titleOf: (part: Page | Section) => string;
};

/** Rows of a table that are on the page before any is filled. */
const rowsShown = 3;
/** Rows that a table may have where its question does not say. */
const mostRows = 20;

/** Draws a form up for the templates, in words for whoever types. */
export const formView = (form: Form, state: FormState): FormView => {
  const names = fieldNames(form, state);
  const messages = Map.groupBy(state.problems, ({ field }) => fieldAmong(names, field));
  const drawing: Drawing = {
    values: state.values,
    rows: state.rows,
    questions: questionsById(form),
    messages: new Map([...messages].map(([name, problems]) => [name, problems.map(({ message }) => message)])),
    easyRead: state.easyRead ?? false,
    reveals: state.reveals ?? false,
    listed: state.listed ?? new Map(),
    say: (text, about) => spoken(form, state.values, text, about),
    mayFill: (question) => isAskedOfTypist(form, question, state.values),
    titleOf: (part) => spokenTitle(form, state.values, part),
  };
  const sections = form.sections.map((section) => ({
    id: section.id,
    title: drawing.titleOf(section),
    hint: section.hint ?? '',
    pages: section.pages.map((page) => pageView(drawing, page)),
  }));
  const sensitive = form.sections.some(({ pages }) => pages.some((page) => page.sensitive));
  return { sections, errors: errorLines(state.problems, names, sections), sensitive };
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

/** The field that a problem is shown at: `urgent[2]` at the boxes of `urgent`, `carers[1]` at its table, else nowhere. */
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
  const under = 'items' in field ? field.items.flatMap(({ reveals = [] }) => reveals).flatMap(placesOf) : [];
  const rows = field.kind === 'table' ? [field.first, ...field.more] : [];
  const cells = rows.flatMap(({ title, fields }) => fields.map((cell) => ({ title, cell })));
  return [
    [field.name, { anchor: anchorOf(field), row: '' }],
    ...cells.map(({ title, cell }): [string, { anchor: string; row: string }] => [
      cell.name,
      { anchor: anchorOf(cell), row: `${title}: ` },
    ]),
    ...under,
  ];
};

/** The answer after which alone a question is asked, where it is picked among radios before it on the same page. */
const revealedBy = ({ questions }: Page, { when }: Question): { question: string; value: string } | undefined => {
  if (when === undefined || !('is' in when) || when.is.length !== 1) return undefined;
  const [value = ''] = when.is;
  const on = questions.find(({ id }) => id === when.question);
  return on?.type === 'choice' || on?.type === 'yesno' ? { question: on.id, value } : undefined;
};

/** The fields of a page, with those that one answer reveals under it. */
const nested = (page: Page, fields: readonly FieldView[]): FieldView[] => {
  const under = page.questions.flatMap((question, at) => {
    const [by, field] = [revealedBy(page, question), fields[at]];
    return by && field ? [{ ...by, field }] : [];
  });
  const withUnder = (field: FieldView): FieldView => {
    const own = under.filter(({ question }) => question === field.name);
    if (field.kind !== 'radios' || own.length === 0) return field;
    const items = field.items.map((item) => ({
      ...item,
      reveals: own.filter(({ value }) => value === item.value).map((one) => withUnder(one.field)),
    }));
    return { ...field, inline: false, items };
  };
  return fields.filter((field) => under.every((one) => one.field !== field)).map(withUnder);
};

const onlyIf = ({ questions, say, reveals }: Drawing, what: string, conditions: (Condition | undefined)[]): string => {
  const words = conditions.flatMap((condition) =>
    condition === undefined ? [] : [say(conditionWords(condition, questions))],
  );
  const sentence = `Only answer ${what} if ${words.join(', and ')}`;
  if (words.length === 0 || reveals) return '';
  return sentence.endsWith('?”') ? sentence : `${sentence}.`;
};

/** A page of one question has no heading of its own, so its condition is said at the question. */
const pageView = (drawing: Drawing, page: Page): PageView => {
  const single = page.questions.length === 1;
  const fields = page.questions.map((question) => questionView(drawing, question, single ? page.when : undefined));
  return {
    id: page.id,
    title: single ? '' : drawing.titleOf(page),
    guidance: (page.guidance ?? []).map((line) => drawing.say(line)),
    condition: single ? '' : onlyIf(drawing, 'these questions', [page.when]),
    fields: drawing.reveals ? nested(page, fields) : fields,
  };
};

const wordsOf = (
  drawing: Drawing,
  asked: Question | Column,
  name: string,
  label: string,
  hint: string | undefined,
  onlyIf = '',
): FieldWords => ({
  id: fieldId(name),
  name,
  label: asked.optional ? say`${label} (optional)` : label,
  html: '',
  autocomplete: '',
  hint: hint ?? '',
  onlyIf,
  knownFrom: '',
  error: [...new Set(drawing.messages.get(name))].join('. '),
});

const questionView = (drawing: Drawing, question: Question, pageCondition: Condition | undefined): FieldView => {
  const easyRead = drawing.easyRead ? question.easyRead : undefined;
  const label = drawing.say((easyRead ?? question).label, question.about);
  const hint = question.hint && drawing.say(question.hint, question.about);
  const condition = onlyIf(drawing, 'this', [pageCondition, question.when]);
  const plain = wordsOf(drawing, question, question.id, label, hint, condition);
  const words = {
    ...plain,
    html: easyRead ? pictured(plain.label, easyRead.picture) : '',
    autocomplete: (drawing.mayFill(question) && question.autocomplete) || '',
  };
  const value = drawing.values[question.id];
  return question.type === 'table'
    ? { ...words, ...tableView(drawing, question) }
    : { ...words, ...chosenFrom(controlOf(question, value, drawing.easyRead), drawing.listed.get(question.id)) };
};

const tableView = (drawing: Drawing, table: Table) => {
  const given = shownRows(drawing.values[table.id]);
  const count = rowCount(table, drawing);
  const heading = `${table.row.charAt(0).toUpperCase()}${table.row.slice(1)}`;
  const rowView = (row: number) => ({
    title: `${heading} ${row + 1}`,
    fields: table.columns.map((column): FieldView => {
      const words = wordsOf(drawing, column, cellName(table, row, column), column.label, column.hint);
      return { ...words, ...chosenFrom(controlOf(column, given[row]?.[column.id]), drawing.listed.get(column.id)) };
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
