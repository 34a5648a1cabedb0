import type { Answers, Row } from '../../schemas/form-conditions.ts';

/** What a text, date or choice was answered with; undefined where it was not. */
export const textOf = (answers: Answers, id: string): string | undefined => {
  const answer = answers[id];
  return typeof answer === 'string' ? answer : undefined;
};

/** What was picked where several may be; nothing where nothing was. */
export const listOf = (answers: Answers, id: string): string[] => {
  const answer = answers[id];
  return Array.isArray(answer) ? (answer as (string | Row)[]).filter((value) => typeof value === 'string') : [];
};
