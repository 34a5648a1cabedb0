import type { CaseRecord } from '../../schemas/records.ts';
import { workOf } from './work-records.ts';

const isText = (answer: unknown): boolean => typeof answer === 'string' && answer.trim() !== '';

/**
 * Whether there is written advice that the person can read in a copy: at triage, after short-term support, or with the decision. A mail about
 * advice is sent only then. Care Act 2014 ss.4, 13(5) and 24(2).
 */
export const adviceWritten = (records: readonly CaseRecord[]): boolean => {
  const decided = workOf(records, 'decide-eligibility') ?? workOf(records, 'decide-carer-eligibility');
  return [
    workOf(records, 'triage-request')?.answers.adviceGiven,
    workOf(records, 'review-short-term-support')?.answers.adviceGiven,
    decided?.answers.adviceMeetOrReduce,
    decided?.answers.advicePreventOrDelay,
  ].some(isText);
};
