import type { CaseRecord } from '../../schemas/records.ts';
import type { HelpCounts } from '../../schemas/work-figures.ts';
import { asWorkOf } from './work-records.ts';

/** Under what help is counted that staff wrote in their own words, without an entry of the catalogue. */
export const notInCatalogue = 'other';

type Count = keyof HelpCounts;
/** What is counted of one piece of help: by the entry of the catalogue, since what staff write may say whom it is about. */
export type HelpFound = { readonly support: string; readonly counts: readonly Count[] };

export const nothingOffered: HelpCounts = {
  offered: 0,
  wanted: 0,
  hasIt: 0,
  declined: 0,
  referred: 0,
  told: 0,
  none: 0,
  changedMind: 0,
  settled: 0,
};

const answers = { wanted: 'wanted', 'has-it': 'hasIt', 'not-wanted': 'declined' } as const;
const outcomes = {
  referred: 'referred',
  ordered: 'referred',
  told: 'told',
  none: 'none',
  'not-wanted': 'changedMind',
} as const;

/**
 * What a finished first look, or finished work on help that is wanted, says of the help that there is. What was wanted at the first look is settled by the
 * work that says what became of it, under whichever entry it was arranged in the end.
 */
export const helpCountedIn = (records: readonly CaseRecord[], id: string): HelpFound[] | undefined => {
  const of = records.find((record) => record.id === id);
  if (of === undefined) return undefined;
  const offered = asWorkOf(of, 'triage-request')?.answers.helpOffered;
  if (offered) {
    return offered.map(({ support = notInCatalogue, answer }) => ({ support, counts: ['offered', answers[answer]] }));
  }
  const arranged = asWorkOf(of, 'arrange-wanted-help')?.answers.help;
  if (arranged === undefined) return undefined;
  const others = records.filter((record) => record.id !== id && record.at < of.at);
  // A second piece of such work in the same case settles nothing anew.
  const isFirst = others.every((record) => asWorkOf(record, 'arrange-wanted-help') === undefined);
  const before = others.flatMap((record) => asWorkOf(record, 'triage-request')?.answers.helpOffered ?? []);
  const settled = isFirst ? before.filter(({ answer }) => answer === 'wanted') : [];
  return [
    ...arranged.map(({ support = notInCatalogue, done }): HelpFound => ({ support, counts: [outcomes[done]] })),
    ...settled.map(({ support = notInCatalogue }): HelpFound => ({ support, counts: ['settled'] })),
  ];
};

type Services = Readonly<Record<string, HelpCounts>>;

/** Counts with what was found. */
export const withHelp = (services: Services, found: readonly HelpFound[]): Record<string, HelpCounts> => {
  const all = { ...services };
  for (const { support, counts } of found) {
    const now = { ...(all[support] ?? nothingOffered) };
    for (const count of counts) now[count] += 1;
    all[support] = now;
  }
  return all;
};

/** The counts of several months together. */
export const helpTogether = (months: readonly Services[]): Record<string, HelpCounts> =>
  months.reduce<Record<string, HelpCounts>>((all, services) => {
    for (const [support, counts] of Object.entries(services)) {
      const before = all[support] ?? nothingOffered;
      const keys = Object.keys(nothingOffered) as Count[];
      all[support] = Object.fromEntries(keys.map((key) => [key, before[key] + counts[key]])) as HelpCounts;
    }
    return all;
  }, {});
