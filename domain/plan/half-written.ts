import type { Answers, Row } from '../../schemas/form-conditions.ts';

/** The rows of a table that may still be half written, as a page that is being filled in has them. */
export const rowsOf = (answers: Readonly<Answers>, table: string): readonly Row[] => {
  const given = answers[table];
  return Array.isArray(given) ? given.filter((row): row is Row => typeof row === 'object') : [];
};

/** The most that an amount or a number of hours may be; what is more, or less than nothing, is not right yet and counts as nothing. */
const most = 9_999_999_999;

/** An amount that may not be right yet: it counts as nothing until it is. */
export const amountOf = (value: unknown): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most ? value : 0;
