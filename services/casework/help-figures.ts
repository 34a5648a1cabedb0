import { toldNumber } from '../../domain/eligibility/screening-found.ts';
import { helpTogether, notInCatalogue } from '../../domain/journey/help-counted.ts';
import { type HelpCounts, helpCounted } from '../../schemas/work-figures.ts';
import { supportOf } from '../runtime/support-catalogues.ts';
import { figuresPartition } from '../store/keys.ts';
import type { StaffRequest } from '../web/site.ts';
import { type FigureDeps, monthInWords, monthsChosen, notYet, type TeamFigures } from './team-figures.ts';

/** Help that was offered and what became of it, by its entry in the catalogue, over the months that are chosen: the last twelve where none are. */
export const helpFigures = async ({ store }: FigureDeps, { council, query }: StaffRequest): Promise<TeamFigures> => {
  const found = await store.items.list(helpCounted, figuresPartition(council.slug), 'HELP#');
  const { chosen, period, from, to } = monthsChosen(found, query);
  const names = new Map((await supportOf(council.slug)).map(({ id, name }) => [id, name]));
  const named = (id: string): string =>
    names.get(id) ??
    (id === notInCatalogue ? 'In staff’s own words, without an entry' : `No more in the catalogue: ${id}`);
  const lines = Object.entries(helpTogether(chosen.map(({ services }) => services)))
    .map(([id, counts]) => ({ name: named(id), counts }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  // What is not settled yet was wanted at any time before.
  const until = helpTogether(found.filter(({ month }) => month <= to).map(({ services }) => services));
  const rows = (cells: (counts: HelpCounts) => readonly number[]) =>
    lines.flatMap(({ name, counts }) => {
      const all = cells(counts);
      return all.some((one) => one > 0) ? [[name, ...all.map(toldNumber)]] : [];
    });
  const empty = chosen.length > 0 ? 'None in these months.' : notYet;
  return {
    title: 'Team: help offered and arranged',
    intro: [
      'Help that was offered at the first look at a request, what people said to it, and what became of what somebody wanted.',
      '“Waiting” is what was wanted at a first look, up to the last of these months, and nobody has said what became of it. A case that was closed first counts among it.',
      'Numbers of people are rounded to the nearest 5, and below 5 they are not told, so that nobody can be worked out from them.',
      ...(chosen.length > 0 ? [`From ${monthInWords(from)} to ${monthInWords(to)}.`] : []),
    ],
    ...(period && { period }),
    tables: [
      {
        id: 'offered',
        caption: 'What was offered',
        columns: ['Help', 'Offered', 'Wanted', 'Had it', 'Declined'],
        rows: rows(({ offered, wanted, hasIt, declined }) => [offered, wanted, hasIt, declined]),
        empty,
      },
      {
        id: 'arranged',
        caption: 'What became of it',
        columns: ['Help', 'Referred or ordered', 'Told how to get it', 'There is none', 'Not wanted any more'],
        rows: rows(({ referred, told, none, changedMind }) => [referred, told, none, changedMind]),
        empty,
      },
      {
        id: 'waiting',
        caption: 'What waits',
        columns: ['Help', 'Waiting'],
        rows: Object.entries(until)
          .map(([id, { wanted, settled }]): [string, number] => [named(id), wanted - settled])
          .filter(([, waits]) => waits > 0)
          .toSorted(([a], [b]) => a.localeCompare(b))
          .map(([name, waits]) => [name, toldNumber(waits)]),
        empty: chosen.length > 0 ? 'Nothing waits.' : notYet,
      },
    ],
  };
};
