/** How a cell may begin that a spreadsheet takes for a formula. @see OWASP, CSV injection */
const formula = /^[=+\-@\t\r]/;

/**
 * A cell: always in quotes, its own quotes doubled; and where it begins as a formula does, an apostrophe before it, so that a spreadsheet shows it
 * and does not run it. A number stays a number.
 */
const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
};

/** A table as a file for a spreadsheet, in UTF-8 with the mark by which Excel knows it. @see RFC 4180 */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
