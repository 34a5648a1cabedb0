import type { CaseRecord } from '../../schemas/records.ts';
import { askedInWords } from '../journey/asked-in-words.ts';
import { allWorkOf } from '../journey/work-records.ts';

/** The record that says why a review was brought forward. @param cause what brought it forward: a task, a request, a member of staff */
export const reviewReasonId = (cause: string): string => `case.review-${cause}`;

/**
 * Why the review that comes next is held early, the first reason first, each with the words of whoever asked for it: whoever holds it reads them
 * before they begin. Care Act 2014 s.27(1).
 */
export const reviewReasons = (records: readonly CaseRecord[]): string[] => {
  const heldAt = allWorkOf(records, 'review-plan').at(0)?.at ?? '';
  return records
    .flatMap((record) =>
      record.kind === 'note' && record.id.startsWith(reviewReasonId('')) && record.at >= heldAt ? [record] : [],
    )
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .flatMap(({ id, content }) => [content.text, ...askedInWords(id, records)]);
};
