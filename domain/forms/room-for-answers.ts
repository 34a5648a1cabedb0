import { nameToTypist } from '../../schemas/answer-kinds.ts';
import type { Problem } from '../../schemas/answers.ts';
import { type Form, type Question, questionsOf } from '../../schemas/form-language.ts';

/**
 * Bytes that the answers to one form, or to one piece of work, may take together. An item of the table holds 400 KB, and the record that they become
 * needs room beside them. In English it is the text of a book of 60,000 words; what is written in Bengali, Chinese or emoji takes three or four
 * bytes a letter.
 */
export const roomForAnswers = 300_000;

/** The bytes that answers take as they are stored. */
export const bytesOf = (answers: unknown): number => new TextEncoder().encode(JSON.stringify(answers) ?? '').length;

/** What is typed in an answer, in letters. */
const lettersOf = (answer: unknown): number => {
  if (typeof answer === 'string') return [...answer].length;
  return typeof answer === 'object' && answer !== null
    ? Object.values(answer).reduce((sum: number, one) => sum + lettersOf(one), 0)
    : 0;
};

/** A number of letters as people are told it: a little more than is needed, and round. */
const roundedUp = (letters: number): number => {
  const step = letters > 1000 ? 100 : 10;
  return Math.ceil((letters + 5) / step) * step;
};

/**
 * Which answers are to be shorter, and by how much: the longest, as few of them as give the room.
 *
 * @param over bytes too many
 * @param among the questions of which it may be asked
 */
export const toShorten = (
  answers: Readonly<Record<string, unknown>>,
  among: readonly Question[],
  over: number,
): Problem[] => {
  const longest = among
    .map((question) => ({ question, letters: lettersOf(answers[question.id]), bytes: bytesOf(answers[question.id]) }))
    .filter(({ letters }) => letters > 0)
    .toSorted((a, b) => b.bytes - a.bytes);
  // Nobody is asked to leave an answer out: of each at least a tenth stays.
  const found: Problem[] = [];
  let left = over;
  for (const { question, letters, bytes } of longest) {
    if (left <= 0) break;
    const taken = Math.min(left, Math.floor(bytes * 0.9));
    left -= taken;
    const number = Math.min(letters, roundedUp((taken / bytes) * letters)).toLocaleString('en-GB');
    const message = `Shorten what you wrote for “${nameToTypist(question)}” by about ${number} letters. All answers together are too long for us to keep`;
    found.push({ field: question.id, message });
  }
  return found;
};

/** What is to be shortened of the answers to a form, so that they can be kept; nothing where they can. */
export const tooLongToKeep = (form: Form, answers: Readonly<Record<string, unknown>>): Problem[] =>
  toShorten(
    answers,
    questionsOf(form).map(({ question }) => question),
    bytesOf(answers) - roomForAnswers,
  );
