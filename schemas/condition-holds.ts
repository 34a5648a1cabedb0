import type { Condition } from './form-language.ts';

/** Whether a condition holds for these answers. Anything may be given: answers not yet checked count by their value. */
export const holds = (condition: Condition | undefined, answers: Readonly<Record<string, unknown>>): boolean => {
  if (condition === undefined) return true;
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  const answer = answers[condition.question];
  if ('atLeast' in condition) return typeof answer === 'number' && answer >= condition.atLeast;
  const given = Array.isArray(answer) ? answer : [answer];
  return condition.is.some((value) => given.includes(value));
};
