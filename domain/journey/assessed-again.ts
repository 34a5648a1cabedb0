import type { CaseRecord } from '../../schemas/records.ts';
import { changesInWords } from '../plan/sent-back.ts';
import { askedInWords } from './asked-in-words.ts';
import { allWorkOf } from './work-records.ts';

const notes = 'case.reassessment-';

/**
 * Why needs are assessed again, the first reason first, for whoever does it: what was asked for and by what words, a review that found it, a plan
 * that was not clear. Nothing that was there at the last assessment counts. Care Act 2014 s.27(4); CB23.
 */
export const whyAssessedAgain = (records: readonly CaseRecord[]): string[] => {
  const [newest] = [...allWorkOf(records, 'assess-needs'), ...allWorkOf(records, 'assess-carer')]
    .map(({ at }) => at)
    .toSorted((a, b) => b.localeCompare(a));
  if (newest === undefined) return [];
  const asked = records.flatMap((record) =>
    record.kind === 'note' && record.id.startsWith(notes)
      ? [{ at: record.at, lines: [record.content.text, ...askedInWords(record.id, records)] }]
      : [],
  );
  const reviews = allWorkOf(records, 'review-plan').flatMap(({ at, answers }) =>
    answers.outcome === 'reassess'
      ? [{ at, lines: [`The review found that needs are assessed again. ${answers.whatChanged}`.trim()] }]
      : [],
  );
  const plans = [...allWorkOf(records, 'check-plan'), ...allWorkOf(records, 'agree-plan-for-council')].flatMap(
    ({ at, answers: { leadsTo, sentBack, whatToChange } }) =>
      leadsTo === 'assess-again'
        ? [{ at, lines: [`A plan was not clear. ${changesInWords(sentBack, whatToChange)}`] }]
        : [],
  );
  return [...asked, ...reviews, ...plans]
    .filter(({ at }) => at >= newest)
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .flatMap(({ lines }) => lines);
};
