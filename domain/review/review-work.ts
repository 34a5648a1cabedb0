import type { ReviewAnswers, review } from '../../schemas/forms/review.ts';
import { broken, done, type Rule } from '../journey/work-outcome.ts';
import type { BrokenRule } from '../ruling.ts';
import { addMonths } from '../time/clock-time.ts';

/** The longest time between two reviews of a plan, as guidance expects. Care and support statutory guidance, paragraph 13.32. */
const mostMonths = 12;

const reviewProblems = ({ heldOn, people, nextReviewOn }: ReviewAnswers): readonly BrokenRule[] => {
  const problems: BrokenRule[] = [];
  if (!people.some(({ attended }) => attended === 'yes')) {
    problems.push({ field: 'people', rule: 's.27(2) and (3)', message: 'Add who took part' });
  }
  if (nextReviewOn !== undefined && (nextReviewOn <= heldOn || nextReviewOn > addMonths(heldOn, mostMonths))) {
    problems.push({
      field: 'nextReviewOn',
      rule: 'statutory guidance 13.32',
      message: `The next review must be after this one, and no more than ${mostMonths} months after it`,
    });
  }
  return problems;
};

/** A review leads to the plan as it is, a revised plan, a new assessment, or the end of support. Care Act 2014 s.27. */
export const reviewPlan: Rule<typeof review> = (answers) => {
  const problems = reviewProblems(answers);
  if (problems.length > 0) return broken(problems);
  return done(answers.outcome, { output: { outcome: answers.outcome, heldOn: answers.heldOn } });
};
