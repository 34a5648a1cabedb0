import type { AnswersOf } from '../../schemas/answers-of.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { estimate } from '../../schemas/forms/estimate.ts';
import type { IsoDate } from '../../schemas/scalars.ts';
import { inPounds, reconcile } from '../forms/forms.ts';
import type { BrokenRule } from '../ruling.ts';

type Costed = AnswersOf<typeof estimate>['support'][number];

/** What one kind of support costs a week, in pence: its times by its rate, or by the part of an hour that each takes. */
export const costedWeekly = ({ times, minutes = 0, per, rate }: Omit<Costed, 'what'>): number =>
  per === 'hour' ? Math.round((times * minutes * rate) / 60) : times * rate;

/**
 * The estimated personal budget a week, in pence.
 *
 * 7 visits of 45 minutes at 36.00 an hour come to 189.00.
 *
 * @see Care Act 2014 section 26; care and support statutory guidance 11.24
 */
export const estimatedWeekly = (support: readonly Costed[]): number =>
  support.reduce((sum, costed) => sum + costedWeekly(costed), 0);

/** Support that is paid by the hour without saying how long it takes. */
export const estimateProblems = (support: readonly Costed[]): BrokenRule[] =>
  support.flatMap(({ per, minutes }, row) =>
    per === 'hour' && minutes === undefined
      ? [
          {
            field: `support[${row}].minutes`,
            rule: 'Statutory guidance 11.24: clear how it was made',
            message: 'Enter the minutes each time, since the rate is for an hour',
          },
        ]
      : [],
  );

/** The weekly total of what is costed so far. */
export const estimateLine = (given: Answers, today: IsoDate): string[] => {
  // What the list would not take is left out.
  const { support } = reconcile(estimate, given, () => today).answers as Partial<AnswersOf<typeof estimate>>;
  return support ? [inPounds(estimatedWeekly(support))] : [];
};
