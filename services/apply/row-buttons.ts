import type { PageVisit } from '../../domain/forms/forms.ts';
import { shownRows } from '../../templates/pages/form-values.ts';

/**
 * What the buttons of a table do to a page that was typed: "Add another" gives it an empty row more, "Remove" takes one away. Nothing is
 * checked or saved by them, and without JavaScript the page is simply shown again.
 *
 * @param action `add carers` or `remove carers 1`
 * @returns undefined for any other button
 */
export const changeRows = (
  action: string,
  { questions }: PageVisit,
  given: Readonly<Record<string, unknown>>,
  fields: URLSearchParams,
): { values: Record<string, unknown>; rows: Record<string, number> } | undefined => {
  const [what, table = '', number = ''] = action.split(' ');
  if ((what !== 'add' && what !== 'remove') || !questions.some(({ id, type }) => id === table && type === 'table')) {
    return undefined;
  }
  const rows = shownRows(given[table]);
  // Empty rows are not in what was read, so they are counted by their fields.
  const onPage = new Set([...fields.keys()].flatMap((name) => rowNumber(name, table)));
  if (what === 'add') return { values: { ...given }, rows: { [table]: Math.max(onPage.size, rows.length) + 1 } };
  const filled = [...onPage].sort((a, b) => a - b).filter((row) => isFilled(fields, table, row));
  const left = rows.filter((_, index) => filled[index] !== Number(number));
  return { values: { ...given, [table]: left }, rows: { [table]: Math.max(1, onPage.size - 1) } };
};

const rowNumber = (name: string, table: string): number[] => {
  const found = name.startsWith(`${table}[`) ? /^\[(\d{1,3})\]\./.exec(name.slice(table.length))?.[1] : undefined;
  return found === undefined ? [] : [Number(found)];
};

const isFilled = (fields: URLSearchParams, table: string, row: number): boolean =>
  [...fields].some(([name, value]) => name.startsWith(`${table}[${row}].`) && value.trim() !== '');
