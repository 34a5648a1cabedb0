import type { Answers } from '../../schemas/form-conditions.ts';
import { type ComputedLine, type Form, type Question, questionsOf } from '../../schemas/form-language.ts';
import { inWords, pagesThatApply } from './forms.ts';

/** A line that a page shows and nobody types: a total, or what a rule makes of the answers. */
export type ShownLine = {
  readonly id: string;
  readonly page: string;
  readonly label: string;
  readonly lines: string[];
};

/** What a rule says of answers that need not be complete; nothing as long as it cannot tell. */
export type LineRule = (answers: Answers) => string[];

const numbersAt = (part: string, answers: Answers): number[] => {
  const [id = '', column] = part.split('.');
  const answer = answers[id];
  if (typeof answer === 'number') return [answer];
  if (column === undefined || !Array.isArray(answer)) return [];
  return answer.flatMap((row) => {
    const cell = typeof row === 'object' ? row[column] : undefined;
    return typeof cell === 'number' ? [cell] : [];
  });
};

/** The question or column that a part of a sum names: its kind says how the total is written. */
const kindAt = (form: Form, part: string): Question['type'] | undefined => {
  const [id = '', column] = part.split('.');
  const question = questionsOf(form).find((one) => one.question.id === id)?.question;
  return column && question?.type === 'table'
    ? question.columns.find((one) => one.id === column)?.type
    : question?.type;
};

const total = (form: Form, line: Extract<ComputedLine, { sum: string[] }>, answers: Answers): string[] => {
  const numbers = line.sum.flatMap((part) => numbersAt(part, answers));
  if (numbers.length === 0) return [];
  const sum = numbers.reduce((all, one) => all + one, 0);
  const isMoney = line.sum.some((part) => kindAt(form, part) === 'money');
  return isMoney
    ? inWords({ id: line.id, type: 'money', label: line.label, name: line.label, error: line.label }, sum)
    : [`${sum}`];
};

/**
 * The lines of the pages that apply to these answers, as the page shows them while it is filled in. Answers need not be complete.
 *
 * @param rules by the names that lists give them
 * @throws RangeError where a list names a rule that there is not
 */
export const computedLines = (form: Form, answers: Answers, rules: Readonly<Record<string, LineRule>>): ShownLine[] =>
  pagesThatApply(form, answers).flatMap(({ page }) =>
    (page.computed ?? []).flatMap((line) => {
      const rule = 'rule' in line ? rules[line.rule] : undefined;
      if ('rule' in line && rule === undefined) throw new RangeError(`No rule "${line.rule}" for a computed line`);
      const lines = 'sum' in line ? total(form, line, answers) : (rule?.(answers) ?? []);
      return lines.length === 0 ? [] : [{ id: line.id, page: page.id, label: line.label, lines }];
    }),
  );
