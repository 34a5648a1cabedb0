import fc from 'fast-check';
import { type Answers, askedQuestions } from '../../schemas/form-conditions.ts';
import { type Form, questionsOf } from '../../schemas/form-language.ts';
import { anyAnswers } from '../support/any-answers.ts';

/** The questions of a form that must be answered whenever they are asked. */
export const required = (form: Form): string[] =>
  questionsOf(form).flatMap(({ question }) => (question.optional ? [] : [question.id]));

const askedOf = (form: Form, answers: Answers): string[] =>
  askedQuestions(form, answers).flatMap(({ id, optional }) => (optional ? [] : [id]));

/**
 * A few sets of answers that together ask every question of the form, each adding as many as can be. The same ones every time.
 *
 * @param fixed answers that every set has, such as who is filling the form in
 * @param already questions that need not be asked; one set is given anyway
 */
export const coveringAnswers = (form: Form, fixed: Answers, already: ReadonlySet<string> = new Set()): Answers[] => {
  const samples = fc.sample(anyAnswers(form), { seed: 7, numRuns: 300 }).map((answers) => ({ ...answers, ...fixed }));
  const covered = new Set(already);
  const chosen: Answers[] = [];
  for (;;) {
    const gains = samples.map((answers) => askedOf(form, answers).filter((id) => !covered.has(id)));
    const most = Math.max(...gains.map(({ length }) => length));
    const best = samples[gains.findIndex(({ length }) => length === most)];
    if (best === undefined || (most === 0 && chosen.length > 0)) return chosen;
    chosen.push(best);
    for (const id of askedOf(form, best)) covered.add(id);
  }
};
