import fc from 'fast-check';
import { exampleAnswer } from '../../local/demo/example-answers.ts';
import type { Answer, Answers } from '../../schemas/form-conditions.ts';
import { type Column, type Form, type Question, questionsOf } from '../../schemas/form-language.ts';

/** Valid answers to every question of a form at once, asked or not, that reach no exit. */
export const anyAnswers = (form: Form): fc.Arbitrary<Answers> => {
  const leading = new Set(form.exits.flatMap(({ when }) => questionIds(when)));
  return fc.record(
    Object.fromEntries(
      questionsOf(form).map(({ question }) => [
        question.id,
        leading.has(question.id) ? fc.constant(exampleAnswer(form, question)) : anyAnswer(form, question),
      ]),
    ),
  );
};

const questionIds = (when: Form['exits'][number]['when']): string[] => {
  if ('all' in when) return when.all.flatMap(questionIds);
  if ('any' in when) return when.any.flatMap(questionIds);
  return [when.question];
};

const words = fc.stringMatching(/^[A-Za-z][A-Za-z ,.’-]{0,28}[A-Za-z]$/).map((text) => text.replace(/\s+/g, ' '));

const anyAnswer = (form: Form, question: Question): fc.Arbitrary<Answer> => {
  if (question.type === 'multi') {
    const values = question.options.map(({ value }) => value).filter((value) => value !== question.alone);
    const some: fc.Arbitrary<string[]> = fc.subarray(values, { minLength: 1 });
    return question.alone === undefined ? some : fc.oneof(some, fc.constant<string[]>([question.alone]));
  }
  if (question.type === 'table') {
    const row = fc.record(Object.fromEntries(question.columns.map((column) => [column.id, anyValue(form, column)])));
    return fc.array(row, { minLength: 1, maxLength: 3 });
  }
  if (question.type === 'file') return fc.constant(['doc-0001-statement']);
  return anyValue(form, question);
};

const anyValue = (
  form: Form,
  asked: Exclude<Question, { type: 'multi' | 'table' | 'file' }> | Column,
): fc.Arbitrary<string | number> => {
  switch (asked.type) {
    case 'text':
    case 'long':
    case 'sign':
      return words.map((text) => text.slice(0, asked.type === 'sign' ? 200 : asked.maxLength).trim());
    case 'yesno':
      return fc.constantFrom('yes', 'no');
    case 'choice':
      return fc.constantFrom(...asked.options.map(({ value }) => value));
    case 'num':
      return fc.integer({ min: asked.min, max: asked.max });
    case 'money':
      return fc.integer({ min: 0, max: 9_999_999 });
    default:
      // Their shapes have tables of their own; here it matters only whether they are asked.
      return fc.constant(exampleAnswer(form, asked as Question) as string);
  }
};
