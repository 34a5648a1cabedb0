import fc from 'fast-check';
import { type Answers, askedQuestions } from '../../schemas/form-conditions.ts';
import { type Form, questionsOf } from '../../schemas/form-language.ts';
import { anyAnswers } from '../support/any-answers.ts';

/** The questions of a form that must be answered whenever they are asked. */
export const required = (form: Form): string[] =>
  questionsOf(form).flatMap(({ question }) => (question.optional ? [] : [question.id]));

/**
 * Valid answers that ask as many questions as can be which nobody was asked before. The same ones every time.
 *
 * @param fixed answers that are given in any case, such as who is filling the form in
 */
export const newAnswers = (form: Form, fixed: Answers, asked: ReadonlySet<string>): Answers => {
  const samples = fc.sample(anyAnswers(form), { seed: 7, numRuns: 300 }).map((answers) => ({ ...answers, ...fixed }));
  const gains = samples.map(
    (answers) => askedQuestions(form, answers).filter(({ id, optional }) => !optional && !asked.has(id)).length,
  );
  return samples[gains.indexOf(Math.max(...gains))] ?? fixed;
};
