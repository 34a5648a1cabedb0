import type {
  Column,
  Condition,
  Form,
  KnownFrom,
  LawNote,
  Option,
  OwnWords,
  Page,
  Question,
  Section,
} from '../../form-language.ts';

/** What a question may have beside its id, name and label. */
type Rest = {
  hint?: string;
  error?: string;
  optional?: true;
  when?: Condition;
  meets?: string[];
  about?: NonNullable<Question['about']>;
  easyRead?: { label: string; picture: string };
  autocomplete?: NonNullable<Question['autocomplete']>;
  statutory?: true;
  law?: LawNote[];
  known?: KnownFrom[];
  copy?: string;
  notInCopy?: true;
  own?: OwnWords;
};

const lower = (name: string): string =>
  /^[A-Z][a-z’]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;

/** A question or column of one kind with its own id; whether it is always asked stays to be seen in its type. */
type Of<All, Type extends string, Id extends string, Rest> = Extract<All, { type: Type }> & { id: Id } & Asking<Rest>;
type Asking<Rest> = (Rest extends { optional: true } ? { optional: true } : unknown) &
  (Rest extends { when: Condition } ? { when: Condition } : unknown);
type Asks<Type extends Question['type'], Id extends string, R> = Of<Question, Type, Id, R>;

/** Kinds of question that need nothing but words. */
type Plain =
  | 'text'
  | 'long'
  | 'date'
  | 'email'
  | 'phone'
  | 'postcode'
  | 'nhsno'
  | 'nino'
  | 'yesno'
  | 'money'
  | 'sign'
  | 'file';
type Details<Type extends Question['type']> = Rest &
  Partial<Omit<Extract<Question, { type: Type }>, 'id' | 'type' | 'label' | 'name' | 'error' | keyof Rest>>;

const plain =
  <Type extends Plain>(type: Type, error: (name: string, label: string) => string) =>
  <const Id extends string, R extends Details<Type>>(
    id: Id,
    name: string,
    label: string,
    rest?: R,
  ): Asks<Type, Id, R> =>
    // The kind decides what else there may be, which the signature has checked.
    ({ id, type, label, name, error: error(name, label), ...rest }) as unknown as Asks<Type, Id, R>;

/** Names that stand after “Enter” as they are: somebody’s, a question, or with an article of their own. */
const asItIs =
  /^(?:the|an?|any|all|each|every|no|other|others|your|their|his|her|its|our|who|whom|whose|what|which|why|when|where|how|whether|more|anything|something|someone|anyone|it|until)\b|^\S+’s\b/;
/** Names that are no noun: a heading with a colon, what somebody does, or half of a sentence. */
const noNoun =
  /:|^\S+ing\b|^(?:accepted|against|agrees|arrived|ask|assessed|begun|by|can|charged|counted|done|finished|for|has|have|if|in|is|kept|late|left|looked|made|meanwhile|met|of|on|owed|put|read|replaced|retain|shared|since|still|they|to|told|understand|use|wait|wants?|wish|with|without|you|we)\b|\b(?:by|checked|from|in|on|out|received|seen|since|to|told)$/;

const asked = (verb: string) => (name: string) => {
  const lowered = lower(name);
  if (asItIs.test(lowered)) return `${verb} ${lowered}`;
  const isDay = /^(?:date|day)\b/.test(lowered);
  return noNoun.test(lowered) && !isDay ? `Fill in “${name}”` : `${verb} the ${lowered}`;
};
const enter = asked('Enter');
const select = asked('Select');
/** The question itself says to what an answer is wanted; a label that is put into several voices cannot stand in an error, which has none. */
const answer =
  (what: string) =>
  (name: string, label = name) =>
    `${what}: ${lower(label.includes('{') ? name : label)}`;
const yesOrNo = answer('Select yes or no');
const anAnswer = (name: string, label?: string) =>
  asItIs.test(lower(name)) ? select(name) : answer('Select an answer')(name, label);

/**
 * Options as `[value, label]`, or `[value, label, picture]` where a drawing helps and the words are easy as they are; else with words of their
 * own for Easy Read, and a hint.
 */
export type Pairs<Value extends string = string> = readonly (readonly [
  Value,
  string,
  string?,
  { easy?: string; hint?: string }?,
])[];
type Offered<Value> = { options: (Option & { value: Value })[] };

const options = <Value extends string>(pairs: Pairs<Value>): (Option & { value: Value })[] =>
  pairs.map(([value, label, picture, { easy = label, hint } = {}]) => ({
    value,
    label,
    ...(hint !== undefined && { hint }),
    ...(picture !== undefined && { easyRead: { label: easy, picture } }),
  }));

const choice = <const Id extends string, const Value extends string, R extends Details<'choice'>>(
  id: Id,
  name: string,
  label: string,
  pairs: Pairs<Value>,
  rest?: R,
) =>
  ({
    id,
    type: 'choice',
    label,
    name,
    error: anAnswer(name, label),
    options: options(pairs),
    ...rest,
  }) as unknown as Asks<'choice', Id, R> & Offered<Value>;

const multi = <const Id extends string, const Value extends string, R extends Details<'multi'>>(
  id: Id,
  name: string,
  label: string,
  pairs: Pairs<Value>,
  rest?: R,
) =>
  ({
    id,
    type: 'multi',
    label,
    name,
    error: anAnswer(name, label),
    options: options(pairs),
    ...rest,
  }) as unknown as Asks<'multi', Id, R> & Offered<Value>;

const num = <const Id extends string, R extends Details<'num'>>(
  id: Id,
  name: string,
  label: string,
  [min, max]: [number, number],
  rest?: R,
) => ({ id, type: 'num', label, name, error: enter(name), min, max, ...rest }) as unknown as Asks<'num', Id, R>;

const table = <const Id extends string, Cell extends Column, R extends Details<'table'>>(
  id: Id,
  name: string,
  label: string,
  row: string,
  columns: Cell[],
  rest?: R,
) =>
  ({
    id,
    type: 'table',
    label,
    name,
    error: `Enter at least one ${row}`,
    row,
    columns,
    ...rest,
  }) as unknown as Omit<Asks<'table', Id, R>, 'columns'> & { columns: Cell[] };

/**
 * Short ways to write a question as data where the usual error sentence is right, as `(id, name, label, …)`. They give plain data
 * and nothing else, and its type knows the id, the values and whether it is always asked: see `AnswersOf`.
 */
export const ask = {
  text: plain('text', enter),
  long: plain('long', enter),
  date: plain('date', enter),
  email: plain('email', enter),
  phone: plain('phone', enter),
  postcode: plain('postcode', enter),
  nhsno: plain('nhsno', enter),
  nino: plain('nino', enter),
  yesno: plain('yesno', yesOrNo),
  money: plain('money', enter),
  sign: plain('sign', () => 'Type your full name to sign'),
  file: plain('file', () => 'Upload a document'),
  choice,
  multi,
  num,
  table,
};

type Cell<Type extends Column['type'], Id extends string, Optional> = Of<
  Column,
  Type,
  Id,
  Optional extends true ? { optional: true } : unknown
>;

const cell =
  <Type extends 'text' | 'long' | 'date' | 'yesno' | 'money'>(
    type: Type,
    error: (name: string) => string,
    more: object = {},
  ) =>
  <const Id extends string, Optional extends true | undefined = undefined>(id: Id, name: string, optional?: Optional) =>
    ({
      id,
      type,
      label: name,
      name,
      error: error(name),
      ...more,
      ...(optional && { optional }),
    }) as unknown as Cell<Type, Id, Optional>;

const picking =
  <Type extends 'choice' | 'multi'>(type: Type) =>
  <const Id extends string, const Value extends string, Optional extends true | undefined = undefined>(
    id: Id,
    name: string,
    pairs: Pairs<Value>,
    optional?: Optional,
  ) =>
    ({
      id,
      type,
      label: name,
      name,
      error: select(name),
      options: options(pairs),
      ...(optional && { optional }),
    }) as unknown as Cell<Type, Id, Optional> & Offered<Value>;

/** A column of a table: its label is its name. */
export const column = {
  text: cell('text', enter),
  long: cell('long', enter, { maxLength: 2000 }),
  date: cell('date', enter),
  yesno: cell('yesno', yesOrNo),
  money: cell('money', enter),
  num: <const Id extends string, Optional extends true | undefined = undefined>(
    id: Id,
    name: string,
    [min, max]: [number, number],
    optional?: Optional,
  ) =>
    ({
      id,
      type: 'num',
      label: name,
      name,
      error: enter(name),
      min,
      max,
      ...(optional && { optional }),
    }) as unknown as Cell<'num', Id, Optional>,
  choice: picking('choice'),
  multi: picking('multi'),
};

type PageRest = Omit<Page, 'id' | 'title' | 'questions'>;

/** A column that whoever writes their own plan may fill in, and how they are asked it. */
export const inOwnWords = <Of extends Column>(of: Of, label: string, hint?: string): Of => ({
  ...of,
  own: { label, ...(hint !== undefined && { hint }) },
});

/** A page of several questions. */
export const page = <Asked extends Question, R extends PageRest>(
  id: string,
  title: string,
  questions: Asked[],
  rest?: R,
): Omit<Page, 'questions' | 'when'> & { questions: Asked[] } & (R extends { when: Condition }
    ? { when: Condition }
    : { when?: never }) => ({ id, title, questions, ...rest }) as never;

/** A part of the task list. */
export const section = <Pages extends Page>(
  id: string,
  title: string,
  pages: Pages[],
  rest: Pick<Section, 'hint' | 'after'> = {},
): Omit<Section, 'pages'> & { pages: Pages[] } => ({ id, title, pages, ...rest });

/** A whole list whose type knows its questions. */
export const list = <Part extends Section>(
  of: Omit<Form, 'sections'> & { sections: Part[] },
): Omit<Form, 'sections'> & { sections: Part[] } => of;

/** That a question was answered with one of these values. */
export const when = (question: string, ...is: string[]): Condition => ({ question, is });

/**
 * A list of work that is done again for the same person, on a later day or after a change: what was answered the last time stands beside each
 * question, so that whoever does it again sees what has changed. A signature and a document are given anew.
 */
export const listAgain = <Part extends Section>(
  of: Omit<Form, 'sections'> & { sections: Part[] },
): Omit<Form, 'sections'> & { sections: Part[] } => ({
  ...of,
  sections: of.sections.map((part) => ({
    ...part,
    pages: part.pages.map((one) => ({ ...one, questions: one.questions.map(besideLast) })),
  })),
});

const besideLast = (question: Question): Question => {
  const known = question.known ?? [];
  const isGivenAnew = question.type === 'sign' || question.type === 'file';
  return isGivenAnew || known.some(({ list: from, question: of }) => from === 'last' && of === question.id)
    ? question
    : { ...question, known: [...known, { list: 'last', question: question.id, beside: true }] };
};
