import type { Promised } from './promised.ts';
import { everyCouncil } from './promises/every-council.ts';

const keptOf = ({ lacking }: Promised): 'yes' | 'partly' | 'not' => lacking?.kept ?? 'yes';

/** A promise with what became of its test. */
export type Row = Promised & { readonly id: string; readonly kept: 'yes' | 'partly' | 'not' | 'test failed' };

/** Every id of a council, in order. */
const idsOf = ({ id, count }: { id: string; count: number }): string[] =>
  Array.from({ length: count }, (_, at) => `${id}${at + 1}`);

/** The rows of a council that are written down, with what its tests said. @param failed the ids whose tests failed */
export const rowsOf = (council: string, failed: ReadonlySet<string> = new Set()): Row[] => {
  const found = everyCouncil[council];
  if (found === undefined) throw new Error(`No council ${council}: ${Object.keys(everyCouncil).join(', ')}`);
  return idsOf(found).flatMap((id) => {
    const row = found.rows[id];
    return row ? [{ ...row, id, kept: failed.has(id) ? 'test failed' : keptOf(row) }] : [];
  });
};

const words = { yes: 'kept', partly: 'kept in part', not: 'not kept', 'test failed': 'whose test failed' } as const;

/** How many promises of a council are kept, or how far. */
const countOf = (council: string, rows: readonly Row[]): string => {
  const counts = Object.entries(words).map(([kept, said]) => [rows.filter((row) => row.kept === kept).length, said]);
  const open = (everyCouncil[council]?.count ?? 0) - rows.length;
  return [...counts, [open, 'not written down yet'] as const]
    .filter(([count]) => count !== 0)
    .map((pair) => pair.join(' '))
    .join(', ');
};

const whereOf = ({ seen, lacking }: Row): string =>
  [seen, lacking && `Missing: ${lacking.what}`].filter(Boolean).join(' ');

/** The table of some councils, as it is printed. */
export const printed = (councils: Readonly<Record<string, readonly Row[]>>): string =>
  Object.entries(councils)
    .flatMap(([council, rows]) => [
      `\n${everyCouncil[council]?.name}: ${countOf(council, rows)}`,
      ...rows.map(
        (row) => `${row.id.padEnd(5)} ${row.kept.padEnd(11)} ${row.promise}\n${' '.repeat(18)}${whereOf(row)}`,
      ),
    ])
    .join('\n');

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The whole of `docs/promises.md`. */
export const document = (councils: Readonly<Record<string, readonly Row[]>>): string =>
  [
    '# What the councils promise',
    '',
    'Each council’s own page about care and support makes promises. For each of them a test in [`test/acceptance/`](../test/acceptance) drives the running platform as the',
    'person or the member of staff would, and asserts what they see. `npm run acceptance` runs the tests and writes this page; do not edit it.',
    '`npm run acceptance -- --without` takes the mechanism of twenty of them away, one after the other, and each one’s test must fail.',
    ...Object.entries(councils).flatMap(([council, rows]) => [
      '',
      `## ${everyCouncil[council]?.name}`,
      '',
      `${countOf(council, rows)}.`,
      '',
      '| | Promise | Kept | Where it is seen |',
      '| --- | --- | --- | --- |',
      ...rows.map((row) => `| ${[row.id, row.promise, row.kept, whereOf(row)].map(cell).join(' | ')} |`),
    ]),
    '',
  ].join('\n');

/** `docs/promises-switched-off.md`: which tests failed when what keeps their promises was taken away. @param rows without `why` the test passed all the same */
export const withoutPage = (
  seed: number,
  rows: readonly { id: string; promise: string; file: string; why: string | undefined }[],
): string =>
  [
    '# Promises without what keeps them',
    '',
    `\`npm run acceptance -- --without --count ${rows.length} --seed ${seed}\` took the mechanism of each of these promises away, in the file that is named, and ran its test. Each test must fail.`,
    '',
    '| | Promise | Taken away in | What its test said |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      ({ id, promise, file, why }) =>
        `| ${[id, promise, `\`${file}\``, why?.slice(0, 200) ?? 'It passed all the same'].map(cell).join(' | ')} |`,
    ),
    '',
  ].join('\n');
