import { longLimit } from '../../schemas/answer-kinds.ts';
import type { Column, Question } from '../../schemas/form-language.ts';
import { msg, said, say } from '../../schemas/say.ts';
import { picturedOption } from './easy-read.ts';
import { type DateParts, shownChoices, shownDate, shownText } from './form-values.ts';

/** An answer that may be picked; `reveals` are the questions that are asked after it alone, drawn under it. */
type Choice = {
  value: string;
  text: string;
  html?: string;
  checked: boolean;
  hint?: { text: string };
  reveals?: FieldView[];
};

/**
 * The name of a field in HTML and in problems, the id of its first input, and its words; `error` is empty where it is right. `html` is the
 * label with its drawing, for Easy Read, and `autocomplete` what the browser may fill in; both are empty elsewhere. `onlyIf` says when to answer it,
 * and `knownFrom` where an answer is known from, on pages that show it beside.
 */
export type FieldWords = {
  id: string;
  name: string;
  label: string;
  html: string;
  hint: string;
  onlyIf: string;
  knownFrom: string;
  error: string;
  autocomplete: string;
};

type InputLook = { type: string; width: string; inputmode: string; prefix: string; suffix: string };

/** The control of one answer, and what it holds. */
type Control =
  | ({ kind: 'input'; value: string } & InputLook)
  | { kind: 'select'; value: string; options: { value: string; text: string; selected: boolean }[] }
  | { kind: 'textarea'; value: string; maxLength: number }
  | { kind: 'date'; value: DateParts }
  | { kind: 'radios' | 'checkboxes'; items: Choice[]; inline: boolean }
  | { kind: 'file' };

/** One row of a table, with a heading such as "Person 2". */
export type RowView = { title: string; fields: FieldView[] };

/** One question or cell as the templates draw it. Rows of a table after the first are folded away until they are needed, or `buttons` add and remove them until it is `full`. */
export type FieldView = FieldWords &
  (
    | Control
    | { kind: 'table'; first: RowView; more: RowView[]; open: boolean; row: string; buttons: boolean; full: boolean }
  );

/** Any question but a table: what is asked once, and what is asked in a cell. */
export type Single = Exclude<Question, { type: 'table' }> | Column;

/** The id of a field's first input: `carers[0].name` is `carers-0-name`. Names of questions hold no hyphen. */
export const fieldId = (name: string): string => name.replaceAll(/[[.]/g, '-').replaceAll(']', '');

/** Where a link to a field leads: an input that can be typed in at once. */
export const anchorOf = (field: FieldView): string => {
  if (field.kind === 'date') return `${field.id}-day`;
  const [firstCell] = field.kind === 'table' ? field.first.fields : [];
  return firstCell === undefined ? field.id : anchorOf(firstCell);
};

/** The control that an answer is given with, holding the answer that was given, right or wrong. @param easyRead its options have drawings */
export const controlOf = (asked: Single, value: unknown, easyRead = false): Control => {
  switch (asked.type) {
    case 'long':
      return { kind: 'textarea', value: shownText(asked, value), maxLength: asked.maxLength ?? longLimit };
    case 'date':
      return { kind: 'date', value: shownDate(value) };
    case 'yesno':
      return {
        kind: 'radios',
        inline: true,
        items: choices(yesOrNo(), [value], easyRead),
      };
    case 'choice':
      return { kind: 'radios', inline: false, items: choices(asked.options, [value], easyRead) };
    case 'multi':
      return { kind: 'checkboxes', inline: false, items: choices(asked.options, shownChoices(value), easyRead) };
    case 'file':
      return { kind: 'file' };
    default:
      return { kind: 'input', value: shownText(asked, value), ...plain, ...lookOf(asked) };
  }
};

/** The two answers to a question that is answered with yes or no. */
export const yesOrNo = () => [
  { value: 'yes', label: say`Yes` },
  { value: 'no', label: say`No` },
];

type Offered = Parameters<typeof picturedOption>[0] & { hint?: string | undefined };

const choices = (options: readonly Offered[], picked: unknown[], easyRead: boolean): Choice[] =>
  options.map((option) => {
    const { value, label, hint } = option;
    const html = easyRead ? picturedOption(option) : undefined;
    return {
      value,
      text: label,
      checked: picked.includes(value),
      ...(html !== undefined && { html }),
      ...(hint !== undefined && { hint: { text: hint } }),
    };
  });

const plain: InputLook = { type: 'text', width: '', inputmode: '', prefix: '', suffix: '' };
const periods = { week: msg`a week`, month: msg`a month`, year: msg`a year` };

/** An input's width says how much is expected in it, and a phone's keyboard follows what is asked. */
const lookOf = (asked: Single): Partial<InputLook> => {
  const narrow = 'govuk-input--width-10';
  switch (asked.type) {
    case 'num':
      return { width: 'govuk-input--width-5', inputmode: 'numeric', suffix: asked.unit ? said(asked.unit) : '' };
    case 'money':
      return {
        width: narrow,
        inputmode: 'decimal',
        prefix: '£',
        suffix: asked.per === undefined ? '' : said(periods[asked.per]),
      };
    case 'email':
      return { type: 'email' };
    case 'phone':
      return { type: 'tel', width: 'govuk-input--width-20' };
    case 'nhsno':
      return { width: narrow, inputmode: 'numeric' };
    case 'postcode':
    case 'nino':
      return { width: narrow };
    default:
      return {};
  }
};

/** What an answer may be chosen from, where it is the id of something that the council lists. */
export type Listed = readonly { readonly value: string; readonly text: string }[];

/** A control whose answer is chosen from a list; one that is not in it any more stands there still, so that it is not lost. */
export const chosenFrom = (control: Control, listed: Listed | undefined): Control => {
  if (control.kind !== 'input' || listed === undefined) return control;
  const { value } = control;
  const isListed = value === '' || listed.some((one) => one.value === value);
  const items = [
    { value: '', text: '' },
    ...(isListed ? [] : [{ value, text: `${value} (not in the list)` }]),
    ...listed,
  ];
  return { kind: 'select', value, options: items.map((one) => ({ ...one, selected: one.value === value })) };
};
