import { completeAnswers, exampleAnswer } from '../../../local/demo/example-answers.ts';
import { type Answer, type Answers, askedQuestions } from '../../../schemas/form-conditions.ts';
import { type Condition, type Form, type Question, questionsOf } from '../../../schemas/form-language.ts';

const placed = (form: Form, id: string) => questionsOf(form).find(({ question }) => question.id === id);

/** An answer that makes a single condition hold. */
const meeting = (form: Form, id: string, value: string): Answer => {
  const type = placed(form, id)?.question.type;
  return type === 'multi' ? [value] : value;
};

/** Answers by which a condition holds, in each of the ways in which it can. */
const waysTo = (form: Form, condition: Condition | undefined): Answers[] => {
  if (condition === undefined) return [{}];
  if ('any' in condition) return condition.any.flatMap((part) => waysTo(form, part));
  if ('all' in condition) {
    return condition.all.reduce<Answers[]>(
      (ways, part) => ways.flatMap((way) => waysTo(form, part).map((more) => ({ ...more, ...way }))),
      [{}],
    );
  }
  const on = placed(form, condition.question);
  if (on === undefined) return [];
  const before = waysTo(form, on.page.when).flatMap((way) =>
    waysTo(form, on.question.when).map((more) => ({ ...more, ...way })),
  );
  const values: Answer[] =
    'is' in condition
      ? condition.is.map((value) => meeting(form, condition.question, value))
      : [Math.ceil(condition.atLeast)];
  return values.flatMap((value) => before.map((way) => ({ ...way, [condition.question]: value })));
};

/** The ways in which a question comes to be asked: what must be answered before it. */
export const waysToAsk = (form: Form, question: string): Answers[] => {
  const at = placed(form, question);
  if (at === undefined) return [];
  return waysTo(form, at.page.when).flatMap((way) =>
    waysTo(form, at.question.when).map((more) => ({ ...more, ...way })),
  );
};

/** Complete answers in which everything that may be left out is answered too. */
export const fullAnswers = (form: Form, overrides: Answers): Answers => {
  let answers = completeAnswers(form, overrides);
  for (let round = 0; round < 5; round += 1) {
    const more = Object.fromEntries(
      askedQuestions(form, answers).map((question) => [
        question.id,
        answers[question.id] ?? exampleAnswer(form, question),
      ]),
    );
    if (Object.keys(more).length === Object.keys(answers).length) return answers;
    answers = completeAnswers(form, { ...more, ...overrides });
  }
  return answers;
};

const twoOf: Partial<Record<Question['type'], readonly Answer[]>> = {
  text: ['One thing', 'Another thing'],
  long: ['One thing', 'Another thing'],
  email: ['one@example.com', 'other@example.com'],
  phone: ['01632 960 001', '01632 960 002'],
  postcode: ['LE3 8RA', 'LE5 1AB'],
  nhsno: ['9434765919', '9434765870'],
  nino: ['AB123456C', 'AB123457C'],
  sign: ['Rose Okafor', 'Ada Okafor'],
  file: [['doc-0001-statement'], ['doc-0002-statement']],
  yesno: ['yes', 'no'],
  money: [0, 3_000, 900_000, 9_000_000],
};

const days = {
  past: ['1941-05-03', '1958-11-20', '2025-12-01', '2026-01-02'],
  'past-or-today': ['2024-02-01', '2025-12-01', '2026-01-02'],
  'today-or-future': ['2026-01-09', '2026-01-30', '2026-09-01'],
} as const;

/** One answer that is tried, by the name under which it is reported: `takingPart=see`. */
export type Tried = {
  readonly column?: string;
  readonly name: string;
  readonly against: readonly (Answer | undefined)[];
  readonly value: Answer;
};

/**
 * What is tried of a question. An option of several is tried with and without; of one choice, and of a free kind, each value against every
 * other, and against no answer where none is needed.
 */
export const triedOf = (form: Form, question: Question, base: Answers): Tried[] => {
  const none: (Answer | undefined)[] = question.optional ? [undefined] : [];
  if (question.type === 'multi') {
    const values = question.options.map(({ value }) => value);
    return values.map((value) => ({
      name: `${question.id}=${value}`,
      value: [value],
      against: [...values.filter((other) => other !== value).map((other) => [other]), ...none],
    }));
  }
  if (question.type === 'table') {
    const whole = base[question.id] ?? exampleAnswer(form, question);
    const row = (Array.isArray(whole) ? whole[0] : undefined) ?? {};
    if (typeof row === 'string') return [];
    return question.columns.map((column) => {
      const values =
        column.type === 'multi' ? column.options.map(({ value }) => [value]) : valuesOf(column as Question);
      const rows = values.map((value) => [{ ...row, [column.id]: value }] as Answer);
      return { name: `${question.id}.${column.id}`, column: column.id, value: rows[0] ?? [], against: rows.slice(1) };
    });
  }
  const values = valuesOf(question);
  const [first, ...others] = values;
  return first === undefined ? [] : [{ name: question.id, value: first, against: [...others, ...none] }];
};

const valuesOf = (question: Question): readonly Answer[] => {
  switch (question.type) {
    case 'choice':
      return question.options.map(({ value }) => value);
    case 'date':
      return question.range ? days[question.range] : ['2025-12-01', '2026-01-02', '2026-01-12', '2026-03-02'];
    case 'num':
      return [question.min, Math.min(question.max, question.min + 3), question.max];
    default:
      return twoOf[question.type] ?? [];
  }
};
