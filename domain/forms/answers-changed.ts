import type { Answers } from '../../schemas/form-conditions.ts';
import { type Form, questionsOf } from '../../schemas/form-language.ts';
import { type DocumentNames, inWords } from './forms.ts';

/** An answer that is not what it was: in words, as it was and as it is; no lines where there was none, or is none any more. */
export type ChangedAnswer = {
  readonly question: string;
  readonly page: string;
  readonly name: string;
  readonly was: readonly string[];
  readonly is: readonly string[];
};

/**
 * What changed between two sets of answers to one list, in its order: what was answered anew, was taken out, or differs. What reads the same
 * in words did not change.
 *
 * @param names of uploaded documents
 */
export const answersChanged = (form: Form, before: Answers, after: Answers, names?: DocumentNames): ChangedAnswer[] =>
  questionsOf(form).flatMap(({ page, section, question }) => {
    const lines = (answers: Answers) => {
      const answer = answers[question.id];
      return answer === undefined ? [] : inWords(question, answer, names);
    };
    const [was, is] = [lines(before), lines(after)];
    if (was.join('\n') === is.join('\n')) return [];
    return [{ question: question.id, page: page.title ?? section.title, name: question.name, was, is }];
  });
