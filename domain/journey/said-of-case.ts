import type { CareCase } from '../../schemas/case.ts';
import type { Answer, Answers } from '../../schemas/form-conditions.ts';
import { inJointForm } from '../../schemas/forms/fragments/second-person.ts';
import { jointAssessment } from '../../schemas/forms/joint-assessment.ts';
import type { KnownPerson } from '../../schemas/person.ts';
import type { CaseRecord } from '../../schemas/records.ts';

/** What is known of a case: itself, its person, and all that was answered so far. */
export type KnownOfCase = {
  readonly careCase: CareCase;
  readonly person: KnownPerson;
  readonly records: readonly CaseRecord[];
};

/** Where a question was asked: the list, and the question's name in it. */
type Place = readonly [list: string, question: string];

/** The forms with which a case is asked for. */
const applied = ['needs-assessment', 'joint-assessment', 'carers-assessment', 'referral', 'help-now'] as const;

/** A question under one name in every form with which a case is asked for, and in these lists of staff. */
export const placesOf = (question: string, ...staff: readonly Place[]): Place[] => [
  ...applied.map((list): Place => [list, question]),
  ...staff,
];

/** Answers as they are known of this case: a carer's stand in a joint form under names of their own. */
const answerIn = (list: string, answers: Answers, question: string, { kind }: Pick<CareCase, 'kind'>) =>
  kind === 'carer' && list === jointAssessment.id
    ? (answers[inJointForm(question)] ?? answers[question])
    : answers[question];

/**
 * What was answered last, wherever it was asked: an application says it first, and whoever works on the case after it. Undefined where
 * nobody was asked.
 */
export const lastSaid = (
  records: readonly CaseRecord[],
  careCase: Pick<CareCase, 'kind'>,
  places: readonly Place[],
): Answer | undefined => {
  const found = records.flatMap((record) => {
    if (!('answers' in record)) return [];
    const place = places.find(([list]) => list === record.list);
    const answer = place && answerIn(record.list, record.answers, place[1], careCase);
    return answer === undefined ? [] : [{ at: record.at, answer }];
  });
  return found.toSorted((a, b) => b.at.localeCompare(a.at))[0]?.answer;
};
