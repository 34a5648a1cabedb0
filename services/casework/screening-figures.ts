import { nobodyScreened, screenedTogether, toldNumber } from '../../domain/eligibility/screening-found.ts';
import type { EligibilityIndication } from '../../schemas/eligibility.ts';
import { activities, begun } from '../../schemas/forms/fragments/activities.ts';
import { carerActivities } from '../../schemas/forms/fragments/carer-activities.ts';
import { type ScreeningCounts, screeningFound } from '../../schemas/work-figures.ts';
import { figuresPartition } from '../store/keys.ts';
import type { StaffRequest } from '../web/site.ts';
import {
  type FigureDeps,
  type FigureTable,
  monthInWords,
  monthsChosen,
  notYet,
  type TeamFigures,
} from './team-figures.ts';

const sayings: Readonly<Record<EligibilityIndication['possibility'], string>> = {
  'may-be-eligible': 'May be eligible',
  'may-not-be-eligible': 'May not be eligible',
  'not-enough-information': 'Not enough information',
};

const barOf = (people: number): number => {
  const told = toldNumber(people);
  return typeof told === 'number' ? told : 0;
};

const none = { ticked: 0, found: 0, both: 0 };

const outcomeTable = (
  id: string,
  caption: string,
  all: readonly { outcome: string; name: string }[],
  counts: ScreeningCounts,
): FigureTable => {
  const lines = all.map(({ outcome, name }) => ({ name: begun(name), ...(counts.outcomes[outcome] ?? none) }));
  return {
    id,
    caption,
    columns: ['Activity', 'Ticked on the form', 'Found by assessors', 'Both', 'Only ticked', 'Only found'],
    rows:
      counts.decided === 0
        ? []
        : lines.map(({ name, ticked, found, both }) => [
            name,
            toldNumber(ticked),
            toldNumber(found),
            toldNumber(both),
            toldNumber(ticked - both),
            toldNumber(found - both),
          ]),
    chart: {
      name: `${caption}: what assessors found, and how much of it nobody had ticked`,
      bars: lines.map(({ name, found, both }) => ({ label: name, value: barOf(found), part: barOf(found - both) })),
      part: 'not ticked',
    },
    empty: 'Nobody who filled in a form was decided about in these months.',
  };
};

const saidTable = (id: string, caption: string, { said }: ScreeningCounts): FigureTable => ({
  id,
  caption,
  columns: ['What the form said', 'Decided: eligible needs', 'Decided: no eligible needs'],
  rows: Object.entries(sayings).flatMap(([possibility, words]) => {
    const counts = said[possibility as EligibilityIndication['possibility']];
    return counts ? [[words, toldNumber(counts.eligible), toldNumber(counts.notEligible)]] : [];
  }),
  empty: 'Nobody was decided about in these months whom the form had told what is possible.',
});

/** What people ticked as hard on the form beside what assessors found, over the months that are chosen: the last twelve where none are. */
export const screeningFigures = async (
  { store }: FigureDeps,
  { council, query }: StaffRequest,
): Promise<TeamFigures> => {
  const found = await store.items.list(screeningFound, figuresPartition(council.slug), 'SCREENING#');
  const { chosen, period, from, to } = monthsChosen(found, query);
  const adult = chosen.length > 0 ? screenedTogether(chosen.map((one) => one.adult)) : nobodyScreened;
  const carer = chosen.length > 0 ? screenedTogether(chosen.map((one) => one.carer)) : nobodyScreened;
  const tables = [
    outcomeTable('adults', 'Adults', activities, adult),
    outcomeTable('carers', 'Carers', carerActivities, carer),
    saidTable('adults-said', 'Adults: what the form said that is possible, and what was decided', adult),
    saidTable('carers-said', 'Carers: what the form said that is possible, and what was decided', carer),
  ];
  return {
    title: 'Team: what the form misses',
    intro: [
      'What people ticked as hard on the form, beside what assessors found that they cannot do. Each person counts once, with the first decision about them.',
      '“Only found” is what the form missed: the person was not asked about it before staff asked. A form that misses much is a form to mend. “Only ticked” was hard for the person and is no eligible need. Staff see what was ticked before they decide, so the two are not independent.',
      'Numbers of people are rounded to the nearest 5, and below 5 they are not told, so that nobody can be worked out from them.',
      ...(chosen.length > 0
        ? [
            `From ${monthInWords(from)} to ${monthInWords(to)}: decisions about adults: ${toldNumber(adult.decided)}; about carers: ${toldNumber(carer.decided)}. Not sure what is hard, and asked about each: ${toldNumber(adult.notSure)} adults, ${toldNumber(carer.notSure)} carers.`,
          ]
        : []),
    ],
    ...(period && { period }),
    tables: tables.map((table) => (chosen.length > 0 ? table : { ...table, rows: [], empty: notYet })),
  };
};
