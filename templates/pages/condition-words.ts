import { type Condition, type Form, type Question, questionsOf } from '../../schemas/form-language.ts';

type Part = Extract<Condition, { question: string }>;
type Questions = ReadonlyMap<string, Question>;

/** The questions of a form by their ids, for `conditionWords`. */
export const questionsById = (form: Form): Questions =>
  new Map(questionsOf(form).map(({ question }) => [question.id, question]));

/**
 * A condition as the second half of a sentence that begins with "if": `you answered “Yes” to “Are you in hospital now?”`.
 * Without JavaScript every question is on the page, so people are told in words which of them to answer.
 */
export const conditionWords = (condition: Condition, questions: Questions): string => {
  if ('all' in condition) return condition.all.map((part) => conditionWords(part, questions)).join(', and ');
  if ('any' in condition) {
    const shared = sameAnswer(condition.any);
    if (shared === undefined) return condition.any.map((part) => conditionWords(part, questions)).join(', or ');
    return `you answered ${pickedWords(shared[0], questions)} to any of ${quotedList(shared.map(({ question }) => labelOf(question, questions)))}`;
  }
  const label = `“${labelOf(condition.question, questions)}”`;
  if ('atLeast' in condition) return `your answer to ${label} is ${condition.atLeast} or more`;
  const verb = questions.get(condition.question)?.type === 'multi' ? ['ticked', 'in'] : ['answered', 'to'];
  return `you ${verb[0]} ${pickedWords(condition, questions)} ${verb[1]} ${label}`;
};

/** The parts of an "any" that all wait for the same answer, so that it need be said only once. */
const sameAnswer = (parts: Condition[]): [Part, ...Part[]] | undefined => {
  const simple = parts.filter((part): part is Part => 'question' in part && 'is' in part);
  const [first, ...rest] = simple;
  if (first === undefined || simple.length < parts.length) return undefined;
  const alike = rest.every((part) => String('is' in part && part.is) === String('is' in first && first.is));
  return alike ? [first, ...rest] : undefined;
};

const pickedWords = (part: Part, questions: Questions): string =>
  'is' in part ? quotedList(part.is.map((value) => answerLabel(questions.get(part.question), value))) : '';

const labelOf = (id: string, questions: Questions): string => questions.get(id)?.label ?? id;

const answerLabel = (question: Question | undefined, value: string): string => {
  if (question?.type === 'yesno') return value === 'yes' ? 'Yes' : 'No';
  const options = question?.type === 'choice' || question?.type === 'multi' ? question.options : [];
  return options.find((option) => option.value === value)?.label ?? value;
};

const quotedList = (values: string[]): string => {
  const quoted = values.map((value) => `“${value}”`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
};
